import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { findShipped, readSyllabus } from '../../src/syllabus/library.ts';

const SHIPPED = fileURLToPath(new URL('../../syllabi', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'certtrack-syllabus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, lines: readonly string[]) => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
};
const edition = (id: string, status: string) =>
  `{ certification: c, edition: "${id}", title: T, vendor: V, status: ${status}, sections: [{ id: s, title: S, topics: [{ id: t, title: T }] }] }`;

test.each([
  ['gcp-pde', 'gcp-pde@2025'],
  ['gcp-pde@2025', 'gcp-pde@2025'],
  ['gcp-pmle', 'gcp-pmle@2026'],
  ['gcp-pde@1999', undefined],
  ['gcp', undefined],
  ['', undefined],
])('"%s" names the shipped edition %s', (name, id) => expect(findShipped(SHIPPED, name)?.id).toBe(id));

test('a certification without an edition is the current one', () => {
  written('c@1.yaml', [edition('1', 'superseded')]);
  written('c@2.yaml', [edition('2', 'current')]);
  written('c@3.yaml', [edition('3', 'variant')]);
  expect(findShipped(folder, 'c')?.id).toBe('c@2');
  expect(findShipped(folder, 'c@3')?.id).toBe('c@3');
});

test('a bad file is refused with the place of every mistake', () => {
  const file = written('bad.yml', ['certification: my-cert', 'edition: "1"', 'title: T', 'vendor: 5', 'sections: []']);
  expect(() => readSyllabus(file)).toThrow(
    expect.objectContaining({
      code: 'bad_data',
      message: `${file} is not a valid syllabus`,
      hint: `${file}:4:9 vendor: must be text\n${file}:5:11 sections: a syllabus needs at least one section`,
    }),
  );
});

test.each(['missing.yml', '.'])('what cannot be read (%s) is not found', (name) =>
  expect(() => readSyllabus(join(folder, name))).toThrow(expect.objectContaining({ code: 'not_found' })),
);

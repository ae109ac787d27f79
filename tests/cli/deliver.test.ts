import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

const box = sandbox({ tty: true });
const inBox = (name: string) => join(box.folder, name);
beforeAll(async () => {
  await box.ok('init', '--cert', 'gcp-pde');
  await box.ok('log', '4.3', '45m');
  await box.ok('resource', 'add', 'https://example.com/course');
});
afterAll(() => box.remove());

const WRITERS = [
  ['export'],
  ['export', '--what', 'topics', '--format', 'text'],
  ['resource', 'export'],
  ['report', '--format', 'text'],
];

test.each(WRITERS)('%s %s: a file has no colours, also when it is written from a terminal', async (...words) => {
  const file = inBox('plain');
  const { err } = await box.run(...words, '-o', file, '--force');
  expect(readFileSync(file, 'utf8')).not.toContain('\u001b');
  expect(err).toMatch(/^Wrote .* to .*plain\n$/);
});

test.each(WRITERS)('%s %s: --quiet says nothing, and a file is replaced only with --force', async (...words) => {
  expect(await box.run(...words, '-o', inBox('quiet'), '--force', '--quiet')).toEqual({ code: 0, out: '', err: '' });
  writeFileSync(inBox('there'), 'mine');
  for (const dry of [[], ['--dry-run']]) {
    const { code, err } = await box.run(...words, '-o', inBox('there'), ...dry);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain('exists already');
  }
  expect(readFileSync(inBox('there'), 'utf8')).toBe('mine');
  const { err } = await box.run(...words, '-o', inBox('none'), '--dry-run');
  expect(err).toMatch(/^Would write .* to .*none\n$/);
  expect(existsSync(inBox('none'))).toBe(false);
});

test('export of text at a terminal shows no codes either; a report there has its colours', async () => {
  expect(await box.ok('export', '--what', 'topics', '--format', 'text')).not.toMatch(/\u001b|␛/);
  expect(await box.ok('report', '--format', 'text')).toContain('\u001b[');
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE } from './support/app.ts';

const SRC = join(PACKAGE, 'src');

/** Which rooms a room may import, and which libraries. */
const RULES: Record<string, { rooms: string[]; libraries: string[] }> = {
  errors: { rooms: [], libraries: [] },
  domain: { rooms: ['errors'], libraries: ['fastest-levenshtein', 'minisearch', 'ts-fsrs'] },
  syllabus: { rooms: ['errors', 'domain'], libraries: ['yaml', 'zod', 'node:fs', 'node:path'] },
  store: {
    rooms: ['errors', 'domain'],
    libraries: ['better-sqlite3', 'node:fs', 'node:module', 'node:path', 'node:process'],
  },
  transfer: {
    rooms: ['errors', 'domain'],
    libraries: ['csv-parse/sync', 'ical-generator', 'timezones-ical-library', 'uuid', 'node:crypto'],
  },
  app: {
    rooms: ['errors', 'domain', 'syllabus', 'store', 'transfer'],
    libraries: ['node:crypto', 'node:fs', 'node:os', 'node:path'],
  },
  report: { rooms: ['domain', 'app'], libraries: [] },
  render: {
    rooms: ['report/doc', 'transfer/csv-text'],
    libraries: ['@observablehq/plot', 'get-east-asian-width', 'linkedom'],
  },
  cli: {
    rooms: ['errors', 'domain', 'syllabus', 'store', 'transfer', 'app', 'report', 'render'],
    libraries: [
      '@commander-js/extra-typings',
      '@inquirer/core',
      'chalk',
      'inquirer',
      'node:crypto',
      'node:fs',
      'node:os',
      'node:path',
    ],
  },
  start: { rooms: ['code-cache'], libraries: ['node:url'] },
  'code-cache': { rooms: [], libraries: ['node:fs', 'node:module', 'node:path', 'node:process', 'node:vm'] },
  main: {
    rooms: ['cli', 'errors'],
    libraries: [
      'env-paths',
      'open',
      'uuid',
      'node:child_process',
      'node:fs',
      'node:os',
      'node:path',
      'node:stream/consumers',
      'node:tty',
      'node:url',
      '../package.json',
    ],
  },
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace('.ts', '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:^import .*?from |^} from |import\()'([^']+)'/gm)].map(([, path]) => path ?? '');
}

test.each(files)('src/%s imports only what its room may', (file) => {
  const room = roomOf(file);
  const rule = RULES[room];
  expect(rule, `no rule for the room ${room}`).toBeDefined();
  const wrong = importsOf(file).filter((path) => {
    if (!path.startsWith('.')) return !rule?.libraries.includes(path);
    if (rule?.libraries.includes(path)) return false;
    const target = relative(SRC, resolve(SRC, dirname(file), path));
    return roomOf(target) !== room && !rule?.rooms.some((allowed) => target.startsWith(allowed));
  });
  expect(wrong).toEqual([]);
});

/** Invariants, each a thing that is absent. */
const ABSENT: [string, RegExp, (file: string) => boolean][] = [
  ['`process` outside main.ts', /\bprocess\./, (file) => file !== 'main.ts'],
  ['a clock in the domain', /Date\.now|new Date\(\)/, (file) => file.startsWith('domain/')],
  ['process.exit', /process\.exit\(/, () => true],
  ['console', /\bconsole\./, () => true],
  ['a default export', /export default/, () => true],
  ['a re-export', /export (\*|\{[^}]*\}) from/, () => true],
  ['a class but an error', /^(export )?class (?!\w+ extends Error)/m, () => true],
  ['any', /: any\b|as any\b|@ts-(ignore|expect-error|nocheck)|biome-ignore/, () => true],
  ['a calendar day cut out of a Date', /toISOString\(\)\.(slice|split|substr)/, () => true],
];

test.each(ABSENT)('there is no %s', (_, pattern, applies) => {
  const found = files.filter((file) => applies(file) && pattern.test(readFileSync(join(SRC, file), 'utf8')));
  expect(found).toEqual([]);
});

const importsFrom = (room: string, target: string) =>
  files
    .filter((file) => file.startsWith(`${room}/`))
    .flatMap((file) =>
      readFileSync(join(SRC, file), 'utf8')
        .split('\n')
        .filter((line) => new RegExp(`from '[./]*/${target}/`).test(line))
        .map((line) => `${file}: ${line}`),
    );

test('reports know what use cases return, and call none', () => {
  expect(importsFrom('report', 'app').filter((line) => !line.includes(': import type '))).toEqual([]);
});

test('the command line asks use cases for the log; only completing a word reads it', () => {
  const allowed = ['cli/complete-values.ts', 'cli/perform.ts'];
  expect(importsFrom('cli', 'store').filter((line) => !allowed.some((file) => line.startsWith(file)))).toEqual([]);
});

test('no two files import each other', () => {
  const targets = new Map(
    files.map((file) => [
      file,
      new Set(
        importsOf(file).flatMap((path) =>
          path.startsWith('.') ? [relative(SRC, resolve(SRC, dirname(file), path))] : [],
        ),
      ),
    ]),
  );
  const circles = files.flatMap((file) =>
    [...(targets.get(file) ?? [])]
      .filter((other) => file < other && targets.get(other)?.has(file))
      .map((other) => `${file} ~ ${other}`),
  );
  expect(circles).toEqual([]);
});

test('no source file is longer than 200 lines', () => {
  const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 200);
  expect(long).toEqual([]);
});

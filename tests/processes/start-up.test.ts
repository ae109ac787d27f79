import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INSTALLED, program } from './program.ts';

const certtrack = program();
const log = join(certtrack.folder, 'loaded');
const hook = join(certtrack.folder, 'hook.cjs');
beforeAll(() => {
  certtrack.ok('init', '--cert', 'gcp-pde');
  certtrack.ok('add-session', 'sharing-data', '45m', '--score', '14/20');
  writeFileSync(
    hook,
    `const Module = require('node:module');
     const load = Module._load;
     Module._load = function (name, parent, ...more) {
       if (!Module.isBuiltin(name) && parent?.filename.endsWith('main.cjs'))
         require('node:fs').appendFileSync(process.env.LOADED, name + '\\n');
       return load.call(this, name, parent, ...more);
     };`,
  );
});
afterAll(() => certtrack.remove());

/** The installed libraries that a command loads, which is most of what a start can cost. */
function loadedBy(command: string): string[] {
  writeFileSync(log, '');
  const { code, err } = certtrack.run(command.split(' '), { NODE_OPTIONS: `--require ${hook}`, LOADED: log });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return [...new Set(readFileSync(log, 'utf8').split('\n').filter(Boolean))];
}

test.each(['--version', '--help', 'add-session --help'])('%s loads no library', (command) => {
  expect(loadedBy(command)).toEqual([]);
});

test.each(['status', 'next', 'sessions', 'add-session sharing-data 45m', 'undo', 'export', 'start 3.1', 'cancel'])(
  '%s loads SQLite and nothing else',
  (command) => {
    expect(loadedBy(command)).toEqual([expect.stringMatching(/^better-sqlite3/)]);
  },
);

test.each([
  ['report -o -', ['@observablehq/plot', 'linkedom']],
  ['plan export --format ics', ['ical-generator', 'timezones-ical-library']],
])('%s loads what it needs from the compiled start, and nothing warns', (command, libraries) => {
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  certtrack.ok('plan', 'create', '--exam', inAMonth, '--hours', '3/week', '--days', 'sat');
  expect(loadedBy(command)).toEqual([expect.stringMatching(/^better-sqlite3/), ...libraries]);
});

test('without a SQLite that fits this Node, certtrack says what to do', () => {
  const bare = join(certtrack.folder, 'bare');
  mkdirSync(bare);
  for (const part of ['dist', 'data', 'syllabi', 'package.json'])
    cpSync(join(INSTALLED, part), join(bare, part), { recursive: true });
  expect(existsSync(join(bare, 'node_modules'))).toBe(false);
  const moved = program(join(bare, 'dist', 'certtrack.cjs'));
  expect(moved.run(['--version']).code).toBe(0);
  for (const command of [
    'status',
    'doctor',
    'add-session sharing-data 5m',
    'backup verify',
    'backup restore newest --yes',
  ])
    expect(moved.run(command.split(' '), { CERTTRACK_DB: certtrack.dbFile }), command).toEqual({
      code: 5,
      out: '',
      err: expect.stringMatching(/^error: SQLite cannot be loaded under Node [\d.]+\n {2}Install certtrack again/),
    });
  moved.remove();
});

import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedSessions } from '../bench/journey.ts';
import { csvOf, PDE } from '../store/logs.ts';
import { needs } from '../support/needs.ts';
import { filesIn, INSTALLED, program } from './program.ts';

const certtrack = program();
beforeAll(() => {
  const file = join(certtrack.folder, 'invented.csv');
  writeFileSync(file, csvOf([...inventedSessions(PDE, 2000)]));
  certtrack.ok('init', '--cert', 'gcp-pde', '--hours', '6');
  certtrack.ok('import', 'csv', file);
});
afterAll(() => certtrack.remove());

function fileWith(name: string, text: string): string {
  const file = join(certtrack.folder, name);
  writeFileSync(file, text);
  return file;
}

describe('exit codes', () => {
  test('0: done', () => {
    expect(certtrack.run(['status'])).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    [2, 'usage', 'a command there is not', ['nonsense']],
    [2, 'usage', 'a duration that is none', ['add-session', 'sharing-data', 'long']],
    [3, 'not_found', 'a topic there is not', ['add-session', 'no-such-topic', '45m']],
    [4, 'bad_data', 'a file with a bad row', ['import', 'csv', 'BAD']],
    [5, 'database_damaged', 'a database that is none', ['status', '--db', 'BAD']],
  ])('%i %s: %s', (code, name, _, args) => {
    const bad = fileWith('bad.csv', 'topic_id,minutes\nno-such-topic,many\n'.padEnd(2000));
    const ended = certtrack.run([...args.map((word) => (word === 'BAD' ? bad : word)), '--json']);
    expect({ code: ended.code, out: ended.out }).toEqual({ code, out: '' });
    expect(JSON.parse(ended.err)).toEqual({
      error: { code: name, message: expect.any(String), hint: expect.any(String) },
    });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('--version is the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8'));
  expect(certtrack.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each(['csv', 'json', 'ndjson', 'md'])(
  'export --format %s into a pipe that closes early ends quietly',
  (format) => {
    const { code, out, err } = certtrack.bash(
      `$CERTTRACK export --format ${format} | head -n 1; exit \${PIPESTATUS[0]}`,
    );
    expect({ code, err, lines: out.split('\n').length }).toEqual({ code: 0, err: '', lines: 2 });
  },
);

test('a slow reader gets every row', () => {
  const { out } = certtrack.bash('$CERTTRACK export | (sleep 0.3; wc -l)');
  expect(out.trim()).toBe('2001');
});

describe('colour', () => {
  const painted = (text: string) => text.includes('\u001b[');
  // A terminal of its own for the command, where util-linux has one to give.
  const atTerminal = (words: string, env: Record<string, string>) =>
    certtrack.bash(`script -qec "$CERTTRACK ${words}" /dev/null < /dev/null`, env).out;

  test.each([
    ['none in a pipe', {}, false],
    ['FORCE_COLOR gives it', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR beats FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['FORCE_COLOR=0 does not', { FORCE_COLOR: '0' }, false],
  ])('%s', (_, env: Record<string, string>, expected) => {
    expect(painted(certtrack.run(['status'], env).out)).toBe(expected);
    expect(painted(certtrack.run(['nonsense'], env).err)).toBe(expected);
  });

  test.each([
    ['always gives it', 'always', {}, true],
    ['never beats FORCE_COLOR', 'never', { FORCE_COLOR: '1' }, false],
  ])('--color %s', (_, when, env: Record<string, string>, expected) => {
    expect(painted(certtrack.run(['status', '--color', when], env).out)).toBe(expected);
  });

  test.for<[string, Record<string, string>, boolean]>([
    ['it is there', {}, true],
    ['NO_COLOR wins', { NO_COLOR: '1' }, false],
    ['a dumb terminal has none', { TERM: 'dumb' }, false],
  ])('at a terminal %s', ([, env, expected], context) => {
    needs('a terminal')(context);
    expect(painted(atTerminal('status', env))).toBe(expected);
  });
});

test('nothing is ever written inside the package', () => {
  const copy = join(certtrack.folder, 'package');
  mkdirSync(copy);
  for (const part of ['dist', 'data', 'syllabi', 'package.json'])
    cpSync(join(INSTALLED, part), join(copy, part), { recursive: true });
  const modules = createRequire(join(INSTALLED, 'package.json')).resolve('zod/package.json');
  symlinkSync(join(modules, '..', '..'), join(certtrack.folder, 'node_modules'));
  const installed = program(join(copy, 'dist', 'certtrack.cjs'));
  const before = filesIn(copy);
  const commands = [
    'init --cert gcp-pde --cert gcp-pmle',
    'add-session 3.1 45m --cert gcp-pde',
    'import csv data/demo/sessions.csv',
    'config set week-start sunday',
    'syllabus list',
    'status gcp-pde',
    'export -o FOLDER/out.csv',
    'edit last --note x',
    'delete last',
    'undo',
    'demo',
    'help csv',
  ];
  const { code, err } = installed.bash(
    `set -e; cd ${copy}; for words in "$@"; do $CERTTRACK \${words/FOLDER/$FOLDER} > /dev/null; done`.replace(
      '"$@"',
      commands.map((words) => `"${words}"`).join(' '),
    ),
  );
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Wrote \d+ sessions to .*\n$/) });
  expect(filesIn(copy)).toEqual(before);
  installed.remove();
});

describe('the machine’s zone', () => {
  const clock = (zone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...options });

  test.each(['Pacific/Kiritimati', 'Pacific/Honolulu', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'])(
    'TZ=%s is recorded with its study date and offset',
    (zone) => {
      const { code, out } = certtrack.run(['add-session', 'sharing-data', '5m', '--json'], { TZ: zone });
      expect(code).toBe(0);
      const { timezone, study_date, started_at } = sessionIn(out);
      const started = Date.parse(started_at);
      expect(clock(timezone, {}).resolvedOptions().timeZone).toBe(clock(zone, {}).resolvedOptions().timeZone);
      expect(study_date).toBe(clock(zone, { dateStyle: 'short' }).format(started - 4 * 3_600_000));
      const [offset] = clock(zone, { timeZoneName: 'longOffset' }).format(started).match(/GMT.*/) ?? [];
      expect(`GMT${started_at.slice(19)}`).toBe(offset === 'GMT' ? 'GMT+00:00' : offset?.replace('−', '-'));
      expect(Math.abs(Date.now() - 5 * 60_000 - started)).toBeLessThan(90_000);
    },
  );

  test('a clock change in the zone is in the offset', () => {
    const offsets = ['2026-03-28', '2026-03-30'].map(
      (date) =>
        sessionIn(certtrack.ok('add-session', 'other', '5m', '--date', date, '--from', '19:00', '--json')).started_at,
    );
    expect(offsets).toEqual(['2026-03-28T19:00:00+01:00', '2026-03-30T19:00:00+02:00']);
  });

  function sessionIn(json: string): { timezone: string; study_date: string; started_at: string } {
    const find = (key: string) => new RegExp(`"${key}": "([^"]*)"`).exec(json)?.[1] ?? '';
    return { timezone: find('timezone'), study_date: find('study_date'), started_at: find('started_at') };
  }
});

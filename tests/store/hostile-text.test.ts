import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../support/app.ts';
import { NOW } from './logs.ts';

/** What pasted text may hold: what drives a terminal, hides or reverses text, runs in a spreadsheet or a browser, or breaks a parser. */
const PIECES = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u0000',
  '\b\b',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\u007f',
  '\u0085',
  '\u200b',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u2028',
  '\ud83d',
  '\udca9',
  '😀',
  '👩‍💻',
  'é',
  '=1+1',
  '@SUM(A1)',
  "'-1",
  '"',
  ',',
  ';',
  '|',
  '`',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '](javascript:alert(1))',
  '&amp;',
  '--',
  '#',
  '%s',
  '$(x)',
  '\\',
  ' ',
  'word',
];
const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const oneWord = hostile.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '');

/** Everything but printable characters, line breaks and tabs. */
const RAW =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;
const FORMATS = ['csv', 'json', 'ndjson', 'md', 'timeclock'];

interface Terminals {
  readonly pipe: Sandbox;
  readonly terminal: Pick<Sandbox, 'run'>;
  readonly db: (name: string) => string;
  /** A new database with a certification. */
  readonly begun: (name: string) => string;
}

/** One certtrack, in a pipe and at a terminal. */
async function terminals(): Promise<Terminals> {
  const pipe = sandbox({ now: NOW, env: { NO_COLOR: '1' } });
  const terminal: Pick<Sandbox, 'run'> = {
    async run(...argv) {
      pipe.world.tty = true;
      const ended = await pipe.run(...argv);
      pipe.world.tty = false;
      return ended;
    },
  };
  const db = (name: string) => join(pipe.folder, `${name}.db`);
  await pipe.ok('init', '--cert', 'gcp-pde', '--db', db('begun'));
  const begun = (name: string) => {
    copyFileSync(db('begun'), db(name));
    return db(name);
  };
  return { pipe, terminal, db, begun };
}

/** Logs one session with hostile text in every field that takes text. */
async function logged(box: Sandbox, db: string, note: string, tag: string, resource: string): Promise<void> {
  const text = [`--note=${note}`, `--tag=${tag}`, `--resource=${resource}`];
  await box.ok('add-session', 'sharing-data', '45m', '--date', '2026-09-20', '--db', db, ...text);
}

test('no raw control character reaches a terminal, and what is exported comes back as the same bytes', async () => {
  const { pipe, terminal, db, begun } = await terminals();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(hostile, oneWord, hostile, async (note, tag, resource) => {
      const [own, back] = [begun(`log-${runs}`), db(`back-${runs}`)];
      runs++;
      await logged(pipe, own, note, tag, resource);
      const shown: string[][] = [
        ['sessions'],
        ['sessions', '--json'],
        ['sessions', '--format', 'csv'],
        ['sessions', '--format', 'md'],
        ['show', 'last'],
        ['show', 'last', '--json'],
        ['status'],
        ['history'],
        ['sessions', `--tag=${tag}`],
        ...FORMATS.map((format) => ['export', '--format', format]),
        ['edit', 'last', `--note=x${note}`, '--dry-run'],
      ];
      for (const argv of shown) {
        const { code, out, err } = await terminal.run(...argv, '--db', own);
        expect({ argv, code, err }).toEqual({ argv, code: 0, err: '' });
        expect(RAW.exec(out), argv.join(' ')).toBeNull();
      }
      const refused = await terminal.run('add-session', note.trim() || 'x', '5m', '--db', own);
      expect(RAW.exec(refused.err), refused.err).toBeNull();

      for (const format of ['csv', 'json', 'ndjson']) {
        const exported = await pipe.ok('export', '--format', format, '--db', own);
        const file = join(pipe.folder, `${runs}.${format}`);
        writeFileSync(file, exported);
        await pipe.ok('import', format, file, '--db', `${back}-${format}`);
        expect(await pipe.ok('export', '--format', format, '--db', `${back}-${format}`)).toBe(exported);
        expect(JSON.parse(await pipe.ok('import', format, file, '--db', own, '--json'))).toMatchObject({
          imported: 0,
          unchanged: 1,
          kept: [],
        });
      }
    }),
    { numRuns: 25 },
  );
  pipe.remove();
}, 120_000);

test('markdown shows the text and runs none of it; a timeclock stays two lines an entry', async () => {
  const { pipe, begun } = await terminals();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(hostile, oneWord, async (note, tag) => {
      const own = begun(`log-${runs++}`);
      await logged(pipe, own, note, tag, 'x');
      const table = await pipe.ok('export', '--format', 'md', '--db', own);
      expect(table.replaceAll('<br>', '')).not.toMatch(/<\w/);
      expect(table.trimEnd().split('\n')).toHaveLength(3);
      const timeclock = await pipe.ok('export', '--format', 'timeclock', '--db', own);
      expect(timeclock).toMatch(
        /^i 2026-09-20 \d\d:\d\d:00 gcp-pde:preparing-and-using-data:sharing-data( {2}\S[^\n;]*)?\no 2026-09-20 \d\d:\d\d:00\n$/,
      );
      const file = join(pipe.folder, `${runs}.timeclock`);
      writeFileSync(file, timeclock);
      const back = begun(`back-${runs}`);
      expect(JSON.parse(await pipe.ok('import', 'timeclock', file, '--db', back, '--json'))).toMatchObject({
        imported: 1,
        minutes: 45,
      });
    }),
    { numRuns: 25 },
  );
  pipe.remove();
}, 60_000);

test('hostile labels and descriptions of other tools are imported, listed and remembered as they are', async () => {
  const { pipe, terminal, begun } = await terminals();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (label, annotation) => {
      const own = begun(`log-${runs++}`);
      const file = join(pipe.folder, `${runs}.json`);
      const interval = { start: '20260920T170000Z', end: '20260920T180000Z', tags: [label], annotation };
      writeFileSync(file, JSON.stringify([interval]));
      const refused = await terminal.run('import', 'timewarrior', file, '--db', own);
      expect(refused.code).toBe(2);
      expect(RAW.exec(refused.err), refused.err).toBeNull();
      const map = `--map=${label}=data-lake`;
      expect(JSON.parse(await pipe.ok('import', 'timewarrior', file, map, '--db', own, '--json')).imported).toBe(1);
      const again = JSON.parse(await pipe.ok('import', 'timewarrior', file, '--db', own, '--json'));
      expect(again).toMatchObject({ imported: 0, unchanged: 1, kept: [] });
      expect(RAW.exec((await terminal.run('show', 'last', '--db', own)).out)).toBeNull();
    }),
    { numRuns: 25 },
  );
  pipe.remove();
}, 60_000);

test('any bytes as a file end in an answer, never in a crash', async () => {
  const { pipe, terminal, begun } = await terminals();
  const own = begun('log');
  const format = fc.constantFrom('csv', 'json', 'ndjson', 'timewarrior', 'watson', 'klog', 'toggl', 'timeclock');
  const fragment = fc.constantFrom(
    ...PIECES,
    ...[
      'topic_id,minutes,study_date\n',
      'other,5,2026-09-20\n',
      '[',
      ']',
      '{',
      '}',
      '{"start":"20260920T170000Z"',
      ':',
      'null',
      '1e999',
    ],
    ...[
      '2026-09-20\n',
      '    1h ',
      '    9:00 - ?',
      'i 2026-09-20 10:00 other\n',
      'o 2026-09-20 9:00\n',
      'Start date,Start time,Duration\n',
    ],
  );
  const content = fc.oneof(
    fc.array(fragment, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join(''))),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(format, content, async (name, bytes) => {
      const file = join(pipe.folder, 'any');
      writeFileSync(file, bytes);
      const { code, out, err } = await terminal.run('import', name, file, '--db', own, '--dry-run');
      expect([0, 2, 4], err).toContain(code);
      expect(RAW.exec(out + err.replace(/\r(Reading|\u001b\[K)/g, '')), err).toBeNull();
    }),
    { numRuns: 300 },
  );
  pipe.remove();
}, 60_000);

test('notes of a megabyte go in and out of every format', async () => {
  const { pipe, terminal, db, begun } = await terminals();
  const own = begun('log');
  const note = PIECES.join('').replace('\ud83d\udca9', '').repeat(7000);
  expect(note.length).toBeGreaterThan(1_000_000);
  await logged(pipe, own, note, 'long', 'x');
  for (const argv of [
    ['sessions'],
    ['show', 'last'],
    ['status'],
    ...FORMATS.map((format) => ['export', '--format', format]),
  ]) {
    const { code, out } = await terminal.run(...argv, '--db', own);
    expect(code).toBe(0);
    expect(RAW.test(out)).toBe(false);
  }
  for (const format of ['csv', 'json', 'ndjson']) {
    const file = join(pipe.folder, `long.${format}`);
    const exported = await pipe.ok('export', '--format', format, '--db', own);
    writeFileSync(file, exported);
    await pipe.ok('import', format, file, '--db', db(format));
    expect((await pipe.ok('export', '--format', format, '--db', db(format))) === exported).toBe(true);
  }
  pipe.remove();
}, 60_000);

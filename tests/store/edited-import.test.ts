import { copyFileSync, existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { sandbox } from '../support/app.ts';
import { look } from '../support/database.ts';
import { filesIn } from './files.ts';
import { logOf, NOW } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());
const { newFile, fileWith } = filesIn(box.folder);

/** A line of a person's log; without a start it is a duration alone. Values are few, so that many lines are equal or begin together. */
interface Line {
  readonly day: string;
  readonly start: number | null;
  readonly minutes: number;
  readonly pause: number;
  readonly topic: string;
  readonly note: string;
}

const line: fc.Arbitrary<Line> = fc.record({
  day: fc.constantFrom('2026-09-21', '2026-09-22', '2026-11-24'),
  start: fc.constantFrom(null, 300, 345),
  minutes: fc.constantFrom(30, 60, 75),
  pause: fc.constantFrom(0, 0, 5),
  topic: fc.constantFrom('other', 'data-lake'),
  note: fc.constantFrom('', 'slots'),
});

type Edit = (lines: readonly Line[]) => readonly Line[];

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(9), line).map(
    ([at, one]): Edit =>
      (lines) =>
        lines.map((old, i) => (i === at ? one : old)),
  ),
  fc.tuple(fc.nat(9), line).map(
    ([at, one]): Edit =>
      (lines) =>
        lines.toSpliced(at, 0, one),
  ),
  fc.nat(9).map(
    (at): Edit =>
      (lines) =>
        lines.toSpliced(at, 1),
  ),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([a, b]): Edit =>
      (lines) =>
        lines.map((one, i) => (i === a ? lines[b] : i === b ? lines[a] : one) ?? one),
  ),
);

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const compact = (day: string, minutes: number) => `${day.replaceAll('-', '')}T${clock(minutes).replace(':', '')}00Z`;
/** Where a format has no duration alone, it begins at six. */
const startOf = ({ start }: Line) => start ?? 360;

/** Each format without ids, as its tool would write the lines. */
const WRITERS: Record<string, (lines: readonly Line[]) => string> = {
  klog: (lines) =>
    lines
      .map(({ day, start, minutes, pause, topic, note }, i) => {
        const head = lines[i - 1]?.day === day ? '' : `\n${day}\n`;
        const time = start === null ? `${minutes}m` : `${clock(start)} - ${clock(start + minutes)}`;
        return `${head}    ${time} #${topic} ${note}\n${pause > 0 ? `    -${pause}m\n` : ''}`;
      })
      .join(''),
  timeclock: (lines) =>
    lines
      .map((one) => {
        const { day, minutes, topic, note } = one;
        return `i ${day} ${clock(startOf(one))} ${topic}  ${note}\no ${day} ${clock(startOf(one) + minutes)}\n`;
      })
      .join(''),
  timewarrior: (lines) =>
    JSON.stringify(
      lines.map((one, i) => ({
        id: lines.length - i,
        start: compact(one.day, startOf(one)),
        end: compact(one.day, startOf(one) + one.minutes),
        tags: [one.topic],
        annotation: one.note,
      })),
    ),
  toggl: (lines) =>
    ['Email,Project,Description,Start date,Start time,Duration']
      .concat(
        lines.map((one) =>
          ['a@x.test', one.topic, one.note, one.day, `${clock(startOf(one))}:00`, `${clock(one.minutes)}:00`].join(','),
        ),
      )
      .join('\n'),
  csv: (lines) =>
    ['topic_id,minutes,study_date,started_at,note']
      .concat(lines.map((one) => [one.topic, one.minutes, one.day, isoOf(one), one.note].join(',')))
      .join('\n'),
  json: (lines) => `[${lines.map(jsonOf).join(',\n')}]`,
  ndjson: (lines) => lines.map((one) => `${jsonOf(one)}\n`).join(''),
};

function isoOf({ day, start }: Line): string {
  return start === null ? '' : `${day}T${clock(start)}:00+01:00`;
}

function jsonOf(one: Line): string {
  const { day, minutes, topic, note } = one;
  return JSON.stringify({
    study_date: day,
    started_at: isoOf(one),
    note,
    topics: [{ topic_id: topic, minutes }],
  });
}

const started = newFile('db');
/** A copy of one database that was set up. */
async function startedDatabase(): Promise<string> {
  if (!existsSync(started)) await box.ok('init', '--cert', 'gcp-pde', '--db', started);
  const db = newFile('db');
  copyFileSync(started, db);
  return db;
}

/** The sessions of a database with their parts, and whether the sums beside them are right. */
function sessionsIn(file: string): Map<string, unknown> {
  return look(file, (db) => {
    expect(evidenceDrift(db)).toEqual([]);
    const { sessions, parts } = logOf(db) as { sessions: { id: string }[]; parts: { session_id: string }[] };
    return new Map(
      sessions.map((session) => [
        session.id,
        { session, parts: parts.filter((part) => part.session_id === session.id) },
      ]),
    );
  });
}

describe.each(Object.entries(WRITERS))('%s', (format, write) => {
  const imported = async (lines: readonly Line[], db: string) =>
    JSON.parse(await box.ok('import', format, fileWith(write(lines)), '--db', db, '--json'));

  test('after any edit a second import has what the first import of the edited file has, and keeps and tells of the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (lines, edits) => {
          const edited = edits.reduce((before, change) => change(before), lines as readonly Line[]);
          fc.pre(edited.length > 0);
          const [twice, once] = [await startedDatabase(), await startedDatabase()];
          await imported(lines, twice);
          const before = sessionsIn(twice);
          const second = await imported(edited, twice);
          await imported(edited, once);
          const wanted = sessionsIn(once);
          const gone = [...before.keys()].filter((id) => !wanted.has(id));
          expect(wanted.size).toBe(edited.length);
          expect(sessionsIn(twice)).toEqual(new Map([...wanted, ...gone.map((id) => [id, before.get(id)] as const)]));
          expect(second).toMatchObject({ kept: [], imported: wanted.size - (before.size - gone.length) });
          expect([...second.not_in_file].sort()).toEqual(gone.sort());
          expect(await imported(edited, twice)).toMatchObject({ imported: 0, updated: 0, unchanged: edited.length });
        },
      ),
      { numRuns: 15 },
    );
  }, 30_000);
});

test('what version 0.2.0 imported is found again', async () => {
  const log = `session_id,topic_id,started_at,timezone,minutes,source
01a0be42-2100-76b8-a2af-b796adc515cd,other,2026-09-20T12:00:00+02:00,Europe/Berlin,30,klog
01a0be5d-9840-7197-bcd3-c40283e23106,other,2026-09-20T12:30:00+02:00,Europe/Berlin,15,klog
01a0bfc2-a680-7037-85f9-75b576611307,other,2026-09-20T19:00:00+02:00,Europe/Berlin,60,klog
01a0bfc2-a680-70d7-a95c-66611d3624ea,other,2026-09-20T19:00:00+02:00,Europe/Berlin,60,toggl
01a0bfc2-a680-724e-92e0-c1bb6bc22534,other,2026-09-20T19:00:00+02:00,Europe/Berlin,60,timeclock
01a0bfc2-a680-731b-b5f6-36596db20286,other,2026-09-20T19:00:00+02:00,Europe/Berlin,75,timewarrior
`;
  const files = {
    klog: '2026-09-20\n    19:00 - 20:00\n    30m\n    15m\n',
    toggl: 'Email,Start date,Start time,Duration\na@x.test,2026-09-20,19:00:00,01:00:00\n',
    timeclock: 'i 2026-09-20 19:00 other\no 2026-09-20 20:00\n',
    timewarrior: '[{"id":2,"start":"20260920T170000Z","end":"20260920T181500Z"}]',
  };
  const db = await startedDatabase();
  await box.ok('import', 'csv', fileWith(log), '--db', db);
  for (const [format, text] of Object.entries(files)) {
    const done = await box.ok('import', format, fileWith(text), '--db', db, '--map', '=other', '--json');
    expect(JSON.parse(done)).toMatchObject({ imported: 0, kept: [], not_in_file: [] });
  }
  expect(sessionsIn(db).size).toBe(6);
});

test('intervals that begin in the same second are all taken, and none is anybody else’s', async () => {
  const of = (end: string, tag: string) => ({ start: '20260920T170000Z', end: `20260920T${end}Z`, tags: [tag] });
  const text = JSON.stringify([
    of('173000', 'other'),
    of('180000', 'other'),
    of('180000', 'data-lake'),
    of('180000', 'other'),
  ]);
  const db = await startedDatabase();
  const read = async () => JSON.parse(await box.ok('import', 'timewarrior', fileWith(text), '--db', db, '--json'));
  expect(await read()).toMatchObject({ imported: 4, minutes: 210, kept: [] });
  expect(await read()).toMatchObject({ imported: 0, unchanged: 4, kept: [], not_in_file: [] });
});

test('a note made here stays, and a duration of today that was placed before noon is not moved with the clock', async () => {
  const db = await startedDatabase();
  const file = fileWith('2026-11-24\n    2h #other\n');
  const read = async (now: string) => {
    box.world.now = now;
    const done = JSON.parse(await box.ok('import', 'klog', file, '--db', db, '--json'));
    box.world.now = NOW;
    return done;
  };
  expect(await read('2026-11-24T09:00:00+01:00')).toMatchObject({ imported: 1 });
  expect(await read('2026-11-24T09:30:00+01:00')).toMatchObject({ unchanged: 1, updated: 0, kept: [] });
  expect(await read('2026-11-24T18:00:00+01:00')).toMatchObject({ unchanged: 0, updated: 1, kept: [] });
  await box.ok('edit', 'last', '--note', 'mine', '--db', db);
  expect(await read('2026-11-24T19:00:00+01:00')).toMatchObject({ updated: 0, kept: [expect.any(String)] });
});

test.each([
  [
    'watson',
    (id: string, tag: string) => ({
      id,
      project: tag,
      start: '2026-09-20T19:00+02:00',
      stop: '2026-09-20T20:00+02:00',
    }),
  ],
  ['json', (id: string, tag: string) => ({ id, study_date: '2026-09-20', topics: [{ topic_id: tag, minutes: 5 }] })],
])('two entries of one %s file with one id are a bad row, not a conflict with what is yours', async (format, of) => {
  const id = '01a0be42-2100-76b8-a2af-b796adc515cd';
  const db = await startedDatabase();
  const file = (...tags: string[]) => fileWith(`[${tags.map((tag) => JSON.stringify(of(id, tag))).join(',\n')}]`);
  const { code, err } = await box.run('import', format, file('other', 'data-lake'), '--db', db);
  expect(code).toBe(4);
  expect(err).toContain(':2 another entry of the file has the same id');
  const same = JSON.parse(await box.ok('import', format, file('other', 'other'), '--db', db, '--json'));
  expect(same).toMatchObject({ imported: 1, unchanged: 1, kept: [] });
});

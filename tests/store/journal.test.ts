import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../src/domain/session.ts';
import type { Change } from '../../src/store/change.ts';
import { eachSession } from '../../src/store/each-session.ts';
import {
  changesOf,
  history,
  nextToRedo,
  nextToUndo,
  type RecordedEntry,
  record,
  revert,
} from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open.ts';
import { sessionFinder } from '../../src/store/sessions.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { inventedSessions } from '../bench/journey.ts';
import { type Sandbox, sandbox } from '../support/app.ts';
import { addAll, csvOf, logOf, NOW, PDE, PMLE } from './logs.ts';

/** One thing a person may do; the number chooses among the sessions there are. */
type Step =
  | readonly [action: string, ...words: string[]]
  | readonly [action: 'edit' | 'delete', pick: number, ...words: string[]];

const EMPTY = {
  sessions: [],
  parts: [],
  evidence: [],
  tracks: [],
  mocks: [],
  mockSections: [],
  providers: [],
  resources: [],
  results: [],
  settings: [],
};
const topic = fc.constantFrom('sharing-data', '3.1', 'other', 'storing-data');
const minutes = fc.integer({ min: 1, max: 300 }).map((count) => `${count}m`);
const extra = fc.constantFrom([], ['--score', '7/9'], ['-a', 'lab', '--tag', 'evening'], ['--date', '2026-09-01']);
const change = fc.constantFrom(
  ['--duration', '77m'],
  ['--topic', 'sharing-data=10m', '--topic', '3.1=20m'],
  ['--date', '2026-08-15'],
  ['-a', 'none', '--score', 'none'],
  ['--score', '1/3', '--note', 'again'],
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(topic, minutes, extra).map(([name, time, more]): Step => ['add-session', name, time, ...more]),
  fc.tuple(fc.nat(20), change).map(([pick, words]): Step => ['edit', pick, ...words]),
  fc.nat(20).map((pick): Step => ['delete', pick]),
  fc.constantFrom<Step[]>(['undo'], ['redo']),
  fc.constantFrom<Step[]>(['undo'], ['redo']),
  fc.constantFrom<Step[]>(['import', 'csv', 'first.csv'], ['import', 'csv', 'second.csv']),
  fc.constantFrom<Step[]>(['init', '--cert', 'gcp-pmle'], ['cert', 'use', 'gcp-pmle'], ['cert', 'use', 'gcp-pde']),
  fc.constantFrom<Step[]>(
    ['add-mock', '--score', '20/45', '-p', 'Set 1', '--profile', 'third-party'],
    ['add-mock', '--section', '1=3/10', '--section', '2=8/12', '--repeat', '--date', '2026-10-01'],
    ['mocks', 'edit', 'last', '--score', '30/45', '--first', 'yes', '--note', 'again'],
    ['mocks', 'delete', 'last'],
    ['mocks', 'provider', 'set 1', 'official'],
  ),
  fc.constantFrom<Step[]>(
    ['resource', 'add', 'https://example.com/course', '--title', 'Course', '--topic', '3.1', '--free'],
    ['resource', 'done', 'course'],
    ['resource', 'drop', 'course'],
    ['cert', 'result', 'fail', '--date', '2026-11-01'],
  ),
);

async function withLog<T>(work: (box: Sandbox, db: Db) => Promise<T>): Promise<T> {
  const box = sandbox({ now: NOW });
  const invented = [...inventedSessions(PDE, 6), ...inventedSessions(PMLE, 3, 2)];
  writeFileSync(join(box.folder, 'first.csv'), csvOf(invented.slice(0, 5)));
  writeFileSync(join(box.folder, 'second.csv'), csvOf(invented.slice(3)));
  await box.ok('init', '--cert', 'gcp-pde', '--hours', '6');
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  try {
    return await work(box, db);
  } finally {
    db.close();
    box.remove();
  }
}

/** Takes a step; one that makes no sense just now (nothing to undo, no such session) must say so and do nothing. */
async function take(box: Sandbox, db: Db, [action, first, ...rest]: Step): Promise<void> {
  const before = logOf(db);
  const living = [...eachSession(db)];
  const target = typeof first === 'number' ? (living[first % living.length]?.id ?? 'last') : first;
  const words = [target, ...rest].flatMap((word) => word ?? []);
  const paths = words.map((word) => (String(word).endsWith('.csv') ? join(box.folder, String(word)) : String(word)));
  const { code, err } = await box.run(action, ...paths);
  expect([0, 2, 3], err).toContain(code);
  if (code !== 0) expect(logOf(db)).toEqual(before);
}

async function repeat(box: Sandbox, action: 'undo' | 'redo'): Promise<void> {
  while ((await box.run(action)).code === 0);
}

/** Every change ever journalled, oldest first. */
function journal(db: Db): Change[] {
  return history(db, 100_000)
    .reverse()
    .flatMap(({ seq }) => changesOf(db, seq));
}

test('whatever is done, the evidence is what the sessions say, and undo and redo lead all the way back and forth', async () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(steps, (list) =>
      withLog(async (box, db) => {
        for (const one of list) {
          await take(box, db, one);
          expect(evidenceDrift(db)).toEqual([]);
        }
        await repeat(box, 'redo');
        const done = logOf(db);
        await repeat(box, 'undo');
        expect(logOf(db)).toEqual(EMPTY);
        await repeat(box, 'redo');
        expect(logOf(db)).toEqual(done);
        expect(evidenceDrift(db)).toEqual([]);
      }),
    ),
    { numRuns: 15 },
  );
});

test('the journal alone tells what the sessions are, and each change begins where the one before ended', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), (list) =>
      withLog(async (box, db) => {
        for (const one of list) await take(box, db, one);
        const replayed = new Map<string, unknown>();
        for (const { entity, id, before, after } of journal(db)) {
          const key = `${entity} ${id}`;
          expect(before, key).toEqual(replayed.get(key) ?? null);
          replayed.set(key, after);
        }
        const sessions = [...replayed].filter(([key, after]) => key.startsWith('session ') && after !== null);
        expect(db.prepare('SELECT count(*) FROM session').pluck().get()).toBe(sessions.length);
        for (const [key, after] of sessions) expect(sessionFinder(db)(key.slice(8))).toEqual(after);
      }),
    ),
    { numRuns: 12 },
  );
});

test('undo and redo are journal entries that name what they acted on', () =>
  withLog(async (box, db) => {
    await box.ok('add-session', 'sharing-data', '45m');
    await box.ok('undo');
    await box.ok('redo');
    expect(history(db, 3).map(({ seq, action, state, reverts }) => ({ seq, action, state, reverts }))).toEqual([
      { seq: 4, action: 'redo', state: 'reversal', reverts: 2 },
      { seq: 3, action: 'undo', state: 'reversal', reverts: 2 },
      { seq: 2, action: 'add-session', state: 'applied', reverts: null },
    ]);
  }));

test('a new change after undo ends what redo could bring back, and undo then goes past it', () =>
  withLog(async (box, db) => {
    await box.ok('add-session', 'sharing-data', '10m', '--note', 'kept');
    await box.ok('add-session', 'sharing-data', '10m', '--note', 'given up');
    await box.ok('undo');
    await box.ok('add-session', 'sharing-data', '10m', '--note', 'instead');
    expect(await box.run('redo')).toMatchObject({ code: 3, err: expect.stringContaining('nothing to redo') });
    await box.ok('undo');
    expect([...eachSession(db)].map(({ note }) => note)).toEqual(['kept']);
    await box.ok('redo');
    expect([...eachSession(db)].map(({ note }) => note)).toEqual(['kept', 'instead']);
  }));

test('redo brings things back in the order they were first done', () =>
  withLog(async (box, db) => {
    for (const note of ['one', 'two', 'three']) await box.ok('add-session', 'other', '5m', '--note', note);
    for (const _ of [1, 2, 3]) await box.ok('undo');
    await box.ok('redo');
    expect([...eachSession(db)].map(({ note }) => note)).toEqual(['one']);
  }));

test('an entry that changes a session twice is taken back step by step, last step first', () => {
  const db = openStore(':memory:');
  const [session] = [...inventedSessions(PDE, 1)] as [Session];
  addAll(db, [session]);
  const [once, twice] = [
    { ...session, note: 'once' },
    { ...session, note: 'twice', activity: null },
  ];
  const entry = (id: string) => ({ id, at: Date.parse(NOW), action: 'test', summary: 'changed twice' });
  const before = logOf(db);
  record(db, entry('two steps'), [
    { entity: 'session', id: session.id, before: session, after: once },
    { entity: 'session', id: session.id, before: once, after: twice },
  ]);
  const after = logOf(db);
  revert(db, nextToUndo(db) as RecordedEntry, entry('back'));
  expect(logOf(db)).toEqual(before);
  revert(db, nextToRedo(db) as RecordedEntry, entry('forth'));
  expect(logOf(db)).toEqual(after);
  expect(evidenceDrift(db)).toEqual([]);
  db.close();
});

test('one import is one undo, with the tracks it started', async () => {
  const box = sandbox({ now: NOW });
  const file = join(box.folder, 'log.csv');
  writeFileSync(file, csvOf([...inventedSessions(PDE, 4), ...inventedSessions(PMLE, 4, 2)]));
  await box.ok('import', 'csv', file);
  await box.ok('undo');
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  expect(logOf(db)).toEqual(EMPTY);
  db.close();
  box.remove();
});

test.each(['undo', 'redo'])('%s --dry-run says what it would do and does nothing', (action) =>
  withLog(async (box, db) => {
    await box.ok('add-session', 'sharing-data', '45m');
    if (action === 'redo') await box.ok('undo');
    const [log, entries] = [logOf(db), history(db, 100)];
    const { dry_run: dryRun, ...said } = JSON.parse(await box.ok(action, '--dry-run', '--json'));
    expect(dryRun).toBe(true);
    expect(said).toMatchObject({ action, summary: expect.stringContaining('logged 45') });
    expect([logOf(db), history(db, 100)]).toEqual([log, entries]);
    expect(JSON.parse(await box.ok(action, '--json'))).toEqual(said);
  }),
);

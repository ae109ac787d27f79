import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { inventedSessions } from '../bench/journey.ts';
import { PACKAGE, sandbox } from '../support/app.ts';
import { look } from '../support/database.ts';
import { filesIn } from './files.ts';
import { csvOf, hostileLog, logOf, NOW, PDE } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());

const { newFile, fileWith, databaseWith } = filesIn(box.folder);

/** Everything in the database, the journal too. */
const contentOf = (file: string) =>
  look(file, (db) => ({
    ...logOf(db),
    editions: db.prepare('SELECT * FROM edition ORDER BY id').all(),
    journal: db.prepare('SELECT * FROM journal ORDER BY seq').all(),
    changes: db.prepare('SELECT * FROM journal_change ORDER BY seq, position').all(),
  }));

/** The part of a log that a CSV of sessions carries. */
const withoutTracks = ({ sessions, parts, evidence }: ReturnType<typeof logOf>) => ({ sessions, parts, evidence });

test('export, import into an empty database, export: the same bytes, whatever the notes hold', async () => {
  await fc.assert(
    fc.asyncProperty(hostileLog, async (sessions) => {
      const [from, to] = [databaseWith(sessions), newFile('db')];
      const exported = await box.ok('export', '--db', from);
      await box.ok('import', 'csv', fileWith(exported), '--db', to);
      expect(await box.ok('export', '--db', to)).toBe(exported);
      expect(look(to, logOf)).toMatchObject(withoutTracks(look(from, logOf)));
    }),
    { numRuns: 30 },
  );
});

test('so do the bytes of a file that export wrote itself, with its BOM and semicolons', async () => {
  await fc.assert(
    fc.asyncProperty(hostileLog, async (sessions) => {
      const [from, to] = [databaseWith(sessions), newFile('db')];
      const [first, second] = [newFile('csv'), newFile('csv')];
      await box.ok('export', '--excel', '-o', first, '--db', from);
      await box.ok('import', 'csv', first, '--db', to);
      await box.ok('export', '--excel', '-o', second, '--db', to);
      expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
      expect(look(to, logOf)).toMatchObject(withoutTracks(look(from, logOf)));
    }),
    { numRuns: 20 },
  );
});

test('the sample journey comes out of the database as it went in, byte for byte', async () => {
  const sample = join(PACKAGE, 'data', 'demo', 'sessions.csv');
  const db = newFile('db');
  await box.ok('import', 'csv', sample, '--db', db);
  expect(await box.ok('export', '--db', db)).toBe(readFileSync(sample, 'utf8'));
});

test('importing a file a second time changes nothing, not even the journal', async () => {
  await fc.assert(
    fc.asyncProperty(hostileLog, async (sessions) => {
      const [csv, db] = [fileWith(csvOf(sessions)), newFile('db')];
      await box.ok('import', 'csv', csv, '--db', db);
      const once = contentOf(db);
      const again = JSON.parse(await box.ok('import', 'csv', csv, '--db', db, '--json'));
      expect(again).toMatchObject({ imported: 0, unchanged: sessions.length, kept: [], started: [] });
      expect(contentOf(db)).toEqual(once);
    }),
    { numRuns: 20 },
  );
});

test('a hand-made file without ids, equal rows among them, is imported once as well', async () => {
  const row = 'sharing-data,2026-09-01,25,"said ""hello"""';
  const csv = fileWith(`topic_id,study_date,minutes,note\n${row}\n${row}\n`);
  const db = newFile('db');
  await box.ok('init', '--cert', 'gcp-pde', '--db', db);
  await box.ok('import', 'csv', csv, '--db', db);
  const once = contentOf(db);
  expect(once.sessions).toHaveLength(2);
  await box.ok('import', 'csv', csv, '--db', db);
  expect(contentOf(db)).toEqual(once);
});

test('import --dry-run predicts what import then does, and touches nothing', async () => {
  const invented = [...inventedSessions(PDE, 12)];
  const slices = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => invented.slice(Math.min(a, b), Math.max(a, b) + 1));
  await fc.assert(
    fc.asyncProperty(slices, slices, async (present, offered) => {
      const edited = offered.map((session, i) => (i % 3 === 0 ? { ...session, note: 'edited elsewhere' } : session));
      const [db, csv] = [databaseWith(present), fileWith(csvOf(edited))];
      await box.ok('init', '--cert', 'gcp-pde', '--db', db);
      const [content, bytes] = [contentOf(db), readFileSync(db)];
      const predicted = JSON.parse(await box.ok('import', 'csv', csv, '--db', db, '--dry-run', '--json'));
      expect(readFileSync(db).equals(bytes)).toBe(true);
      expect(contentOf(db)).toEqual(content);
      expect({ dry_run: true, ...JSON.parse(await box.ok('import', 'csv', csv, '--db', db, '--json')) }).toEqual(
        predicted,
      );
      expect(contentOf(db).sessions).toHaveLength(content.sessions.length + predicted.imported);
    }),
    { numRuns: 20 },
  );
});

test('import --dry-run makes no database where there is none', async () => {
  const db = newFile('db');
  const predicted = await box.ok(
    'import',
    'csv',
    fileWith(csvOf([...inventedSessions(PDE, 3)])),
    '--db',
    db,
    '--dry-run',
    '--json',
  );
  expect(JSON.parse(predicted)).toMatchObject({ imported: 3, started: [PDE.id] });
  expect(existsSync(db)).toBe(false);
});

test.each([
  ['an unknown topic', 'no-such-topic', '25'],
  ['minutes that are no number', 'sharing-data', 'many'],
  ['no time at all', 'sharing-data', '0'],
])('one bad row, with %s, and nothing of the import is saved', async (_, topic, minutes) => {
  const db = databaseWith([...inventedSessions(PDE, 3)]);
  const before = contentOf(db);
  const good = `sharing-data,2026-09-01,25,${PDE.id}\n`;
  const csv = fileWith(`topic_id,study_date,minutes,edition\n${good}${topic},2026-09-01,${minutes},${PDE.id}\n${good}`);
  const { code, err } = await box.run('import', 'csv', csv, '--db', db);
  expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining(`${csv}:3 `) });
  expect(contentOf(db)).toEqual(before);
});

test('a deleted session is not brought back by importing it', async () => {
  const db = newFile('db');
  await box.ok('init', '--cert', 'gcp-pde', '--db', db);
  await box.ok('add-session', 'sharing-data', '45m', '--db', db);
  const csv = fileWith(await box.ok('export', '--db', db));
  await box.ok('delete', 'last', '--db', db);
  const deleted = contentOf(db);
  expect(JSON.parse(await box.ok('import', 'csv', csv, '--db', db, '--json'))).toMatchObject({ imported: 0, kept: [] });
  expect(contentOf(db)).toEqual(deleted);
});

test('a session that was edited here keeps its edits when the older file is imported, and import says so', async () => {
  const db = newFile('db');
  await box.ok('init', '--cert', 'gcp-pde', '--db', db);
  await box.ok('add-session', 'sharing-data', '45m', '--db', db);
  const csv = fileWith(await box.ok('export', '--db', db));
  await box.ok('edit', 'last', '--note', 'better', '--db', db);
  const edited = contentOf(db);
  const said = JSON.parse(await box.ok('import', 'csv', csv, '--db', db, '--json'));
  expect(said.kept).toEqual([(edited.sessions[0] as { id: string }).id]);
  expect(contentOf(db)).toEqual(edited);
});

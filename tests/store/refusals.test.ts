import { closeSync, openSync, readFileSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { withStoreErrors } from '../../src/store/store-errors.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { inventedSessions } from '../bench/journey.ts';
import { sandbox } from '../support/app.ts';
import { addAll, logOf, NOW, PDE } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());
let files = 0;
const newFile = (ending: string) => join(box.folder, `${files++}.${ending}`);

test('an upgrade that rebuilds the session table keeps the topics of every session', () => {
  const file = newFile('db');
  const db = openStore(file);
  addAll(db, [...inventedSessions(PDE, 30)]);
  const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'session'").pluck().get() as string;
  db.close();
  const rebuild = `${sql.replace('TABLE session', 'TABLE session_new')}; INSERT INTO session_new SELECT * FROM session;
    DROP TABLE session; ALTER TABLE session_new RENAME TO session;`;
  const upgraded = openStore(file, [...MIGRATIONS, rebuild]);
  expect(logOf(upgraded).parts).toHaveLength(30);
  upgraded.close();
});

test.each([1, 7])(
  "another program's database with user_version %i is refused as such and stays as it is",
  async (version) => {
    const file = newFile('db');
    const db = new Sqlite(file);
    db.exec('CREATE TABLE bookmark (url TEXT)');
    db.pragma(`user_version = ${version}`);
    db.close();
    const bytes = readFileSync(file);
    const { code, err } = await box.run('status', '--db', file, '--json');
    expect({ code, error: JSON.parse(err).error.code }).toEqual({ code: 5, error: 'database_damaged' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  },
);

test.each(['status', 'sessions', 'export', 'history', 'add-session other 5m', 'undo'])(
  'pages overwritten with zeros: %s ends with database_damaged',
  async (command) => {
    const file = newFile('db');
    await box.ok('init', '--cert', 'gcp-pde', '--db', file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(statSync(file).size - 4096), 0, undefined, 4096);
    closeSync(handle);
    const { code, err } = await box.run(...command.split(' '), '--db', file, '--json');
    expect({ code, error: JSON.parse(err).error.code }).toEqual({ code: 5, error: 'database_damaged' });
  },
);

test('one session id written in two cases is one session, or is refused; the evidence stays right', async () => {
  const [csv, file] = [newFile('csv'), newFile('db')];
  const id = '01a0a12f-9408-7bcd-9dfe-cb029f29f78a';
  const row = (name: string, minutes: number) => `${name},${PDE.id},sharing-data,2026-01-02,${minutes}\n`;
  writeFileSync(csv, `session_id,edition,topic_id,study_date,minutes\n${row(id, 30)}${row(id.toUpperCase(), 40)}`);
  await box.run('import', 'csv', csv, '--db', file);
  const db = openStore(file);
  expect(evidenceDrift(db)).toEqual([]);
  db.close();
});

test('a session is listed under the study date it was imported with', async () => {
  const [csv, file] = [newFile('csv'), newFile('db')];
  writeFileSync(
    csv,
    `edition,topic_id,study_date,started_at,minutes\n${PDE.id},sharing-data,2026-01-02,2026-06-02T10:00:00Z,30\n`,
  );
  const { code } = await box.run('import', 'csv', csv, '--db', file);
  if (code === 4) return;
  expect(
    JSON.parse(await box.ok('sessions', '--since', '2026-01-01', '--until', '2026-01-31', '--json', '--db', file)),
  ).toMatchObject([{ study_date: '2026-01-02' }]);
});

test.each([['a'.repeat(300)], ['loop']])(
  'a database name the system refuses (%s) ends with exit code 5',
  async (name) => {
    if (name === 'loop') symlinkSync('loop', join(box.folder, 'loop'));
    const { code, err } = await box.run('init', '--cert', 'gcp-pde', '--db', join(box.folder, name));
    expect({ code, err }).toEqual({ code: 5, err: expect.stringContaining('cannot write') });
  },
);

test('a forced session longer than a week is noticed when another one overlaps its end', async () => {
  const file = newFile('db');
  await box.ok('init', '--cert', 'gcp-pde', '--db', file);
  await box.ok('add-session', 'other', '240h', '--force', '--db', file);
  const { overlaps } = JSON.parse(await box.ok('add-session', 'other', '5m', '--db', file, '--json'));
  expect(overlaps).toHaveLength(1);
});

test.each([
  ['evidence that contradicts the log is damage', 'UPDATE topic_day SET minutes = minutes + 64', 'database_damaged'],
  ['a bug is a bug where nothing is damaged', 'SELECT 1', undefined],
])('%s', async (_, damage, code) => {
  const file = newFile('db');
  const db = openStore(file);
  addAll(db, [...inventedSessions(PDE, 5)]);
  db.exec(damage);
  db.close();
  const work = withStoreErrors(file, async () => {
    throw new Error('a bug');
  });
  await expect(work).rejects.toSatisfy((error: { code?: string }) => error.code === code);
});

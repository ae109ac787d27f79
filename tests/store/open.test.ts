import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Backup } from '../../src/domain/backup.ts';
import { backupPath, backupsFolder, listBackups } from '../../src/store/backups.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { withStoreErrors } from '../../src/store/store-errors.ts';
import { inventedSessions } from '../bench/journey.ts';
import { sandbox } from '../support/app.ts';
import { look } from '../support/database.ts';
import { addAll, logOf, NOW, PDE } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());

let folders = 0;
function newFile(): string {
  const folder = join(box.folder, `case-${folders++}`);
  mkdirSync(folder);
  return join(folder, 'log.db');
}

function logFile(): string {
  const file = newFile();
  look(file, (db) => addAll(db, [...inventedSessions(PDE, 30)]));
  return file;
}

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const PAGE = 4096;
const withColumn = [...MIGRATIONS, 'ALTER TABLE session ADD COLUMN mood TEXT'];

test('the folder, the database and what SQLite puts beside it are readable by their owner only, whatever the umask', () => {
  const file = join(box.folder, 'new', 'folder', 'log.db');
  const before = process.umask(0);
  try {
    look(file, () => {
      expect(readdirSync(join(file, '..')).sort()).toEqual(['log.db', 'log.db-shm', 'log.db-wal']);
      for (const suffix of ['', '-shm', '-wal']) expect(modeOf(`${file}${suffix}`), suffix).toBe('600');
    });
    expect([modeOf(join(box.folder, 'new')), modeOf(join(box.folder, 'new', 'folder'))]).toEqual(['700', '700']);
  } finally {
    process.umask(before);
  }
});

test('a database is written ahead and synced in full, so that a commit survives a power cut', () => {
  look(newFile(), (db) => {
    const setting = (name: string) => db.pragma(name, { simple: true });
    expect([setting('journal_mode'), setting('synchronous'), setting('foreign_keys')]).toEqual(['wal', 2, 1]);
  });
});

test('a database from a newer certtrack is refused and stays as it is', async () => {
  const file = logFile();
  look(file, () => {}, withColumn);
  const bytes = readFileSync(file);
  expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'database_newer' }));
  for (const command of ['status', 'init --cert gcp-pmle', 'import csv data/demo/sessions.csv'])
    expect(await box.run(...command.split(' '), '--db', file)).toMatchObject({
      code: 5,
      err: expect.stringContaining('newer certtrack'),
    });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test.each([
  ['how it is written', 18, 1],
  ['how it is read', 19, 4],
  ['which schema it has', 60, 0],
])('a flipped bit in the header, of %s, is damage', async (_, at, bit) => {
  const file = logFile();
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
  expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'database_damaged' }));
  expect(await box.run('doctor', '--db', file)).toMatchObject({ code: 1, out: expect.stringContaining('damaged') });
});

function notADatabase(): string {
  const file = newFile();
  writeFileSync(file, 'Dear diary, today I read about BigQuery.\n'.repeat(200));
  return file;
}

function anotherProgramsDatabase(): string {
  const file = newFile();
  const db = new Sqlite(file);
  db.exec("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://example.com')");
  db.close();
  return file;
}

function zeroedDatabase(): string {
  const file = logFile();
  writeFileSync(file, Buffer.alloc(statSync(file).size));
  return file;
}

test.each([
  ['a file that is no database', notADatabase, 'damaged'],
  ['a database of another program', anotherProgramsDatabase, 'another program'],
  ['a database overwritten with zeros', zeroedDatabase, 'damaged'],
])('%s is refused, said so, and stays as it is', async (_, make, words) => {
  const file = make();
  const bytes = readFileSync(file);
  for (const command of ['status', 'export', 'add-session other 5m', 'undo', 'init --cert gcp-pde']) {
    const { code, err } = await box.run(...command.split(' '), '--db', file, '--json');
    expect({ code, error: JSON.parse(err).error.code }).toEqual({ code: 5, error: 'database_damaged' });
    expect(err).toContain(words);
  }
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a folder is refused by name', async () => {
  const { code, err } = await box.run('init', '--cert', 'gcp-pde', '--db', box.folder);
  expect({ code, err }).toEqual({ code: 5, err: expect.stringContaining('is a folder, not a database file') });
});

test('a path through a file is refused', async () => {
  const { code, err } = await box.run('init', '--cert', 'gcp-pde', '--db', join(notADatabase(), 'below', 'log.db'));
  expect({ code, err }).toEqual({ code: 5, err: expect.stringContaining('cannot write') });
});

test('a database that lost a page or more off its end is called damaged', async () => {
  const whole = readFileSync(logFile());
  const file = newFile();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: whole.length - PAGE }), async (length) => {
      writeFileSync(file, whole);
      truncateSync(file, length);
      for (const command of ['status', 'add-session other 5m']) {
        const { code, err } = await box.run(...command.split(' '), '--db', file);
        expect({ code, err }).toEqual({
          code: 5,
          err: expect.stringMatching(/is cut short|or it is damaged|is empty/),
        });
      }
    }),
    { numRuns: 40, examples: [[2], [16], [99], [100], [512], [4095], [4096], [whole.length - PAGE]] },
  );
});

test('an upgrade keeps every row and leaves a private backup that the older certtrack opens', () => {
  const file = logFile();
  const before = look(file, logOf);
  look(
    file,
    (db) => {
      expect(db.prepare('SELECT count(mood) FROM session').pluck().get()).toBe(0);
      const { sessions, ...rest } = logOf(db);
      expect({ ...rest, sessions: sessions.map((row) => ({ ...(row as object), mood: undefined })) }).toEqual(before);
    },
    withColumn,
  );
  const [backup, ...others] = listBackups(file);
  expect(others).toEqual([]);
  expect(backup?.reason).toBe('upgrade');
  const path = backupPath(file, backup as Backup);
  expect([modeOf(path), modeOf(backupsFolder(file))]).toEqual(['600', '700']);
  expect(look(path, logOf)).toEqual(before);
});

test('opening an up-to-date database makes no backup', () => {
  const file = logFile();
  look(file, () => {});
  expect(readdirSync(join(file, '..'))).toEqual(['log.db']);
});

test('an upgrade that fails half-way leaves the database at its old version with every row', () => {
  const file = logFile();
  const before = look(file, logOf);
  const broken = [...withColumn, 'UPDATE session SET note = NULL; SELECT nonsense'];
  expect(() => openStore(file, broken)).toThrow();
  expect(look(file, logOf)).toEqual(before);
});

test('two opens at once see each other, and both may write in turn', () => {
  const file = newFile();
  look(file, (one) =>
    look(file, (other) => {
      const [first, second, third] = [...inventedSessions(PDE, 3)].map((session) => [session]);
      addAll(one, first ?? []);
      addAll(other, second ?? []);
      addAll(one, third ?? []);
      expect(logOf(one)).toEqual(logOf(other));
      expect(logOf(other).sessions).toHaveLength(3);
    }),
  );
});

test('while another program writes, reading works and writing ends with database_locked', async () => {
  const file = logFile();
  const other = openStore(file);
  const db = openStore(file);
  db.pragma('busy_timeout = 20');
  other.exec('BEGIN IMMEDIATE');
  expect(logOf(db).sessions).toHaveLength(30);
  const write = () => withStoreErrors(file, async () => db.exec('BEGIN IMMEDIATE'));
  await expect(write()).rejects.toThrow(
    expect.objectContaining({ code: 'database_locked', message: expect.stringContaining(file) }),
  );
  other.exec('ROLLBACK');
  await expect(write()).resolves.toBeDefined();
  db.close();
  other.close();
});

test('commands that only look make no database', async () => {
  const file = join(box.folder, 'nothing', 'log.db');
  for (const command of ['status', 'sessions', 'export', 'undo', 'add-session other 5m'])
    expect(await box.run(...command.split(' '), '--db', file)).toMatchObject({ code: 3 });
  expect(existsSync(join(box.folder, 'nothing'))).toBe(false);
});

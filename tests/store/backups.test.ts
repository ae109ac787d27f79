import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Backup } from '../../src/domain/backup.ts';
import {
  backupPath,
  backupsFolder,
  contentsOf,
  listBackups,
  makeBackup,
  newestGood,
  unfinishedBackups,
} from '../../src/store/backups.ts';
import { openStore } from '../../src/store/open.ts';
import { restoreBackup } from '../../src/store/restore.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { inventedSessions } from '../bench/journey.ts';
import { sandbox } from '../support/app.ts';
import { look } from '../support/database.ts';
import { addAll, logOf, NOW, PDE } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());
const AT = Date.parse(NOW);

let folders = 0;
function logFile(sessions = 30): string {
  const folder = join(box.folder, `case-${folders++}`);
  mkdirSync(folder);
  const file = join(folder, 'log.db');
  look(file, (db) => addAll(db, [...inventedSessions(PDE, sessions)]));
  return file;
}

test('a backup holds what was committed, even while another program is writing', () => {
  const file = logFile();
  const writer = openStore(file);
  writer.exec("BEGIN IMMEDIATE; UPDATE session SET note = 'not committed'");
  const backup = look(file, (db) => makeBackup(db, file, 'manual', AT));
  writer.exec('ROLLBACK');
  writer.close();
  expect(look(backupPath(file, backup), logOf)).toEqual(look(file, logOf));
});

test('backups of one second have names of their own, and all are private', () => {
  const file = logFile();
  const before = process.umask(0);
  try {
    look(file, (db) => [1, 2, 3].map(() => makeBackup(db, file, 'manual', AT)));
  } finally {
    process.umask(before);
  }
  const modes = readdirSync(backupsFolder(file)).map((name) => statSync(join(backupsFolder(file), name)).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

test('a database that cannot be read whole makes no backup and leaves no file', () => {
  const file = logFile(300);
  // Rows that break a constraint, as a flipped bit would leave them.
  const raw = openSqlite(file);
  raw.pragma('ignore_check_constraints = ON');
  raw.exec('UPDATE session SET confidence = 99 WHERE rowid = 1');
  raw.close();
  look(file, (db) =>
    expect(() => makeBackup(db, file, 'daily', AT)).toThrow(expect.objectContaining({ code: 'database_damaged' })),
  );
  expect(readdirSync(backupsFolder(file))).toEqual([]);
});

test('the newest good backup is the newest that is sound', () => {
  const file = logFile();
  const good = look(file, (db) => makeBackup(db, file, 'daily', AT));
  writeFileSync(backupPath(file, { name: '2026-12-01T00-00-00Z-daily' }), 'nonsense'.repeat(1000));
  expect(listBackups(file)).toHaveLength(2);
  expect(newestGood(file)).toEqual(good);
  expect(contentsOf(backupPath(file, good))).toMatchObject({ sessions: 30, problem: undefined });
});

test('of two backups made in one second the newest is the one made last', () => {
  const file = logFile();
  const [first, second] = look(file, (db) => [
    makeBackup(db, file, 'manual', AT),
    makeBackup(db, file, 'daily', AT),
  ]) as [Backup, Backup];
  expect(second.at).toBeGreaterThan(first.at);
  expect(listBackups(file)).toEqual([second, first]);
});

test('a database that is gone is restored, whatever its write-ahead log still held', () => {
  const file = logFile();
  const backup = look(file, (db) => makeBackup(db, file, 'manual', AT));
  const before = look(file, logOf);
  const killed = openStore(file);
  addAll(killed, [...inventedSessions(PDE, 40, 7)]);
  for (const suffix of ['-wal', '-shm']) copyFileSync(`${file}${suffix}`, `${file}${suffix}.left`);
  killed.close();
  for (const suffix of ['-wal', '-shm']) renameSync(`${file}${suffix}.left`, `${file}${suffix}`);
  rmSync(file);
  const { setAside } = restoreBackup(file, backupPath(file, backup), AT);
  expect(existsSync(`${setAside}-wal`)).toBe(true);
  expect(look(file, logOf)).toEqual(before);
  look(file, (db) => expect(db.pragma('integrity_check', { simple: true })).toBe('ok'));
});

test('restoring keeps what was there: restoring that again gives every table back', () => {
  const file = logFile();
  const backup = look(file, (db) => makeBackup(db, file, 'manual', AT));
  const before = look(file, logOf);
  look(file, (db) => addAll(db, [...inventedSessions(PDE, 5, 7)]));
  const changed = look(file, logOf);
  const { backup: kept } = restoreBackup(file, backupPath(file, backup), AT);
  expect(look(file, logOf)).toEqual(before);
  restoreBackup(file, backupPath(file, kept as NonNullable<typeof kept>), AT);
  expect(look(file, logOf)).toEqual(changed);
  look(file, (db) => expect(db.pragma('integrity_check', { simple: true })).toBe('ok'));
});

test('a program that has the database open sees the restored log and can go on writing', () => {
  const file = logFile();
  const backup = look(file, (db) => makeBackup(db, file, 'manual', AT));
  const open = openStore(file);
  addAll(open, [...inventedSessions(PDE, 5, 7)]);
  restoreBackup(file, backupPath(file, backup), AT);
  expect(logOf(open).sessions).toHaveLength(30);
  addAll(open, [...inventedSessions(PDE, 2, 8)]);
  open.close();
  expect(look(file, logOf).sessions).toHaveLength(32);
});

test('what a stopped certtrack left unfinished is told once it is a day old', () => {
  const file = logFile();
  mkdirSync(backupsFolder(file));
  const draft = join(backupsFolder(file), 'x.db.part');
  writeFileSync(draft, '');
  utimesSync(draft, AT / 1000, AT / 1000);
  expect(unfinishedBackups(file, AT + 60_000)).toEqual([]);
  expect(unfinishedBackups(file, AT + 25 * 3_600_000)).toEqual([draft]);
  expect(listBackups(file)).toEqual([]);
});

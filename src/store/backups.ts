import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type Backup, type BackupReason, backupName, parseBackupName } from '../domain/backup.ts';
import type { Instant } from '../domain/zone.ts';
import { CerttrackError } from '../errors.ts';
import { problemWith } from './soundness.ts';
import { type Db, openSqlite } from './sqlite.ts';

const UNFINISHED = '.part';
const DAY_MS = 86_400_000;

/** The folder beside the database that holds its backups. */
export function backupsFolder(file: string): string {
  return `${file}.backups`;
}

export function backupPath(file: string, { name }: Pick<Backup, 'name'>): string {
  return join(backupsFolder(file), `${name}.db`);
}

/** The backups of a database, newest first. */
export function listBackups(file: string): Backup[] {
  return namesIn(file)
    .filter((name) => name.endsWith('.db'))
    .flatMap((name) => {
      const known = parseBackupName(basename(name, '.db'));
      const stat = known && statSync(backupPath(file, known), { throwIfNoEntry: false });
      return known && stat ? [{ ...known, bytes: stat.size }] : [];
    })
    .sort((a, b) => b.at - a.at);
}

/** Backups that were never finished because certtrack was stopped; a young one may still be in the making. */
export function unfinishedBackups(file: string, now: Instant): string[] {
  return namesIn(file)
    .filter((name) => name.endsWith(UNFINISHED))
    .map((name) => join(backupsFolder(file), name))
    .filter((path) => now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > DAY_MS);
}

/**
 * Copies the database, readable by its owner only: into an unfinished file, which is checked, synced and only then given its name, so that
 * every backup there is was whole and sound when it was made. Nobody is kept from reading or writing meanwhile. Not inside a transaction.
 * @throws database_damaged when the copy is not sound, and what SQLite throws
 */
export function makeBackup(db: Db, file: string, reason: BackupReason, at: Instant): Backup {
  mkdirSync(backupsFolder(file), { recursive: true, mode: 0o700 });
  const known = freeName(file, reason, at);
  const path = backupPath(file, known);
  const draft = `${path}${UNFINISHED}`;
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    db.prepare('VACUUM INTO ?').run(draft);
    const problem = problemWith(draft, 'quick_check');
    if (problem !== undefined)
      throw new CerttrackError('database_damaged', `${file} cannot be backed up: ${problem}`, 'Look: certtrack doctor');
    sync(draft);
    renameSync(draft, path);
    sync(backupsFolder(file));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return { ...known, bytes: statSync(path).size };
}

export function deleteBackup(file: string, backup: Backup): void {
  rmSync(backupPath(file, backup), { force: true });
}

/** What a backup holds. `problem` is what is wrong with it. */
export interface Contents {
  readonly sessions: number | null;
  readonly lastChange: Instant | null;
  readonly problem: string | undefined;
}

/** Checks a backup in full and counts what is in it. */
export function contentsOf(path: string): Contents {
  const problem = problemWith(path, 'integrity_check');
  if (problem !== undefined) return { sessions: null, lastChange: null, problem };
  const db = openSqlite(path, { readonly: true });
  try {
    return {
      sessions: db.prepare('SELECT count(*) FROM session WHERE deleted_at IS NULL').pluck().get() as number,
      lastChange: db.prepare('SELECT max(at) FROM journal').pluck().get() as Instant | null,
      problem: undefined,
    };
  } finally {
    db.close();
  }
}

/** The newest backup that is sound. */
export function newestGood(file: string): Backup | undefined {
  return listBackups(file).find((backup) => problemWith(backupPath(file, backup), 'quick_check') === undefined);
}

/** Whether the disk holds another copy of the database and as much again. */
export function hasRoomForBackup(file: string): boolean {
  mkdirSync(backupsFolder(file), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(backupsFolder(file));
  return bavail * bsize > 2 * statSync(file).size;
}

function namesIn(file: string): string[] {
  const folder = backupsFolder(file);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

/** Names tell seconds; a second backup within one, whatever its reason, goes by the next, so that the newest is the one made last. */
function freeName(file: string, reason: BackupReason, at: Instant): Pick<Backup, 'name' | 'at' | 'reason'> {
  const taken = new Set(namesIn(file).map((name) => parseBackupName(name.replace(/\.db(\.part)?$/, ''))?.at));
  let second = Math.floor(at / 1000) * 1000;
  while (taken.has(second)) second += 1000;
  return { name: backupName(second, reason), at: second, reason };
}

/** Makes sure that a file or folder is on the disk. A folder cannot be synced on every platform; its files were. */
export function sync(path: string): void {
  const folder = statSync(path).isDirectory();
  try {
    const handle = openSync(path, folder ? 'r' : 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!folder) throw error;
  }
}

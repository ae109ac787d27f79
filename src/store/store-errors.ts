import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CerttrackError } from '../errors.ts';
import { newestGood } from './backups.ts';
import { journalDrift } from './journal-check.ts';
import { problemWith } from './soundness.ts';
import { openSqlite } from './sqlite.ts';
import { evidenceDrift } from './topic-days.ts';

/** Runs `work` and turns what a database can do wrong into errors a person can act on. */
export async function withStoreErrors<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = asStoreError(file, error, /^SQLITE_/);
    // What looks like a bug may be a damaged row that was read without SQLite noticing.
    if (!(known instanceof CerttrackError) && isDamaged(file)) throw damagedStore(file, 'is damaged', error);
    throw known;
  }
}

/** The error for a database that cannot be trusted; it names the newest good backup. */
export function damagedStore(file: string, what: string, cause?: unknown): CerttrackError {
  const backup = newestGood(file);
  return new CerttrackError(
    'database_damaged',
    `${file} ${what}`,
    backup
      ? `Nothing was changed. The newest good backup is ${backup.name}\nPut it back: certtrack backup restore newest`
      : 'Nothing was changed. Name another file with --db, or put a copy of the database back',
    cause,
  );
}

/** Replaying the journal of a larger database takes longer than a person waits for an error. */
const REPLAYED_AT_MOST = 64 * 1024 * 1024;

function isDamaged(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return false;
  return problemWith(file, 'quick_check') !== undefined || (size <= REPLAYED_AT_MOST && hasDrifted(file));
}

/** A changed value that every constraint allows shows only against the journal, or in the evidence against the log. */
function hasDrifted(file: string): boolean {
  const db = openSqlite(file, { fileMustExist: true });
  try {
    return journalDrift(db, 1).length > 0 || evidenceDrift(db).length > 0;
  } catch {
    return true;
  } finally {
    db.close();
  }
}

const BY_CODE: readonly [RegExp, (file: string) => CerttrackError][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (file) =>
      new CerttrackError(
        'database_locked',
        `${file} is in use by another program`,
        'Nothing was saved; try again when the other command has ended',
      ),
  ],
  [/^SQLITE_(NOTADB|CORRUPT)/, (file) => damagedStore(file, 'is not a certtrack database, or it is damaged')],
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    (file) =>
      new CerttrackError(
        'disk_full',
        `no space left to write ${file}`,
        'Nothing was saved and nothing is lost; free some space and repeat the command',
      ),
  ],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR|AUTH)|E[A-Z]+$)/,
    (file) =>
      new CerttrackError(
        'database_unwritable',
        `cannot write ${file}`,
        'Check the folder and its permissions, or name another file with --db or CERTTRACK_DB',
      ),
  ],
];

/** Turns what SQLite throws (by its code) into an error a person can act on; anything else is returned as it is. */
export function asStoreError(file: string, error: unknown, codes: RegExp): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof CerttrackError || typeof code !== 'string' || !codes.test(code)) return error;
  const full = /^SQLITE_(IOERR|CANTOPEN)/.test(code) && isFull(dirname(file)) ? 'SQLITE_FULL' : code;
  const known = BY_CODE.find(([pattern]) => pattern.test(full))?.[1](file);
  return known ? new CerttrackError(known.code, known.message, known.hint, error) : error;
}

/** A full disk often shows as a file that cannot be made. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 128 * 1024;
  } catch {
    return false;
  }
}

import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, type BackupReason, expendable } from '../../domain/backup.ts';
import { today } from '../../domain/day.ts';
import { type Instant, studyDateAt } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import {
  backupsFolder,
  deleteBackup,
  hasRoomForBackup,
  listBackups,
  makeBackup,
  unfinishedBackups,
} from '../../store/backups.ts';
import { logVersion } from '../../store/derived.ts';
import { lastChangeAt } from '../../store/journal.ts';
import { mocks } from '../../store/mocks.ts';
import { countSessions } from '../../store/sessions.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';

/** Up to this size a copy takes some 25 ms; a larger one is made in the background, so that nobody waits for it. */
const COPIED_AT_ONCE = 4 * 1024 * 1024;
const RETRY_MS = 10 * 60_000;

/**
 * Keeps the backup of the day, after its first change has been saved and told. `later` makes one that would be waited for. It must never
 * fail a change: what goes wrong is returned in words, and is tried again ten minutes later.
 */
export async function keepDailyBackup(env: Env, db: Db, later: () => Promise<void>): Promise<string | undefined> {
  const changedAt = lastChangeAt(db);
  if (changedAt === undefined || dayIn(env)(changedAt) !== today(env.now)) return undefined;
  try {
    if (hasDaily(env) || !claimed(env)) return undefined;
    if (statSync(env.dbFile).size > COPIED_AT_ONCE) await later();
    else makeDaily(env, db);
    return undefined;
  } catch (error) {
    return `saved, but today's backup could not be made: ${error instanceof Error ? error.message : error}`;
  }
}

/** Makes the backup of the day unless there is one, then deletes what the rotation no longer keeps. @throws disk_full */
export function makeDaily(env: Env, db: Db): Backup | undefined {
  const { dbFile, now } = env;
  if (hasDaily(env)) return undefined;
  if (!hasRoomForBackup(dbFile))
    throw new CerttrackError('disk_full', `too little space left for a backup in ${backupsFolder(dbFile)}`);
  const backup = makeBackup(db, dbFile, 'daily', now.instant);
  for (const old of expendable(listBackups(dbFile), dayIn(env))) deleteBackup(dbFile, old);
  for (const path of [...unfinishedBackups(dbFile, now.instant), claimFile(dbFile)]) rmSync(path, { force: true });
  return backup;
}

/** Makes a backup, then something that changes a lot at once. None of an empty log, and none is left when nothing was changed. */
export async function withBackup<T>(env: Env, db: Db, reason: BackupReason, change: () => T | Promise<T>): Promise<T> {
  const empty = countSessions(db) === 0 && mocks(db).length === 0;
  if (db.memory || env.dryRun || empty) return change();
  const before = logVersion(db);
  const backup = makeBackup(db, env.dbFile, reason, env.now.instant);
  try {
    return await change();
  } finally {
    if (logVersion(db) === before) deleteBackup(env.dbFile, backup);
  }
}

function hasDaily(env: Env): boolean {
  const dayOf = dayIn(env);
  return listBackups(env.dbFile).some(({ at, reason }) => reason === 'daily' && dayOf(at) === today(env.now));
}

function dayIn({ now }: Env): (at: Instant) => ReturnType<typeof today> {
  return (at) => studyDateAt(now.zone, at, now.dayStart);
}

/** Of many commands at once, one makes the backup: the one that could put the time of its attempt on this file. */
function claimed({ dbFile, now }: Env): boolean {
  mkdirSync(backupsFolder(dbFile), { recursive: true, mode: 0o700 });
  const file = claimFile(dbFile);
  const attempt = statSync(file, { throwIfNoEntry: false });
  if (attempt && Math.abs(now.instant - attempt.mtimeMs) < RETRY_MS) return false;
  if (!attempt && !isNew(file)) return false;
  utimesSync(file, now.instant / 1000, now.instant / 1000);
  return true;
}

function isNew(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

function claimFile(dbFile: string): string {
  return join(backupsFolder(dbFile), 'attempt');
}

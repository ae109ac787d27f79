import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, type BackupReason, expendable } from '../domain/backup.ts';
import { today } from '../domain/day.ts';
import { type Instant, studyDateAt } from '../domain/zone.ts';
import { CerttrackError } from '../errors.ts';
import { safeJson, visible } from '../render/visible.ts';
import {
  backupsFolder,
  deleteBackup,
  hasRoomForBackup,
  listBackups,
  makeBackup,
  unfinishedBackups,
} from '../store/backups.ts';
import { logVersion } from '../store/derived.ts';
import { lastChangeAt } from '../store/journal.ts';
import { mocks } from '../store/mocks.ts';
import type { Db } from '../store/open.ts';
import { countSessions } from '../store/sessions.ts';
import type { Context } from './context.ts';

/** Up to this size a copy takes some 25 ms; a larger one is made in the background, so that nobody waits for it. */
const COPIED_AT_ONCE = 4 * 1024 * 1024;
const RETRY_MS = 10 * 60_000;

/**
 * The backup of the day, after its first change has been saved and told. It must never fail a change: what goes wrong is a warning, and
 * is tried again ten minutes later.
 */
export async function keepDailyBackup(context: Context): Promise<void> {
  const db = context.opened();
  if (db === undefined || context.options.dryRun) return;
  const changedAt = lastChangeAt(db);
  if (changedAt === undefined || dayIn(context)(changedAt) !== today(context.now)) return;
  try {
    if (hasDaily(context) || !claimed(context)) return;
    if (statSync(context.dbFile).size > COPIED_AT_ONCE)
      await context.app.inBackground(['backup', 'create', '--daily', '--quiet', '--db', context.dbFile]);
    else makeDaily(context, db);
  } catch (error) {
    await warn(
      context,
      `saved, but today's backup could not be made: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function warn({ app, options }: Context, message: string): Promise<void> {
  if (options.quiet) return;
  await app.stderr.write(options.json ? `${safeJson({ warning: { message } })}\n` : `warning: ${visible(message)}\n`);
}

/** Makes the backup of the day unless there is one, then deletes what the rotation no longer keeps. @throws disk_full */
export function makeDaily(context: Context, db: Db): Backup | undefined {
  const { dbFile, now } = context;
  if (hasDaily(context)) return undefined;
  if (!hasRoomForBackup(dbFile))
    throw new CerttrackError('disk_full', `too little space left for a backup in ${backupsFolder(dbFile)}`);
  const backup = makeBackup(db, dbFile, 'daily', now.instant);
  for (const old of expendable(listBackups(dbFile), dayIn(context))) deleteBackup(dbFile, old);
  for (const path of [...unfinishedBackups(dbFile, now.instant), claimFile(dbFile)]) rmSync(path, { force: true });
  return backup;
}

/** Makes a backup, then something that changes a lot at once. None of an empty log, and none is left when nothing was changed. */
export async function withBackup<T>(
  context: Context,
  db: Db,
  reason: BackupReason,
  change: () => T | Promise<T>,
): Promise<T> {
  const empty = countSessions(db) === 0 && mocks(db).length === 0;
  if (db.memory || context.options.dryRun || empty) return change();
  const before = logVersion(db);
  const backup = makeBackup(db, context.dbFile, reason, context.now.instant);
  try {
    return await change();
  } finally {
    if (logVersion(db) === before) deleteBackup(context.dbFile, backup);
  }
}

function hasDaily(context: Context): boolean {
  const dayOf = dayIn(context);
  return listBackups(context.dbFile).some(({ at, reason }) => reason === 'daily' && dayOf(at) === today(context.now));
}

function dayIn({ now }: Context): (at: Instant) => ReturnType<typeof today> {
  return (at) => studyDateAt(now.zone, at, now.dayStart);
}

/** Of many commands at once, one makes the backup: the one that could put the time of its attempt on this file. */
function claimed({ dbFile, now }: Context): boolean {
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

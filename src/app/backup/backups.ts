import { existsSync } from 'node:fs';
import type { Backup } from '../../domain/backup.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { plural } from '../../domain/words.ts';
import type { Instant } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { backupPath, backupsFolder, contentsOf, listBackups, makeBackup, newestGood } from '../../store/backups.ts';
import { restoreBackup } from '../../store/restore.ts';
import { countSessions } from '../../store/sessions.ts';
import type { Env } from '../env.ts';
import { makeDaily } from './daily-backup.ts';

/** Every backup, newest first, and the folder they are in. */
export interface BackupList {
  readonly backups: readonly Backup[];
  readonly folder: string;
}

/** The backups there are; none, rather than an error, where there is no database. */
export function backupList({ dbFile }: Env): BackupList {
  return { backups: listBackups(dbFile), folder: backupsFolder(dbFile) };
}

/** A backup that was made; none where today had one already. */
export interface CreatedBackup {
  readonly backup: Backup | undefined;
  readonly sessions: number;
  readonly path: string;
}

/** Makes a backup now; with `daily` only when today has none, then deletes what is no longer kept. @throws usage in a dry run */
export async function createBackup(env: Env, daily: boolean): Promise<CreatedBackup> {
  if (env.dryRun)
    throw new CerttrackError('usage', 'a backup changes nothing, so it has no dry run', 'Leave --dry-run out');
  const db = await env.open();
  const backup = daily ? makeDaily(env, db) : makeBackup(db, env.dbFile, 'manual', env.now.instant);
  return { backup, sessions: countSessions(db), path: backup ? backupPath(env.dbFile, backup) : '' };
}

/** A backup that was looked into. `problem` is what is wrong with it. */
export interface CheckedBackup extends ReturnType<typeof contentsOf> {
  readonly name: string;
}

/** What verifying found, and why it is no good news where something is damaged. */
export interface Verified {
  readonly checked: readonly CheckedBackup[];
  readonly failure: CerttrackError | undefined;
}

/** Checks backups by their names, all of them where none is named. @throws not_found */
export async function verifyBackups({ dbFile }: Env, names: readonly string[]): Promise<Verified> {
  const chosen =
    names.length > 0
      ? names.map((name) => backupNamed(dbFile, name))
      : listBackups(dbFile).map((backup) => ({ name: backup.name, path: backupPath(dbFile, backup) }));
  if (chosen.length === 0)
    throw new CerttrackError('not_found', 'there are no backups yet', 'Make one: certtrack backup create');
  const checked = chosen.map(({ name, path }) => ({ name, ...contentsOf(path) }));
  const bad = checked.filter(({ problem }) => problem !== undefined).length;
  return { checked, failure: bad === 0 ? undefined : damaged(bad, checked.length) };
}

function damaged(bad: number, all: number): CerttrackError {
  return new CerttrackError(
    'unhealthy',
    `${plural(bad, 'backup')} of ${all} ${bad === 1 ? 'is' : 'are'} damaged`,
    'Delete what is damaged, and make a new one: certtrack backup create',
  );
}

/** A sound backup that may be put in place. */
export interface RestorableBackup {
  readonly name: string;
  readonly path: string;
  readonly sessions: number;
  readonly lastChange: Instant | null;
}

/** The backup that is named. @throws not_found or decision_needed; database_damaged when it is not sound */
export async function backupToRestore({ dbFile }: Env, text: string): Promise<RestorableBackup> {
  const { path, name } = backupNamed(dbFile, text);
  const { problem, sessions, lastChange } = contentsOf(path);
  if (problem !== undefined)
    throw new CerttrackError(
      'database_damaged',
      `the backup ${name} is damaged: ${problem}`,
      'Nothing was changed. Another one: certtrack backup verify',
    );
  return { name, path, sessions: sessions ?? 0, lastChange };
}

/** A backup that was put in place, and what became of the database that stood there. */
export interface Restored extends RestorableBackup {
  readonly kept: Backup | undefined;
  readonly setAside: string | undefined;
}

/** Puts a backup in place of the database, which becomes a backup itself. In a dry run nothing is replaced. */
export async function restore(env: Env, backup: RestorableBackup): Promise<Restored> {
  if (env.dryRun) return { ...backup, kept: undefined, setAside: undefined };
  const replaced = restoreBackup(env.dbFile, backup.path, env.now.instant);
  // Opened once, so that an older backup is brought up to date now.
  await env.open();
  return { ...backup, kept: replaced.backup, setAside: replaced.setAside };
}

/** The backup a person names. @throws not_found or decision_needed */
function backupNamed(dbFile: string, text: string): { readonly name: string; readonly path: string } {
  const backups = listBackups(dbFile);
  const named = text === 'newest' ? [newestGood(dbFile)] : backups.filter(({ name }) => name.startsWith(text));
  const [found, ...others] = named;
  const exact = named.find((backup) => backup?.name === text);
  if (found && (exact || others.length === 0)) {
    const { name } = exact ?? found;
    return { name, path: backupPath(dbFile, { name }) };
  }
  if (found)
    throw new CerttrackError(
      'decision_needed',
      `"${text}" is the beginning of ${named.length} backups`,
      ['Name one of them:', ...named.flatMap((backup) => backup?.name ?? [])].join('\n'),
    );
  if (existsSync(text)) return { name: text, path: text };
  const [guess] = didYouMean(
    text,
    backups.map(({ name }) => name),
  );
  throw new CerttrackError(
    'not_found',
    text === 'newest' ? 'there is no sound backup' : `no backup "${text}"`,
    guess ? `Did you mean ${guess}?` : 'certtrack backup shows what there is',
  );
}

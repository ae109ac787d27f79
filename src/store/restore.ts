import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, backupName } from '../domain/backup.ts';
import type { Instant } from '../domain/zone.ts';
import { backupsFolder, makeBackup, sync } from './backups.ts';
import { problemWith } from './soundness.ts';
import { BUSY_MS, type Db, openSqlite } from './sqlite.ts';

/** What became of the database that stood there: a backup of it, or, when it was damaged, the file as it was. */
export interface Replaced {
  readonly backup: Backup | undefined;
  readonly setAside: string | undefined;
}

/**
 * Puts the content of a sound backup in place of the database's, in one transaction that other certtracks see as a whole. The present state is
 * copied under the same lock, so nothing written before it is lost. A database that is damaged is set aside as a file instead.
 * @throws what SQLite and the file system throw; then the database is what it was
 */
export function restoreBackup(file: string, backup: string, now: Instant): Replaced {
  if (existsSync(file) && problemWith(file, 'integrity_check') === undefined)
    return { backup: replaceContent(file, backup, now), setAside: undefined };
  const draft = copied(backup, `${file}.certtrack-new`);
  const setAside = putAside(file, now);
  renameSync(draft, file);
  return { backup: undefined, setAside };
}

function replaceContent(file: string, backup: string, now: Instant): Backup {
  const db = openSqlite(file, { timeout: BUSY_MS });
  const reader = openSqlite(file, { timeout: BUSY_MS });
  try {
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = OFF');
    db.prepare('ATTACH ? AS source').run(backup);
    return db
      .transaction(() => {
        const kept = makeBackup(reader, file, 'restore', now);
        copyTables(db);
        return kept;
      })
      .immediate();
  } finally {
    reader.close();
    db.close();
  }
}

/** Tables first, then their rows, then indexes, which are quicker to build than to keep. */
function copyTables(db: Db): void {
  const named = (schema: string, own: string) =>
    db
      .prepare(
        `SELECT name, sql FROM ${schema}.sqlite_schema WHERE type ${own} AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`,
      )
      .all() as { name: string; sql: string }[];
  for (const { name } of named('main', "= 'table'")) db.exec(`DROP TABLE main."${name}"`);
  for (const { name, sql } of named('source', "= 'table'")) {
    db.exec(sql);
    db.exec(`INSERT INTO main."${name}" SELECT * FROM source."${name}"`);
  }
  for (const { sql } of named('source', "<> 'table'")) db.exec(sql);
  db.exec('DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence');
  const version = db.pragma('source.user_version', { simple: true }) as number;
  db.pragma(`user_version = ${version}`);
}

/**
 * Moves what is left of a database, its write-ahead log too, among its backups, where no rotation touches it: SQLite would play a log that
 * stayed onto what comes in its place. `undefined` when nothing is left.
 */
function putAside(file: string, now: Instant): string | undefined {
  const left = ['-wal', '-shm', ''].filter((suffix) => existsSync(`${file}${suffix}`));
  if (left.length === 0) return undefined;
  mkdirSync(backupsFolder(file), { recursive: true, mode: 0o700 });
  const aside = join(backupsFolder(file), `${backupName(now, 'restore').replace('restore', 'damaged')}.file`);
  for (const suffix of left) renameSync(`${file}${suffix}`, `${aside}${suffix}`);
  return aside;
}

function copied(backup: string, draft: string): string {
  try {
    copyFileSync(backup, draft);
    chmodSync(draft, 0o600);
    sync(draft);
    return draft;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

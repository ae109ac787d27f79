import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { CerttrackError } from '../errors.ts';
import { MIGRATIONS } from './migrations.ts';

export type Db = Database.Database;

/** Marks a SQLite file as certtrack's ("CTRK"). */
const APPLICATION_ID = 0x4354524b;
const BUSY_MS = 10_000;

/**
 * Opens the database, creating it (readable by its owner only) or bringing an older one up to date after a backup.
 * `file` may be `:memory:`. `migrations` is the schema's history; tests pass a longer or shorter one.
 * @throws database_newer, database_damaged, database_locked or database_unwritable
 */
export function openStore(file: string, migrations: readonly string[] = MIGRATIONS): Db {
  // A CommonJS package: required rather than imported, which saves the loader's second reading of it on every start.
  const Sqlite = createRequire(import.meta.url)('better-sqlite3') as typeof Database;
  return withStoreErrors(file, () => {
    if (file !== ':memory:') createPrivately(file);
    const db = new Sqlite(file, { timeout: BUSY_MS });
    try {
      prepare(db, file, migrations);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Runs `work` and turns what SQLite and the file system throw into errors a person can act on. */
export function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(file, error);
  }
}

function prepare(db: Db, file: string, migrations: readonly string[]): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length)
    throw new CerttrackError(
      'database_newer',
      `${file} was written by a newer certtrack (schema ${version}, this one knows ${migrations.length})`,
      'Update certtrack: npm install -g certtrack',
    );
  if (version === 0 && isForeign(db))
    throw new CerttrackError(
      'database_damaged',
      `${file} is a database of another program`,
      'Name another file with --db; nothing was changed',
    );
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  if (version < migrations.length) migrate(db, file, version, migrations);
}

function isForeign(db: Db): boolean {
  const tables = db
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    .pluck()
    .get() as number;
  return tables > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID;
}

function migrate(db: Db, file: string, version: number, migrations: readonly string[]): void {
  if (version > 0) db.prepare('VACUUM INTO ?').run(backupName(file, version));
  db.transaction(() => {
    const present = db.pragma('user_version', { simple: true }) as number;
    for (const script of migrations.slice(present)) db.exec(script);
    db.pragma(`user_version = ${migrations.length}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

/** A name beside the database that is not taken yet. */
function backupName(file: string, version: number): string {
  const name = (n: number) => `${file}.schema-${version}${n > 1 ? `-${n}` : ''}.backup`;
  let n = 1;
  while (existsSync(name(n))) n++;
  closeSync(openSync(name(n), 'wx', 0o600));
  return name(n);
}

function createPrivately(file: string): void {
  if (existsSync(file)) {
    if (statSync(file).isDirectory())
      throw new CerttrackError(
        'database_unwritable',
        `${file} is a folder, not a database file`,
        'Name a file with --db or CERTTRACK_DB',
      );
    return;
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

const BY_SQLITE_CODE: readonly [RegExp, (file: string) => CerttrackError][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (file) =>
      new CerttrackError(
        'database_locked',
        `${file} is in use by another program`,
        'Nothing was saved; try again when the other command has ended',
      ),
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    (file) =>
      new CerttrackError(
        'database_damaged',
        `${file} is not a certtrack database, or it is damaged`,
        'Nothing was changed. Name another file with --db, or put a copy of the database back',
      ),
  ],
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
    /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR|AUTH)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|SQLITE_ERROR_CANTOPEN)/,
    (file) =>
      new CerttrackError(
        'database_unwritable',
        `cannot write ${file}`,
        'Check the folder and its permissions, or name another file with --db or CERTTRACK_DB',
      ),
  ],
];

function asStoreError(file: string, error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof CerttrackError || typeof code !== 'string') return error;
  const known = BY_SQLITE_CODE.find(([pattern]) => pattern.test(code))?.[1](file);
  return known ? new CerttrackError(known.code, known.message, known.hint, error) : error;
}

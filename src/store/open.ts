import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statfsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { CerttrackError } from '../errors.ts';
import { MIGRATIONS } from './migrations.ts';

export type Db = Database.Database;

/** Marks a SQLite file as certtrack's ("CTRK"). */
const APPLICATION_ID = 0x4354524b;
/** How long a write waits for another program's, in milliseconds. */
export const BUSY_MS = 10_000;

/**
 * Opens the database, creating it (readable by its owner only) or bringing an older one up to date after a backup.
 * `file` may be `:memory:`. `migrations` is the schema's history; tests pass a longer or shorter one.
 * @throws database_newer, database_damaged, database_locked or database_unwritable
 */
export function openStore(file: string, migrations: readonly string[] = MIGRATIONS): Db {
  // A CommonJS package: required rather than imported, which saves the loader's second reading of it on every start.
  const Sqlite = createRequire(import.meta.url)('better-sqlite3') as typeof Database;
  let db: Db | undefined;
  try {
    if (file !== ':memory:') createPrivately(file);
    db = new Sqlite(file, { timeout: BUSY_MS });
    prepare(db, file, migrations);
    return db;
  } catch (error) {
    db?.close();
    throw asStoreError(file, error, /^(SQLITE_|E[A-Z]+$)/);
  }
}

/** Runs `work` and turns what SQLite throws into errors a person can act on. */
export async function withStoreErrors<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(file, error, /^SQLITE_/);
  }
}

function prepare(db: Db, file: string, migrations: readonly string[]): void {
  if (isForeign(db))
    throw new CerttrackError(
      'database_damaged',
      `${file} is a database of another program`,
      'Name another file with --db; nothing was changed',
    );
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length)
    throw new CerttrackError(
      'database_newer',
      `${file} was written by a newer certtrack (schema ${version}, this one knows ${migrations.length})`,
      'Update certtrack: npm install -g certtrack',
    );
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  if (version < migrations.length) migrate(db, file, version, migrations);
  db.pragma('foreign_keys = ON');
}

function isForeign(db: Db): boolean {
  const tables = db
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    .pluck()
    .get() as number;
  return tables > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID;
}

/** Foreign keys are off meanwhile, because rebuilding a table would otherwise delete what refers to it; they are checked before the commit. */
function migrate(db: Db, file: string, version: number, migrations: readonly string[]): void {
  if (version > 0) db.prepare('VACUUM INTO ?').run(backupName(file, version));
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    const present = db.pragma('user_version', { simple: true }) as number;
    for (const script of migrations.slice(present)) db.exec(script);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new Error(`the upgrade to schema ${migrations.length} would leave ${broken.length} broken references`);
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
    const present = statSync(file);
    if (present.isFile() && present.size === 0) chmodSync(file, 0o600);
    if (present.isDirectory())
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
    /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR|AUTH)|E[A-Z]+$)/,
    (file) =>
      new CerttrackError(
        'database_unwritable',
        `cannot write ${file}`,
        'Check the folder and its permissions, or name another file with --db or CERTTRACK_DB',
      ),
  ],
];

function asStoreError(file: string, error: unknown, codes: RegExp): unknown {
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

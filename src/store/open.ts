import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../domain/zone.ts';
import { CerttrackError } from '../errors.ts';
import { listBackups, makeBackup } from './backups.ts';
import { MIGRATIONS } from './migrations.ts';
import { APPLICATION_ID, headerProblem } from './soundness.ts';
import { BUSY_MS, type Db, openSqlite } from './sqlite.ts';
import { asStoreError, damagedStore } from './store-errors.ts';

/** No certtrack will have more schemas: a larger number is a flipped bit. */
const LAST_SCHEMA = 1000;

/**
 * Opens the database, creating it (readable by its owner only) or bringing an older one up to date after a backup.
 * `file` may be `:memory:`. `migrations` is the schema's history; tests pass a longer or shorter one. `now` goes into the backup's name.
 * @throws database_newer, database_damaged, database_locked or database_unwritable
 */
export function openStore(file: string, migrations: readonly string[] = MIGRATIONS, now: Instant = Date.now()): Db {
  let db: Db | undefined;
  try {
    if (file !== ':memory:') createPrivately(file);
    db = openSqlite(file, { timeout: BUSY_MS });
    prepare(db, file, migrations, now);
    return db;
  } catch (error) {
    db?.close();
    throw asStoreError(file, error, /^(SQLITE_|E[A-Z]+$)/);
  }
}

function prepare(db: Db, file: string, migrations: readonly string[], now: Instant): void {
  if (isForeign(db)) throw damagedStore(file, 'is a database of another program');
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > LAST_SCHEMA) throw damagedStore(file, 'has a damaged header');
  if (version > migrations.length)
    throw new CerttrackError(
      'database_newer',
      `${file} was written by a newer certtrack (schema ${version}, this one knows ${migrations.length})`,
      'Update certtrack: npm install -g certtrack',
    );
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  if (version < migrations.length) migrate(db, file, version, migrations, now);
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
function migrate(db: Db, file: string, version: number, migrations: readonly string[], now: Instant): void {
  if (version > 0) makeBackup(db, file, 'upgrade', now);
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

function createPrivately(file: string): void {
  if (existsSync(file)) {
    const present = statSync(file);
    if (present.isFile()) refuseDamaged(file, present.size);
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

/** An empty file may be meant for a new database, unless there are backups of an old one. @throws database_damaged */
function refuseDamaged(file: string, size: number): void {
  if (size === 0 && listBackups(file).length > 0) throw damagedStore(file, 'is empty');
  const problem = size === 0 ? undefined : headerProblem(file);
  if (problem !== undefined) throw damagedStore(file, problem);
  if (size === 0) chmodSync(file, 0o600);
}

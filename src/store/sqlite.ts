import { createRequire } from 'node:module';
import { versions } from 'node:process';
import type Database from 'better-sqlite3';
import { CerttrackError } from '../errors.ts';

export type Db = Database.Database;

/** How long a write waits for another program's, in milliseconds. */
export const BUSY_MS = 10_000;

/**
 * Opens a SQLite file as it is: no schema, no settings.
 * @throws database_unwritable when certtrack was installed under another Node, or its SQLite could not be built
 */
export function openSqlite(file: string, options?: Database.Options): Database.Database {
  const Sqlite = loaded();
  return new Sqlite(file, options);
}

/**
 * Node 20 needs the older better-sqlite3, which aborts the process on Node 24.19 and newer (its objects may be collected only while a context is
 * entered); the newer one crashes on Node 20. A CommonJS package: required rather than imported, which saves the loader's second reading of it.
 */
function loaded(): typeof Database {
  const name = Number.parseInt(versions.node, 10) < 22 ? 'better-sqlite3' : 'better-sqlite3-node22';
  try {
    return createRequire(import.meta.url)(name) as typeof Database;
  } catch (error) {
    throw new CerttrackError(
      'database_unwritable',
      `SQLite cannot be loaded under Node ${versions.node}`,
      'Install certtrack again with this Node; on Node 20 that may need a C++ compiler, make and Python',
      error,
    );
  }
}

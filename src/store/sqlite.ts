import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

/** Opens a SQLite file as it is: no schema, no settings. */
export function openSqlite(file: string, options?: Database.Options): Database.Database {
  // A CommonJS package: required rather than imported, which saves the loader's second reading of it on every start.
  const Sqlite = createRequire(import.meta.url)('better-sqlite3') as typeof Database;
  return new Sqlite(file, options);
}

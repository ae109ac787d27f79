import { existsSync, rmSync, statSync } from 'node:fs';
import type { Instant } from '../domain/zone.ts';
import { CerttrackError } from '../errors.ts';
import { listBackups } from '../store/backups.ts';
import { nextToUndo } from '../store/journal.ts';
import { openStore } from '../store/open.ts';
import type { Db } from '../store/sqlite.ts';
import { damagedStore } from '../store/store-errors.ts';

/** Where the log is, whether a person named that place, and whether nothing is to be saved. */
interface LogPlace {
  readonly dbFile: string;
  readonly named: boolean;
  readonly dryRun: boolean;
  readonly now: () => Instant;
}

/** A database that is opened when it is first asked for, once. */
export interface OpenLog {
  /** The database; `create` makes one where there is none, otherwise that is an error which says how to start. */
  readonly open: (create?: 'create') => Promise<Db>;
  /** The database when it has been opened and is a file. */
  readonly opened: () => Db | undefined;
  /** Closes the database; one that was made for something that `failed` is taken away again. */
  readonly close: (failed: boolean) => void;
}

/** The log at a place, for one command or call. */
export function openable({ dbFile, named, dryRun, now }: LogPlace): OpenLog {
  let db: Db | undefined;
  let made = false;
  return {
    async open(create) {
      if (db === undefined) {
        const missing = !existsSync(dbFile);
        if (missing && create === undefined) throw nothingYet(named, dbFile);
        if (!missing && create === undefined && statSync(dbFile).size === 0) throw damagedStore(dbFile, 'is empty');
        made = missing && !dryRun;
        db = openStore(missing && dryRun ? ':memory:' : dbFile, undefined, now());
      }
      return db;
    },
    opened: () => (db?.memory ? undefined : db),
    close(failed) {
      const unused = db && made && failed && nextToUndo(db) === undefined;
      db?.close();
      if (unused) rmSync(dbFile, { force: true });
    },
  };
}

function nothingYet(named: boolean, file: string): CerttrackError {
  const [backup] = listBackups(file);
  if (backup)
    return new CerttrackError(
      'not_found',
      `the database ${file} is gone, but there are backups of it`,
      `The newest is ${backup.name}\nPut it back: certtrack backup restore newest`,
    );
  return !named
    ? new CerttrackError('not_found', 'nothing is set up yet', 'Start with: certtrack init --cert gcp-pde')
    : new CerttrackError(
        'not_found',
        `there is no database ${file}`,
        'Start one there with: certtrack init --cert gcp-pde',
      );
}

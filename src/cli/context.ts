import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../app/env.ts';
import { readSettings, settingsOf } from '../app/settings.ts';
import { CerttrackError } from '../errors.ts';
import { listBackups } from '../store/backups.ts';
import { nextToUndo } from '../store/journal.ts';
import { type Db, openStore } from '../store/open.ts';
import { damagedStore } from '../store/store-errors.ts';
import type { App } from './app.ts';
import type { Ask } from './ask.ts';

export const FORMATS = ['text', 'json', 'csv', 'md', 'ndjson', 'timeclock', 'ics', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** The options every command takes. */
export interface GlobalOptions {
  readonly cert?: string[];
  readonly db?: string;
  readonly format?: Format;
  readonly json?: boolean;
  readonly color?: string;
  readonly input?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** One run of one command: what its use cases may touch, and beside it what was asked for and who may be asked. */
export interface Context extends Env {
  readonly app: App;
  readonly options: GlobalOptions;
  readonly ask: Ask | null;
  /** The database when it has been opened and is a file. */
  readonly opened: () => Db | undefined;
  /** Closes the database; one that was made for a command that `failed` is taken away again. */
  readonly close: (failed: boolean) => void;
}

export function contextFor(app: App, options: GlobalOptions): Context {
  const settings = settingsOf(readSettings(app.folders));
  const named = options.db ?? (app.env.CERTTRACK_DB || settings.db);
  const dbFile = named ?? join(app.folders.data, 'certtrack.db');
  if (dbFile === ':memory:' || dbFile.trim() === '')
    throw new CerttrackError('usage', `the database cannot be "${dbFile}": nothing would be kept`, 'Name a file');
  let db: Db | undefined;
  let made = false;
  return {
    app,
    options,
    settings,
    newId: app.newId,
    folders: app.folders,
    version: app.version,
    now: { instant: app.now(), zone: app.zone, dayStart: settings.dayStart },
    dryRun: options.dryRun === true,
    get cert() {
      return wantedCert(app, options);
    },
    ask: options.input === false || options.json ? null : app.ask,
    dbFile,
    async open(create) {
      if (db === undefined) {
        const missing = !existsSync(dbFile);
        if (missing && create === undefined) throw nothingYet(named, dbFile);
        if (!missing && create === undefined && statSync(dbFile).size === 0) throw damagedStore(dbFile, 'is empty');
        made = missing && !options.dryRun;
        db = openStore(missing && options.dryRun ? ':memory:' : dbFile, undefined, app.now());
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

function nothingYet(named: string | undefined, file: string): CerttrackError {
  const [backup] = listBackups(file);
  if (backup)
    return new CerttrackError(
      'not_found',
      `the database ${file} is gone, but there are backups of it`,
      `The newest is ${backup.name}\nPut it back: certtrack backup restore newest`,
    );
  return named === undefined
    ? new CerttrackError('not_found', 'nothing is set up yet', 'Start with: certtrack init --cert gcp-pde')
    : new CerttrackError(
        'not_found',
        `there is no database ${named}`,
        'Start one there with: certtrack init --cert gcp-pde',
      );
}

/** The certification asked for with --cert or CERTTRACK_CERT. @throws usage when --cert is repeated */
function wantedCert(app: App, { cert = [] }: GlobalOptions): string | undefined {
  if (cert.length > 1)
    throw new CerttrackError('usage', 'this command takes one --cert', `Leave out all but one of: ${cert.join(', ')}`);
  return cert[0] ?? (app.env.CERTTRACK_CERT || undefined);
}

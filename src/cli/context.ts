import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Now } from '../domain/day.ts';
import type { Edition } from '../domain/edition.ts';
import type { Track } from '../domain/track.ts';
import { CerttrackError } from '../errors.ts';
import type { Report } from '../report/doc.ts';
import { listBackups } from '../store/backups.ts';
import type { Change } from '../store/change.ts';
import { editionById } from '../store/editions.ts';
import { nextToUndo, record } from '../store/journal.ts';
import { type Db, openStore } from '../store/open.ts';
import { setting } from '../store/settings.ts';
import { damagedStore } from '../store/store-errors.ts';
import { tracks } from '../store/tracks.ts';
import { beginWriting } from '../store/write-lock.ts';
import type { App } from './app.ts';
import type { Ask } from './ask.ts';
import { type Config, configOf, readConfig } from './config.ts';
import { trackFor } from './find.ts';

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

/** One run of one command: what it may touch, what was asked for, the present moment, and its database once opened. */
export interface Context {
  readonly app: App;
  readonly options: GlobalOptions;
  readonly config: Config;
  readonly now: Now;
  readonly ask: Ask | null;
  readonly dbFile: string;
  /** The database; `create` makes one where there is none, otherwise that is an error which says how to start. */
  readonly open: (create?: 'create') => Promise<Db>;
  /** The database when it has been opened and is a file. */
  readonly opened: () => Db | undefined;
  /** Closes the database; one that was made for a command that `failed` is taken away again. */
  readonly close: (failed: boolean) => void;
}

export function contextFor(app: App, options: GlobalOptions): Context {
  const config = configOf(readConfig(app));
  const named = options.db ?? (app.env.CERTTRACK_DB || config.db);
  const dbFile = named ?? join(app.folders.data, 'certtrack.db');
  if (dbFile === ':memory:' || dbFile.trim() === '')
    throw new CerttrackError('usage', `the database cannot be "${dbFile}": nothing would be kept`, 'Name a file');
  let db: Db | undefined;
  let made = false;
  return {
    app,
    options,
    config,
    now: { instant: app.now(), zone: app.zone, dayStart: config.dayStart },
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
function wantedCert({ options: { cert = [] }, app }: Context): string | undefined {
  if (cert.length > 1)
    throw new CerttrackError('usage', 'this command takes one --cert', `Leave out all but one of: ${cert.join(', ')}`);
  return cert[0] ?? (app.env.CERTTRACK_CERT || undefined);
}

interface Current {
  readonly track: Track;
  readonly edition: Edition;
}

/** What a list of everything is narrowed to, where that was asked for. */
export function wantedTrack(context: Context, db: Db): Current | undefined {
  return wantedCert(context) === undefined ? undefined : currentTrack(context, db);
}

/** The command's one track and its edition: by `named`, --cert, CERTTRACK_CERT, the one in use, or the only one. */
export function currentTrack(context: Context, db: Db, named?: string): Current {
  const wanted = wantedCert(context);
  const track = trackFor(tracks(db), named ?? wanted, setting(db, 'current_cert'));
  const edition = editionById(db, track.editionId);
  if (!edition)
    throw new CerttrackError('database_damaged', `the guide ${track.editionId} is missing from the database`);
  return { track, edition };
}

/** What a change did: its journal line, its rows, and what to tell the person once it is saved. */
export interface Outcome {
  readonly action: string;
  readonly summary: string;
  /** None when there is nothing to save; then nothing is journalled either. */
  readonly changes: readonly Change[];
  readonly report: () => Report;
}

/** Reads, decides and saves inside one transaction, so that nobody can write in between. With --dry-run all of it happens and is rolled back. */
export async function change(context: Context, db: Db, decide: () => Outcome): Promise<Report> {
  const id = await context.app.newId();
  return transact(context, db, () => {
    const { action, summary, changes, report } = decide();
    if (changes.length > 0) record(db, { id, at: context.now.instant, action, summary }, changes);
    return report();
  });
}

export function transact(context: Context, db: Db, work: () => Report): Report {
  beginWriting(db);
  try {
    const report = work();
    db.exec(context.options.dryRun ? 'ROLLBACK' : 'COMMIT');
    return report;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

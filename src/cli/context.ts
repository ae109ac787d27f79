import { join } from 'node:path';
import type { Env } from '../app/env.ts';
import { type OpenLog, openable } from '../app/open-log.ts';
import { readSettings, settingsOf } from '../app/settings.ts';
import { CerttrackError } from '../errors.ts';
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
export interface Context extends Env, OpenLog {
  readonly app: App;
  readonly options: GlobalOptions;
  readonly ask: Ask | null;
}

export function contextFor(app: App, options: GlobalOptions): Context {
  const settings = settingsOf(readSettings(app.folders));
  const named = options.db ?? (app.env.CERTTRACK_DB || settings.db);
  const dbFile = named ?? join(app.folders.data, 'certtrack.db');
  if (dbFile === ':memory:' || dbFile.trim() === '')
    throw new CerttrackError('usage', `the database cannot be "${dbFile}": nothing would be kept`, 'Name a file');
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
    ...openable({ dbFile, named: named !== undefined, dryRun: options.dryRun === true, now: app.now }),
  };
}

/** The certification asked for with --cert or CERTTRACK_CERT. @throws usage when --cert is repeated */
function wantedCert(app: App, { cert = [] }: GlobalOptions): string | undefined {
  if (cert.length > 1)
    throw new CerttrackError('usage', 'this command takes one --cert', `Leave out all but one of: ${cert.join(', ')}`);
  return cert[0] ?? (app.env.CERTTRACK_CERT || undefined);
}

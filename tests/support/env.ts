import { v7 } from 'uuid';
import type { Env } from '../../src/app/env.ts';
import { type OpenLog, openable } from '../../src/app/open-log.ts';
import { settingsOf } from '../../src/app/settings.ts';
import { appFor, type Sandbox } from './app.ts';

/** What a use case may touch in a sandbox: no terminal, no streams, nobody to ask. */
export function envFor(box: Sandbox, differing: Partial<Env> = {}): Env & OpenLog {
  const { now, zone, folders, version } = appFor(box);
  const settings = settingsOf({});
  const dbFile = `${folders.data}/certtrack.db`;
  return {
    now: { instant: now(), zone, dayStart: settings.dayStart },
    newId: async () => v7(),
    settings,
    folders,
    version,
    cert: undefined,
    dryRun: false,
    dbFile,
    ...openable({ dbFile, named: false, dryRun: differing.dryRun ?? false, now }),
    ...differing,
  };
}

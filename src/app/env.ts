import type { Now } from '../domain/day.ts';
import type { Db } from '../store/sqlite.ts';
import type { Folders, Settings } from './settings.ts';

/** All that a use case may touch. A front end makes one for each command or call. */
export interface Env {
  /** The present moment, and the zone it is looked at in. */
  readonly now: Now;
  readonly newId: () => Promise<string>;
  readonly settings: Settings;
  readonly folders: Folders;
  readonly version: string;
  /** The certification asked for; undefined for the one in use. */
  readonly cert: string | undefined;
  /** Whether everything is done as asked and then rolled back. */
  readonly dryRun: boolean;
  readonly dbFile: string;
  /** The database; `create` makes one where there is none, otherwise that is an error which says how to start. */
  readonly open: (create?: 'create') => Promise<Db>;
}

import type { Command, OptionValues } from '@commander-js/extra-typings';
import { topicsFor } from '../../app/find.ts';
import { currentTrack, wantedTrack } from '../../app/track/current-track.ts';
import type { Activity } from '../../domain/activity.ts';
import { parseDay } from '../../domain/day.ts';
import type { Db } from '../../store/open.ts';
import type { SessionFilter } from '../../store/sessions.ts';
import { activityArg, collect } from '../args.ts';
import type { Context } from '../context.ts';

/** The options that narrow a list of sessions, the same for every command that has them. */
export interface FilterOptions {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly topic?: string[] | undefined;
  readonly activity?: Activity | undefined;
  readonly tag?: string | undefined;
}

/** Adds the filters to a command. */
export function withFilters<Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) {
  return command
    .option('--since <day>', 'from this study date on: -7d, mon, 2026-09-01')
    .option('--until <day>', 'up to this study date')
    .option('--topic <topic>', 'of this topic or section; may be repeated', collect)
    .option('-a, --activity <name>', 'with this activity', activityArg)
    .option('--tag <tag>', 'with this tag');
}

/** What the options mean here and now. A topic is one of the certification named or in use. */
export function filterFrom(context: Context, db: Db, options: FilterOptions): SessionFilter {
  const current = options.topic ? currentTrack(context, db) : wantedTrack(context, db);
  return {
    certId: current?.track.certId,
    since: options.since === undefined ? undefined : parseDay(options.since, context.now),
    until: options.until === undefined ? undefined : parseDay(options.until, context.now),
    topicIds: current && options.topic?.flatMap((text) => topicsFor(current.edition, text)),
    activity: options.activity,
    tag: options.tag,
  };
}

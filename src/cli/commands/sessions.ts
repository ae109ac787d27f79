import { sessionsReport } from '../../report/sessions.ts';
import { eachSession } from '../../store/each-session.ts';
import { countSessions } from '../../store/sessions.ts';
import type { App } from '../app.ts';
import { countArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';
import { sessionNamer } from '../standing.ts';
import { type FilterOptions, filterFrom, withFilters } from './session-filter.ts';

const SCREENFUL = 20;

export function sessionsCommand(program: Program, app: App): void {
  const command = program
    .command('sessions')
    .summary('list sessions, with filters')
    .description(`Lists the newest ${SCREENFUL} sessions, oldest first; filters combine.`)
    .option('-n, --limit <count>', 'the newest so many', countArg)
    .option('--all', 'every session')
    .option('--deleted', 'deleted sessions instead')
    .addHelpText(
      'before',
      examples(
        'certtrack sessions --since -7d',
        'certtrack sessions --topic storing-data --activity lab',
        'certtrack sessions --all --json',
      ),
    );
  withFilters(command).action((options, invoked) => answer(app, invoked, (context) => sessions(context, options)));
}

async function sessions(context: Context, options: FilterOptions & { limit?: number; all?: true; deleted?: true }) {
  const db = await context.open();
  const filter = { ...filterFrom(context, db, options), deleted: options.deleted };
  const narrowed = options.since !== undefined || options.all;
  const limit = options.limit ?? (narrowed ? undefined : SCREENFUL);
  return sessionsReport(
    [...eachSession(db, { ...filter, limit })].map(sessionNamer(context, db)),
    countSessions(db, filter),
  );
}

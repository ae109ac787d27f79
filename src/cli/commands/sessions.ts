import { listSessions, type SessionQuery } from '../../app/session/list-sessions.ts';
import { sessionsReport } from '../../report/sessions.ts';
import type { App } from '../app.ts';
import { countArg } from '../args.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';
import { withFilters } from './session-options.ts';

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
        'certtrack sessions --grep quota',
        'certtrack sessions --all --json',
      ),
    );
  withFilters(command).action((options, invoked) =>
    answer(app, invoked, async (context) => sessionsReport(await listSessions(context, limited(options)))),
  );
}

/** A screenful, unless something says how many. */
function limited({ all, ...query }: SessionQuery & { readonly all?: true }): SessionQuery {
  const every = query.since !== undefined || all;
  return { ...query, limit: query.limit ?? (every ? undefined : SCREENFUL) };
}

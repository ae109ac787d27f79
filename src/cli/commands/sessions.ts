import { sessionNamer } from '../../app/session/named-session.ts';
import { today } from '../../domain/day.ts';
import { addDays } from '../../domain/local-date.ts';
import { calendarWeeks } from '../../domain/study-calendar.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { sessionsReport } from '../../report/sessions.ts';
import { calendarReport } from '../../report/study-calendar.ts';
import { dailyMinutes } from '../../store/daily-minutes.ts';
import { eachSession } from '../../store/each-session.ts';
import type { Db } from '../../store/open.ts';
import { countSessions, type SessionFilter } from '../../store/sessions.ts';
import type { App } from '../app.ts';
import { countArg, weeksArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';
import { type FilterOptions, filterFrom, withFilters } from './session-filter.ts';

const SCREENFUL = 20;
const CALENDAR_WEEKS = 12;

export function sessionsCommand(program: Program, app: App): void {
  const command = program
    .command('sessions')
    .summary('list sessions, with filters')
    .description(`Lists the newest ${SCREENFUL} sessions, oldest first; filters combine.`)
    .option('-n, --limit <count>', 'the newest so many', countArg)
    .option('--all', 'every session')
    .option('--deleted', 'deleted sessions instead')
    .option('--calendar', 'a calendar of the time studied, a row a week')
    .option('--weeks <count>', `weeks of the calendar, ${CALENDAR_WEEKS} otherwise`, weeksArg)
    .addHelpText(
      'before',
      examples(
        'certtrack sessions --since -7d',
        'certtrack sessions --topic storing-data --activity lab',
        'certtrack sessions --calendar --weeks 26',
        'certtrack sessions --all --json',
      ),
    );
  withFilters(command).action((options, invoked) => answer(app, invoked, (context) => sessions(context, options)));
}

interface ListOptions extends FilterOptions {
  readonly limit?: number;
  readonly all?: true;
  readonly deleted?: true;
  readonly calendar?: true;
  readonly weeks?: number;
}

async function sessions(context: Context, options: ListOptions): Promise<Report> {
  const db = await context.open();
  const filter = { ...filterFrom(context, db, options), deleted: options.deleted };
  if (options.calendar) return calendar(context, db, filter, options);
  if (options.weeks !== undefined)
    throw new CerttrackError('usage', '--weeks is for the calendar', 'Write --calendar --weeks, or --since -7d');
  const narrowed = options.since !== undefined || options.all;
  const limit = options.limit ?? (narrowed ? undefined : SCREENFUL);
  return sessionsReport(
    [...eachSession(db, { ...filter, limit })].map(sessionNamer(context, db)),
    countSessions(db, filter),
  );
}

/** Time studied by day, from the kept evidence. @throws usage for filters it cannot apply */
function calendar(context: Context, db: Db, filter: SessionFilter, options: ListOptions): Report {
  const { since, until, tag, deleted, limit, all } = options;
  if ([since, until, tag, deleted, limit, all].some((option) => option !== undefined))
    throw new CerttrackError(
      'usage',
      'the calendar shows whole weeks of every session',
      'It can be narrowed with --cert, --topic and --activity, and --weeks says how many',
    );
  const { weeks = CALENDAR_WEEKS } = options;
  const to = today(context.now);
  const minutes = dailyMinutes(db, { ...filter, from: addDays(to, -7 * weeks), to });
  const about = [filter.certId, options.topic?.join(', '), options.activity].filter(Boolean).join(', ');
  return calendarReport(
    `Study calendar${about === '' ? '' : ` of ${about}`}`,
    calendarWeeks(minutes, to, context.settings.weekStart, weeks),
  );
}

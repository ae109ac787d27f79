import { calibration } from '../../app/stats/calibration.ts';
import { studyCalendar, studyHours } from '../../app/stats/hours.ts';
import { studyTrend } from '../../app/stats/trend.ts';
import { calibrationReport } from '../../report/calibration.ts';
import { HOURS_BY, hoursReport } from '../../report/hours.ts';
import { statsReport } from '../../report/stats.ts';
import { calendarReport } from '../../report/study-calendar.ts';
import { trendReport } from '../../report/trend.ts';
import type { App } from '../app.ts';
import { activityArg, collect, oneOf, weeksArg } from '../args.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

const WEEKS = 12;

export function statsCommand(program: Program, app: App): void {
  const stats = program
    .command('stats')
    .helpCommand(false)
    .summary('the weeks behind: trend, calendar, hours, calibration')
    .description(
      'The weeks behind: how the chance and the hours went, when you studied, on what, and how good the predictions were.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .addHelpText(
      'before',
      examples('certtrack stats', 'certtrack stats calendar --weeks 26', 'certtrack stats hours --by topic'),
    )
    .action((cert, _options, command) =>
      answer(app, command, async (context) =>
        statsReport({
          trend: await studyTrend(context, cert),
          hours: await studyHours(context, WEEKS, cert),
          results: await calibration(context, cert),
        }),
      ),
    );
  stats
    .command('trend')
    .summary('the chance and the hours of the last weeks, and weeks in a row with the goal reached')
    .argument('[cert]', 'certification; the one in use otherwise')
    .addHelpText('before', examples('certtrack stats trend', 'certtrack stats trend gcp-pmle --json'))
    .action((cert, _options, command) =>
      answer(app, command, async (context) => trendReport(await studyTrend(context, cert))),
    );
  stats
    .command('calendar')
    .summary('the time studied day by day, a row a week')
    .option('--weeks <count>', `how many weeks, ${WEEKS} otherwise`, weeksArg)
    .option('--topic <topic>', 'of this topic or section; may be repeated', collect)
    .option('-a, --activity <name>', 'with this activity', activityArg)
    .addHelpText('before', examples('certtrack stats calendar', 'certtrack stats calendar --weeks 26 --cert gcp-pde'))
    .action((options, command) =>
      answer(app, command, async (context) =>
        calendarReport(await studyCalendar(context, { weeks: WEEKS, ...options })),
      ),
    );
  stats
    .command('hours')
    .summary('where the hours went')
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--by <what>', `${HOURS_BY.join(', ')}; week otherwise`, (text) =>
      oneOf(text, HOURS_BY, 'way to add up hours'),
    )
    .option('--weeks <count>', `how many weeks, ${WEEKS} otherwise`, weeksArg)
    .addHelpText(
      'before',
      examples('certtrack stats hours', 'certtrack stats hours --by topic', 'certtrack stats hours --by activity'),
    )
    .action((cert, { by = 'week', weeks = WEEKS }, command) =>
      answer(app, command, async (context) => hoursReport(await studyHours(context, weeks, cert), by)),
    );
  stats
    .command('calibration')
    .summary('past predictions against how it went')
    .argument('[cert]', 'certification; the one in use otherwise')
    .addHelpText('before', examples('certtrack stats calibration'))
    .action((cert, _options, command) =>
      answer(app, command, async (context) => calibrationReport(await calibration(context, cert))),
    );
}

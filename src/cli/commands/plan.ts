import { clearPlan, skipDays } from '../../app/plan/change-plan.ts';
import { forecast } from '../../app/plan/forecast.ts';
import { viewPlan } from '../../app/plan/plan.ts';
import { addDays } from '../../domain/local-date.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { planClearedReport, planReport, skippedReport } from '../../report/plan.ts';
import { forecastReport } from '../../report/plan-forecast.ts';
import { blockTitle, reasonText } from '../../report/plan-words.ts';
import type { App } from '../app.ts';
import { countArg, weeklyArg } from '../args.ts';
import type { Context } from '../context.ts';
import { clockArg, daysArg, examDateArg, skipArg } from '../day-args.ts';
import { type Destination, deliver, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { act, answer, perform } from '../perform.ts';

const WEEKS_SHOWN = 2;
const USUAL_START = 19 * 60;

export function planCommand(program: Program, app: App): void {
  const plan = program
    .command('plan')
    .helpCommand(false)
    .summary('the plan to the exam, always current; skip, clear, export')
    .description(
      'Plans study day by day until the exam: what, how long, and why then. It follows from the log, the exam date and the weekly goal, so that missed study moves and done topics leave by themselves.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--weeks <count>', `so many weeks, ${WEEKS_SHOWN} otherwise`, countArg)
    .option('--all', 'up to the exam')
    .addHelpText(
      'before',
      examples(
        'certtrack plan',
        'certtrack plan --all',
        'certtrack plan skip 2026-12-20..2027-01-03',
        'certtrack cert set --days mon=1h,sat=4h   (which days, how long)',
      ),
    )
    .action((cert, { weeks = WEEKS_SHOWN, all }, command) =>
      answer(app, command, async (context) => {
        const view = await viewPlan(context, cert);
        return planReport(view, all ? null : addDays(view.today, 7 * weeks - 1));
      }),
    );
  plan
    .command('skip')
    .summary('days off')
    .argument('<range...>', '2026-12-20..2027-01-03, a single day, or none to have no days off')
    .addHelpText('before', examples('certtrack plan skip 2026-12-20..2027-01-03', 'certtrack plan skip none'))
    .action((ranges, _options, command) =>
      act(app, command, async (context) => {
        const none = ranges.length === 1 && ranges[0] === 'none';
        return skippedReport(await skipDays(context, none ? [] : ranges.map(skipArg)));
      }),
    );
  plan
    .command('clear')
    .summary('have no plan (undo brings it back)')
    .argument('[cert]', 'certification; the one in use otherwise')
    .addHelpText('before', examples('certtrack plan clear'))
    .action((cert, _options, command) =>
      act(app, command, async (context) => planClearedReport(await clearPlan(context, cert))),
    );
  const exporting = plan
    .command('export')
    .summary('the plan as a calendar file')
    .description(
      'Writes the plan as iCalendar, --format ics, one event a study day. Importing a later one changes the events there are instead of adding new ones.',
    )
    .option('--at <time>', 'when study begins on a day, 19:00 otherwise', clockArg)
    .addHelpText(
      'before',
      examples('certtrack plan export -o plan.ics', 'certtrack plan export --at 18:30 -o plan.ics --force'),
    );
  withOutput(exporting).action((options, command) => perform(app, command, (context) => exportPlan(context, options)));
}

export function forecastCommand(program: Program, app: App): void {
  program
    .command('forecast')
    .summary('what if: other hours, another exam date')
    .description(
      'Forecasts the chance on exam day at the pace of the last four weeks, at the weekly goal, and at what you name. Changes nothing.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--exam <date>', 'what if the exam were on this day')
    .option('--hours <per-week>', 'what if you studied so much, 4/week', weeklyArg)
    .option('--days <weekdays>', 'what if on these days, mon,wed,sat or mon=1h,sat=4h', daysArg)
    .addHelpText(
      'before',
      examples('certtrack forecast', 'certtrack forecast --hours 4/week', 'certtrack forecast --exam 2026-12-18'),
    )
    .action((cert, { exam, hours, days }, command) =>
      answer(app, command, async (context) => {
        const examDate = exam === undefined ? undefined : examDateArg(exam, context.now);
        const weeklyMinutes = hours ?? days?.weeklyMinutes;
        return forecastReport(await forecast(context, { cert, examDate, weeklyMinutes, days: days?.shares }));
      }),
    );
}

async function exportPlan(
  context: Context,
  { at = USUAL_START, ...destination }: Destination & { readonly at?: number },
): Promise<void> {
  const { options, now } = context;
  if (options.json || (options.format ?? 'ics') !== 'ics')
    throw new CerttrackError(
      'usage',
      'a calendar is written as ics',
      'Leave --format out. As JSON: certtrack plan --json',
    );
  const { plan, edition, today } = await viewPlan(context);
  const { planCalendar } = await import('../../transfer/plan-calendar.ts');
  const text = await planCalendar(plan, {
    title: edition.title,
    today,
    written: now.instant,
    zone: now.zone.name,
    start: at,
    about: (block) => ({ title: blockTitle(edition, block), reason: reasonText(block.reason) }),
  });
  const days = new Set(plan.blocks.map(({ date }) => date)).size;
  await deliver(context, [text], destination, () => `${plural(days, 'study day')} and the exam`);
}

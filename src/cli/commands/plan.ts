import { change } from '../../app/change.ts';
import {
  type Planning,
  planningFor,
  planWith,
  presentPlan,
  progressOf,
  prospectsFor,
  settingsPhrase,
} from '../../app/plan/planning.ts';
import { addDays } from '../../domain/local-date.ts';
import { samePlan } from '../../domain/plan/revise-plan.ts';
import type { Track } from '../../domain/track.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { planReport } from '../../report/plan.ts';
import type { Change } from '../../store/change.ts';
import type { Db } from '../../store/open.ts';
import type { App } from '../app.ts';
import { countArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';
import { type PlanWords, settingsFrom, skipArg, weekdaysArg } from '../plan-words.ts';
import { planExportCommand } from './plan-export.ts';
import { planForecastCommand } from './plan-forecast.ts';

const WEEKS_SHOWN = 2;

export function planCommand(program: Program, app: App): void {
  const plan = program
    .command('plan')
    .helpCommand(false)
    .summary('a study plan to the exam: create, show, reflow, forecast, export, clear')
    .description(
      'Plans study day by day until the exam: what, how long, and why then. Missed days are moved by reflow.',
    )
    .addHelpText(
      'before',
      examples(
        'certtrack plan create --hours 6/week --days mon,wed,sat',
        'certtrack plan show',
        'certtrack plan forecast --hours 4/week',
      ),
    );
  plan
    .command('create')
    .summary('plan from today to the exam')
    .option('--exam <date>', 'exam date; the one of the certification otherwise')
    .option('--hours <per-week>', 'hours a week, 6/week; the weekly goal otherwise')
    .option('--days <weekdays>', 'days to study on, mon,wed,sat; every day otherwise', weekdaysArg)
    .option('--skip <range>', 'days off, 2026-12-20..2027-01-03; may be repeated; none for no days off', skipArg)
    .addHelpText(
      'before',
      examples(
        'certtrack plan create --exam 2026-11-20 --hours 6/week --days mon,wed,sat',
        'certtrack plan create --skip 2026-10-10..2026-10-17',
      ),
    )
    .action((words, command) => act(app, command, (context) => make(context, words, 'create')));
  plan
    .command('show')
    .summary('the plan, where it leads, and what is done of it')
    .option('--weeks <count>', `so many weeks, ${WEEKS_SHOWN} otherwise`, countArg)
    .option('--all', 'up to the exam')
    .addHelpText('before', examples('certtrack plan show', 'certtrack plan show --all', 'certtrack plan show --json'))
    .action(({ weeks = WEEKS_SHOWN, all }, command) =>
      answer(app, command, async (context) => show(context, await context.open(), all ? null : weeks)),
    );
  plan
    .command('reflow')
    .summary('plan anew from today, after missed days or new results')
    .addHelpText('before', examples('certtrack plan reflow', 'certtrack plan reflow --dry-run'))
    .action((_options, command) => act(app, command, (context) => make(context, {}, 'reflow')));
  planForecastCommand(plan, app);
  planExportCommand(plan, app);
  plan
    .command('clear')
    .summary('have no plan (undo brings it back)')
    .addHelpText('before', examples('certtrack plan clear'))
    .action((_options, command) => act(app, command, clear));
}

async function make(context: Context, words: PlanWords, action: 'create' | 'reflow'): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const planning = planningFor(context, db);
    const { track } = planning;
    const before = action === 'reflow' ? presentPlan(planning) : planning.plan;
    const settings = settingsFrom(words, track, before, context);
    const after = planWith(context, db, planning, settings);
    const same = before !== undefined && samePlan(before, after);
    const changes: Change[] = same
      ? []
      : [...trackChange(track, settings, context), { entity: 'plan', id: track.certId, before: before ?? null, after }];
    return {
      action: `plan ${action}`,
      summary: `planned ${track.certId}: ${settingsPhrase(settings)}`,
      changes,
      result: () => {
        const report = viewed(context, db, { ...planning, track: { ...track, ...settings }, plan: after }, WEEKS_SHOWN);
        const said = same ? 'The plan stands as it is.' : before ? 'Planned anew from today.' : 'Planned.';
        return { ...report, blocks: [line(said, muted(same ? '' : ' Undo: certtrack undo')), ...report.blocks] };
      },
    };
  });
}

/** The certification's exam date and goal follow the plan, so that there is one truth. */
function trackChange(
  before: Track,
  { examDate, weeklyMinutes }: { examDate: Track['examDate']; weeklyMinutes: number },
  context: Context,
): Change[] {
  if (before.examDate === examDate && before.weeklyMinutes === weeklyMinutes) return [];
  const after = { ...before, examDate, weeklyMinutes, updatedAt: context.now.instant };
  return [{ entity: 'track', id: before.certId, before, after }];
}

function show(context: Context, db: Db, weeks: number | null): Report {
  const planning = planningFor(context, db);
  return viewed(context, db, { ...planning, plan: presentPlan(planning) }, weeks);
}

function viewed(context: Context, db: Db, planning: Planning, weeks: number | null): Report {
  const plan = presentPlan(planning);
  const { track, edition, gate, today } = planning;
  return planReport(
    {
      edition,
      plan,
      gate,
      today,
      progress: progressOf(context, planning, plan),
      prospects: prospectsFor(context, db, planning, plan.settings),
      outdated:
        plan.editionId !== edition.id ||
        plan.settings.examDate !== (track.examDate ?? plan.settings.examDate) ||
        plan.settings.weeklyMinutes !== (track.weeklyMinutes ?? plan.settings.weeklyMinutes),
    },
    weeks === null ? null : addDays(today, 7 * weeks - 1),
  );
}

async function clear(context: Context): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const planning = planningFor(context, db);
    const before = presentPlan(planning);
    return {
      action: 'plan clear',
      summary: `cleared the plan of ${before.certId}`,
      changes: [{ entity: 'plan', id: before.certId, before, after: null }],
      result: () => ({
        title: 'Plan cleared',
        data: { cert_id: before.certId, cleared: true },
        blocks: [line(`The plan of ${before.certId} is gone.`, muted(' Bring it back: certtrack undo'))],
      }),
    };
  });
}

import { planningFor, presentPlan } from '../../app/plan/planning.ts';
import { parseClock } from '../../domain/day.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { blockTitle, reasonText } from '../../report/plan-words.ts';
import { planCalendar } from '../../transfer/plan-calendar.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { type Destination, deliver, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';

interface PlanExportOptions extends Destination {
  readonly at: number;
}

export function planExportCommand(plan: Program, app: App): void {
  const command = plan
    .command('export')
    .summary('the plan as a calendar file')
    .description(
      'Writes the plan as iCalendar, --format ics, one event a study day. Importing it again after a reflow changes the events there are instead of adding new ones.',
    )
    .option('--at <time>', 'when study begins on a day', startArg, 19 * 60)
    .addHelpText(
      'before',
      examples(
        'certtrack plan export -o plan.ics',
        'certtrack plan export --format ics --at 18:30 -o plan.ics --force',
      ),
    );
  withOutput(command).action((options, invoked) => perform(app, invoked, (context) => exportPlan(context, options)));
}

function startArg(text: string): number {
  const minutes = parseClock(text);
  if (minutes !== undefined) return minutes;
  throw new CerttrackError('usage', `cannot read the time "${text}"`, 'Write --at 19:00 or 7pm');
}

async function exportPlan(context: Context, { at, ...destination }: PlanExportOptions): Promise<void> {
  const { options } = context;
  if (options.json || (options.format ?? 'ics') !== 'ics')
    throw new CerttrackError(
      'usage',
      'a calendar is written as ics',
      'Leave --format out. As JSON: certtrack plan show --json',
    );
  const db = await context.open();
  const planning = planningFor(context, db);
  const plan = presentPlan(planning);
  const { edition } = planning;
  const text = await planCalendar(plan, {
    title: edition.title,
    zone: context.now.zone.name,
    start: at,
    about: (block) => ({ title: blockTitle(edition, block), reason: reasonText(block.reason) }),
  });
  const days = new Set(plan.blocks.map(({ date }) => date)).size;
  await deliver(context, [text], destination, () => `${plural(days, 'study day')} and the exam`);
}

import { parseClock } from '../../domain/day.ts';
import { CerttrackError } from '../../errors.ts';
import { visible } from '../../render/visible.ts';
import { blockTitle, reasonText } from '../../report/plan-words.ts';
import { plural } from '../../report/words.ts';
import { planCalendar } from '../../transfer/plan-calendar.ts';
import type { App } from '../app.ts';
import { atomicFile } from '../atomic-file.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { planningFor, presentPlan } from '../planning.ts';

interface PlanExportOptions {
  readonly output: string;
  readonly at: number;
  readonly force?: boolean | undefined;
}

export function planExportCommand(plan: Program, app: App): void {
  plan
    .command('export')
    .summary('the plan as a calendar file')
    .description(
      'Writes the plan as iCalendar, --format ics, one event a study day. Importing it again after a reflow changes the events there are instead of adding new ones.',
    )
    .option('-o, --output <file>', 'write to a file; "-" is standard output', '-')
    .option('--at <time>', 'when study begins on a day', startArg, 19 * 60)
    .option('--force', 'replace the file if there is one')
    .addHelpText(
      'before',
      examples(
        'certtrack plan export -o plan.ics',
        'certtrack plan export --format ics --at 18:30 -o plan.ics --force',
      ),
    )
    .action((options, command) => perform(app, command, (context) => exportPlan(context, options)));
}

function startArg(text: string): number {
  const minutes = parseClock(text);
  if (minutes !== undefined) return minutes;
  throw new CerttrackError('usage', `cannot read the time "${text}"`, 'Write --at 19:00 or 7pm');
}

async function exportPlan(context: Context, { output, at, force = false }: PlanExportOptions): Promise<void> {
  const { options, app } = context;
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
  if (output === '-') return app.stdout.write(app.stdout.isTTY ? visible(text) : text);
  if (!options.dryRun) atomicFile(output, [text], force);
  if (options.quiet) return;
  const days = new Set(plan.blocks.map(({ date }) => date)).size;
  await app.stderr.write(
    `${options.dryRun ? 'Would write' : 'Wrote'} ${plural(days, 'study day')} and the exam to ${visible(output)}\n`,
  );
}

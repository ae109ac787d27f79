import { startableEditions, startTracks, type TrackPlan } from '../../app/track/start-tracks.ts';
import { durationText } from '../../domain/duration.ts';
import { type Edition, placedTopics, recommendedMinutes } from '../../domain/edition.ts';
import { DEFAULT_TARGET } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { startedReport } from '../../report/tracks.ts';
import type { App } from '../app.ts';
import { targetArg, weeklyArg } from '../args.ts';
import type { Ask } from '../ask.ts';
import type { Context } from '../context.ts';
import { type DaysArg, daysArg, examDateArg } from '../day-args.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

interface InitOptions {
  readonly exam?: string | undefined;
  readonly hours?: number | undefined;
  readonly days?: DaysArg | undefined;
  readonly target?: number | undefined;
}

export function initCommand(program: Program, app: App): void {
  program
    .command('init')
    .summary('choose certifications, exam date, hours a week')
    .description('Starts tracking one or more certifications. Without --cert, on a terminal, it asks.')
    .option('--exam <date>', 'exam date, 2026-11-20')
    .option('--hours <per-week>', 'weekly goal, 6/week', weeklyArg)
    .option('--days <weekdays>', 'days with study: mon,wed,sat, or mon=1h,sat=4h', daysArg)
    .option('--target <percent>', `score to be sure of; ${DEFAULT_TARGET} is assumed otherwise`, targetArg)
    .addHelpText(
      'before',
      examples(
        'certtrack init --cert gcp-pde --exam 2026-11-20 --hours 6/week --target 75',
        'certtrack init --cert gcp-pde@2025 --cert gcp-pmle',
        'certtrack init   (asks)',
      ),
    )
    .action((options, command) => act(app, command, (context) => init(context, options)));
}

async function init(context: Context, { exam, hours, days, target }: InitOptions): Promise<Report> {
  const { cert: named = [] } = context.options;
  const examDate = exam === undefined ? undefined : examDateArg(exam, context.now);
  const given = { examDate, weeklyMinutes: hours ?? days?.weeklyMinutes, days: days?.shares, target };
  if (named.length > 0) return startedReport(await startTracks(context, named, given));
  const asked = await askForPlan(context, await startableEditions(context), given);
  return startedReport(await startTracks(context, [asked.edition], asked.plan));
}

async function askForPlan(
  { ask, now }: Context,
  editions: readonly Edition[],
  given: TrackPlan,
): Promise<{ edition: string; plan: TrackPlan }> {
  if (ask === null)
    throw new CerttrackError(
      'usage',
      'which certification?',
      `Add --cert, one of: ${[...new Set(editions.map(({ certId }) => certId))].join(', ')}`,
    );
  const choices = editions.map((edition) => ({
    name: `${edition.title}  ${edition.id}`,
    value: edition.id,
    description: outline(edition),
  }));
  const edition = await ask.select('Which certification?', choices);
  const examDate =
    given.examDate ??
    (await optional(ask, 'Exam date? (2026-11-20, Enter if not booked)', (text) => examDateArg(text, now)));
  const weeklyMinutes = given.weeklyMinutes ?? (await optional(ask, 'Hours a week? (6, Enter for no goal)', weeklyArg));
  const target =
    given.target ??
    (await optional(ask, `Score you want to be sure of, in percent? (Enter for ${DEFAULT_TARGET})`, targetArg));
  return { edition, plan: { ...given, examDate, weeklyMinutes, target } };
}

/** An answer that may be left out, checked by the same function that reads the flag. */
async function optional<T>(ask: Ask, message: string, read: (text: string) => T): Promise<T | undefined> {
  const check = (text: string) => {
    try {
      if (text.trim() !== '') read(text);
      return undefined;
    } catch (error) {
      return error instanceof CerttrackError ? `${error.message}. ${error.hint ?? ''}` : String(error);
    }
  };
  const text = await ask.input(message, check);
  return text.trim() === '' ? undefined : read(text);
}

function outline(edition: Edition): string {
  const topics = placedTopics(edition);
  return `${edition.vendor}, ${edition.sections.length} sections, ${topics.length} topics, ${durationText(recommendedMinutes(edition))} recommended`;
}

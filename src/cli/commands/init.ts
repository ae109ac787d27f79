import { change } from '../../app/change.ts';
import { addedEditions, findEdition, syllabiFolder } from '../../app/guide/find-edition.ts';
import { startedTracks } from '../../app/track/started-tracks.ts';
import { durationText } from '../../domain/duration.ts';
import { type Edition, placedTopics, recommendedMinutes } from '../../domain/edition.ts';
import { DEFAULT_TARGET, newTrack, publishedTarget, type Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import { startedReport } from '../../report/tracks.ts';
import { saveEdition } from '../../store/editions.ts';
import { tracks } from '../../store/tracks.ts';
import type { App } from '../app.ts';
import { examDateArg, targetArg, weeklyArg } from '../args.ts';
import type { Ask } from '../ask.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

interface Plan {
  readonly exam?: string | undefined;
  readonly hours?: number | undefined;
  readonly target?: number | undefined;
}

export function initCommand(program: Program, app: App): void {
  program
    .command('init')
    .summary('choose certifications, exam date, hours a week')
    .description('Starts tracking one or more certifications. Without --cert, on a terminal, it asks.')
    .option('--exam <date>', 'exam date, 2026-11-20')
    .option('--hours <per-week>', 'weekly goal, 6/week', weeklyArg)
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

async function init(context: Context, options: Plan) {
  const { cert: named = [] } = context.options;
  const examDate = (text: string | undefined) => (text === undefined ? null : examDateArg(text, context.now));
  examDate(options.exam);
  const asked = named.length > 0 ? undefined : await askForPlan(context, await startable(context), options);
  const plan = asked?.plan ?? options;
  const editions = asked ? [asked.edition] : await Promise.all(named.map((name) => findEdition(context, name)));
  const db = await context.open('create');

  const { shippedRelated } = await import('../../syllabus/library.ts');
  const links = shippedRelated(syllabiFolder(context.app));

  return change(context, db, () => {
    const present = tracks(db);
    const tracked = editions.find(({ certId }) => present.some((track) => track.certId === certId));
    if (tracked)
      throw new CerttrackError(
        'usage',
        `${tracked.certId} is already set up`,
        `Change it with: certtrack cert set ${tracked.certId} --exam DATE --hours 6/week --target 75`,
      );
    const twice = editions.find(({ certId }, i) => editions.findIndex((other) => other.certId === certId) !== i);
    if (twice)
      throw new CerttrackError(
        'usage',
        `${twice.certId} is named twice`,
        'A certification is tracked on one edition at a time',
      );
    const started = editions.map((edition): Track => {
      saveEdition(db, edition);
      return {
        ...newTrack(edition.certId, edition.id, plan.target ?? publishedTarget(edition), context.now.instant),
        examDate: examDate(plan.exam),
        weeklyMinutes: plan.hours ?? null,
      };
    });
    return {
      action: 'init',
      summary: `started ${editions.map(({ id }) => id).join(' and ')}`,
      changes: startedTracks(db, started, () => links),
      result: () => startedReport(started.map((track, i) => ({ track, edition: editions[i] as Edition }))),
    };
  });
}

/** What one can start on, what one would start on as a rule first. */
async function startable(context: Context): Promise<Edition[]> {
  const { shippedEditions } = await import('../../syllabus/library.ts');
  const editions = [...(await addedEditions(context)), ...shippedEditions(syllabiFolder(context.app))];
  const order: readonly Edition['status'][] = ['current', 'variant', 'superseded'];
  return editions.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

async function askForPlan(
  context: Context,
  editions: readonly Edition[],
  given: Plan,
): Promise<{ edition: Edition; plan: Plan }> {
  const { ask, now } = context;
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
  const id = await ask.select('Which certification?', choices);
  const exam =
    given.exam ??
    (await optional(ask, 'Exam date? (2026-11-20, Enter if not booked)', (text) => examDateArg(text, now)));
  const hours = given.hours ?? (await optional(ask, 'Hours a week? (6, Enter for no goal)', weeklyArg));
  const target =
    given.target ??
    (await optional(ask, `Score you want to be sure of, in percent? (Enter for ${DEFAULT_TARGET})`, targetArg));
  return { edition: editions.find((edition) => edition.id === id) as Edition, plan: { exam, hours, target } };
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

import { type RatedCard, recordRating } from '../../app/review/rate-card.ts';
import { scheduleFor, subjectsFrom } from '../../app/review/schedule.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { cardId, GRADES, type Grade } from '../../domain/review/card.ts';
import type { ScheduledCard } from '../../domain/review/schedule.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { ratedReport, reviewReport } from '../../report/review.ts';
import { cards } from '../../store/cards.ts';
import type { App } from '../app.ts';
import { minutesArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, backUp, perform } from '../perform.ts';
import { show } from '../show.ts';
import { askForRatings } from './ask-for-ratings.ts';
import { reviewCardCommands } from './review-cards.ts';

const USUAL_MINUTES = 5;

export function reviewCommand(program: Program, app: App): void {
  const review = program
    .command('review')
    .helpCommand(false)
    .summary('call up from memory what is about to fade: review, add, drop, rate')
    .description(
      'Lists what is due and, on a terminal, asks how well you could call each one up (one key). An answer is logged as a recall session. Due dates come from FSRS.',
    )
    .option('--list', 'list only, ask nothing')
    .option('--all', 'every card, not only what is due')
    .addHelpText('before', examples('certtrack review', 'certtrack review --list --all', 'certtrack review add --all'))
    .action((options, command) => perform(app, command, (context) => listAndAsk(context, options)));
  reviewCardCommands(review, app);
  review
    .command('rate')
    .summary('record how well one was called up')
    .argument('<topic>', 'topic, or TOPIC/OBJECTIVE')
    .argument('<grade>', GRADES.join(', '))
    .option('--minutes <time>', 'how long it took', minutesArg, USUAL_MINUTES)
    .addHelpText(
      'before',
      examples('certtrack review rate sharing-data good', 'certtrack review rate 3.1 again --minutes 10'),
    )
    .action((topic, grade, options, command) =>
      act(app, command, (context) => rate(context, topic, gradeArg(grade), options.minutes)),
    );
}

function gradeArg(text: string): Grade {
  const grade = GRADES.find((known) => known === text.toLowerCase());
  if (grade) return grade;
  throw new CerttrackError('usage', `no grade "${text}"`, `Grades: ${GRADES.join(', ')}`);
}

async function listAndAsk(context: Context, { list, all }: { list?: true; all?: true }): Promise<void> {
  const db = await context.open();
  const { track, edition } = currentTrack(context, db);
  const scheduleNow = await scheduleFor(context, db, track, edition);
  const schedule = scheduleNow();
  const now = today(context.now);
  const due = schedule.filter((card) => card.due <= now);
  const asks = context.ask !== null && !list && !all && !context.options.dryRun && due.length > 0;
  if (!asks) return show(context, reviewReport(edition, schedule, now, all ?? false));
  try {
    const rated = await askForRatings(context, db, due);
    await show(context, outcomeOf(context, edition, rated, scheduleNow()));
  } finally {
    // Answers given before an interruption are saved too.
    await backUp(context);
  }
}

async function rate(context: Context, topic: string, grade: Grade, minutes: number): Promise<Report> {
  const db = await context.open();
  const { track, edition } = currentTrack(context, db);
  const [subject, ...others] = subjectsFrom(edition, [topic], false);
  const known = cards(db, track.certId);
  const card = subject && known.find(({ id }) => id === cardId(track.certId, subject.topicId, subject.objectiveId));
  if (others.length > 0) throw new CerttrackError('usage', `"${topic}" is a section; rate its topics one by one`);
  if (card === undefined)
    throw new CerttrackError('not_found', `there is no card for "${topic}"`, `Make it: certtrack review add ${topic}`);
  const schedule = await scheduleFor(context, db, track, edition);
  const rated = { card, grade, minutes };
  return recordRating(context, db, rated, () => outcomeOf(context, edition, [rated], schedule()));
}

/** What answers led to: when their cards are due now. */
function outcomeOf(
  { now }: Context,
  edition: Edition,
  rated: readonly RatedCard[],
  after: readonly ScheduledCard[],
): Report {
  const states = rated.flatMap(({ card, grade }) =>
    after.filter((state) => state.card.id === card.id).map((state) => ({ grade, state })),
  );
  return ratedReport(edition, states, after.filter(({ due }) => due <= today(now)).length);
}

import { today } from '../../domain/day.ts';
import { type Card, cardId, GRADES, type Grade } from '../../domain/review/card.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { cardTitle, ratedReport, reviewReport } from '../../report/review.ts';
import { plural } from '../../report/words.ts';
import { cards } from '../../store/cards.ts';
import type { Change } from '../../store/change.ts';
import type { App } from '../app.ts';
import { minutesArg } from '../args.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { keepDailyBackup } from '../daily-backup.ts';
import { examples, type Program } from '../help.ts';
import { act, perform } from '../perform.ts';
import { recordRating } from '../record-rating.ts';
import { everyTopic, scheduleFor, subjectsFrom } from '../reviews.ts';
import { show } from '../show.ts';
import { askForRatings } from './ask-for-ratings.ts';

const USUAL_MINUTES = 5;

interface SubjectWords {
  readonly all?: true | undefined;
  readonly objectives?: true | undefined;
}

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
  review
    .command('add')
    .summary('choose topics, or objectives, to call up from memory')
    .argument('[words...]', 'topics, sections, or TOPIC/OBJECTIVE')
    .option('--all', 'every topic of the guide')
    .option('--objectives', 'a card for each objective of the topics')
    .addHelpText(
      'before',
      examples(
        'certtrack review add --all',
        'certtrack review add storing-data',
        'certtrack review add sharing-data --objectives',
      ),
    )
    // review has --all too, and commander hands it to the outer command.
    .action((words, _options, command) =>
      act(app, command, (context) => add(context, words, command.optsWithGlobals())),
    );
  review
    .command('drop')
    .summary('stop reviewing (taken up again, it goes on where it was)')
    .argument('[words...]', 'topics, sections, or TOPIC/OBJECTIVE')
    .option('--all', 'every card')
    .option('--objectives', 'the cards of the objectives of the topics')
    .addHelpText('before', examples('certtrack review drop sharing-data', 'certtrack review drop --all'))
    .action((words, _options, command) =>
      act(app, command, (context) => drop(context, words, command.optsWithGlobals())),
    );
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
    const after = scheduleNow();
    await show(
      context,
      ratedReport(
        edition,
        rated.flatMap(({ card, grade }) =>
          after.filter((state) => state.card.id === card.id).map((state) => ({ grade, state })),
        ),
        after.filter((card) => card.due <= now).length,
      ),
    );
  } finally {
    // Answers given before an interruption are saved too.
    await keepDailyBackup(context);
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
  return recordRating(context, db, { card, grade, minutes }, () => {
    const after = schedule();
    const rated = after.filter((state) => state.card.id === card.id).map((state) => ({ grade, state }));
    return ratedReport(edition, rated, after.filter(({ due }) => due <= today(context.now)).length);
  });
}

async function add(context: Context, words: readonly string[], { all, objectives }: SubjectWords): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const { track, edition } = currentTrack(context, db);
    if (!all && words.length === 0)
      throw new CerttrackError('usage', 'which topics?', 'Name them, or all: certtrack review add --all');
    const named = all ? everyTopic(edition).map(({ topicId }) => topicId) : words;
    const present = new Set(cards(db, track.certId).map(({ id }) => id));
    const made = subjectsFrom(edition, named, objectives ?? false)
      .map(
        (subject): Card => ({
          ...subject,
          id: cardId(track.certId, subject.topicId, subject.objectiveId),
          certId: track.certId,
          addedOn: today(context.now),
          createdAt: context.now.instant,
        }),
      )
      .filter(({ id }) => !present.has(id));
    return {
      action: 'review add',
      summary: `added ${plural(made.length, 'card')} to review`,
      changes: made.map((card): Change => ({ entity: 'card', id: card.id, before: null, after: card })),
      report: () =>
        changed(
          'Added',
          made,
          made.map((card) => cardTitle(edition, card)),
          'certtrack review',
        ),
    };
  });
}

async function drop(context: Context, words: readonly string[], { all, objectives }: SubjectWords): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const { track, edition } = currentTrack(context, db);
    if (!all && words.length === 0)
      throw new CerttrackError('usage', 'which topics?', 'Name them, or all: certtrack review drop --all');
    const named = new Set(
      subjectsFrom(edition, words, objectives ?? false).map(({ topicId, objectiveId }) =>
        cardId(track.certId, topicId, objectiveId),
      ),
    );
    const gone = cards(db, track.certId).filter(({ id }) => all || named.has(id));
    if (gone.length === 0)
      throw new CerttrackError('not_found', 'there is no such card', 'certtrack review --list --all shows them');
    return {
      action: 'review drop',
      summary: `dropped ${plural(gone.length, 'card')} from review`,
      changes: gone.map((card): Change => ({ entity: 'card', id: card.id, before: card, after: null })),
      report: () =>
        changed(
          'Dropped',
          gone,
          gone.map((card) => cardTitle(edition, card)),
          'certtrack undo',
        ),
    };
  });
}

/** What was added or dropped, by name when there are few. */
function changed(verb: string, some: readonly Card[], titles: readonly string[], then: string): Report {
  const few = titles.length <= 3 ? `: ${titles.join(', ')}` : '';
  return {
    title: verb,
    data: { [verb.toLowerCase()]: some.map(({ id }) => id) },
    blocks: [
      some.length === 0
        ? line('All of these are there already.')
        : line(`${verb} ${plural(some.length, 'card')}${few}`),
      line(muted(verb === 'Added' ? `Review: ${then}` : `Bring back: ${then}`)),
    ],
  };
}

import { change } from '../../app/change.ts';
import { everyTopic, subjectsFrom } from '../../app/review/schedule.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { today } from '../../domain/day.ts';
import { type Card, cardId } from '../../domain/review/card.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { cardTitle } from '../../report/review.ts';
import { cards } from '../../store/cards.ts';
import type { Change } from '../../store/change.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

interface SubjectWords {
  readonly all?: true | undefined;
  readonly objectives?: true | undefined;
}

/** What is reviewed: `review add` and `review drop`. */
export function reviewCardCommands(review: Program, app: App): void {
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
      result: () =>
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
      result: () =>
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

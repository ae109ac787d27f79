import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { type Card, cardId } from '../../domain/review/card.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { cards } from '../../store/cards.ts';
import type { Change } from '../../store/change.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { trackOfTopics } from '../topic/find-topics.ts';
import { everyTopic, subjectsFrom } from './schedule.ts';

/** Which cards besides those named: every topic's, or those of each objective. */
export interface CardChoice {
  readonly all?: boolean | undefined;
  readonly objectives?: boolean | undefined;
}

/** Cards that were added or dropped. */
export interface ChangedCards {
  readonly edition: Edition;
  readonly cards: readonly Card[];
}

/** Adds cards for topics, or each of their objectives; those that are there stay. @throws usage when nothing is named */
export async function addCards(
  env: Env,
  words: readonly string[],
  { all, objectives }: CardChoice,
): Promise<ChangedCards> {
  const db = await env.open();
  return change(env, db, () => {
    const { track, edition, words: own } = trackOfTopics(env, db, words);
    if (!all && words.length === 0)
      throw new CerttrackError('usage', 'which topics?', 'Name them, or all: certtrack review add --all');
    const named = all ? everyTopic(edition).map(({ topicId }) => topicId) : own;
    const present = new Set(cards(db, track.certId).map(({ id }) => id));
    const made = subjectsFrom(edition, named, objectives ?? false)
      .map(
        (subject): Card => ({
          ...subject,
          id: cardId(track.certId, subject.topicId, subject.objectiveId),
          certId: track.certId,
          addedOn: today(env.now),
          createdAt: env.now.instant,
        }),
      )
      .filter(({ id }) => !present.has(id));
    return {
      action: 'review add',
      summary: `added ${plural(made.length, 'card')} to review`,
      changes: made.map((card): Change => ({ entity: 'card', id: card.id, before: null, after: card })),
      result: () => ({ edition, cards: made }),
    };
  });
}

/** Drops cards; taken up again, they go on where they were. @throws usage when nothing is named, not_found for no such card */
export async function dropCards(
  env: Env,
  words: readonly string[],
  { all, objectives }: CardChoice,
): Promise<ChangedCards> {
  const db = await env.open();
  return change(env, db, () => {
    const { track, edition, words: own } = trackOfTopics(env, db, words);
    if (!all && words.length === 0)
      throw new CerttrackError('usage', 'which topics?', 'Name them, or all: certtrack review drop --all');
    const named = new Set(
      subjectsFrom(edition, own, objectives ?? false).map(({ topicId, objectiveId }) =>
        cardId(track.certId, topicId, objectiveId),
      ),
    );
    const gone = cards(db, track.certId).filter(({ id }) => all || named.has(id));
    if (gone.length === 0)
      throw new CerttrackError('not_found', 'there is no such card', 'certtrack review --all shows them');
    return {
      action: 'review drop',
      summary: `dropped ${plural(gone.length, 'card')} from review`,
      changes: gone.map((card): Change => ({ entity: 'card', id: card.id, before: card, after: null })),
      result: () => ({ edition, cards: gone }),
    };
  });
}

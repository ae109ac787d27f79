import { today } from '../../domain/day.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { type Edition, OTHER_TOPIC, placedTopics } from '../../domain/edition.ts';
import { type Card, cardId } from '../../domain/review/card.ts';
import type { ScheduledCard } from '../../domain/review/schedule.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import { cardRatings, cards, studyAnswers } from '../../store/cards.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { topicsFor } from '../topic/find-topics.ts';

/** Every card of a track with its due date, as the database has it when asked. */
type Schedule = () => ScheduledCard[];

/** FSRS is loaded here, when it is needed; asking again needs no waiting, so that it can be done inside a change. */
export async function scheduleFor(env: Env, db: Db, track: Track, edition: Edition): Promise<Schedule> {
  const { scheduled } = await import('../../domain/review/schedule.ts');
  const wish = { today: today(env.now), retention: env.settings.retention, examDate: track.examDate };
  const order = placedTopics(edition).map(({ topic }) => topic.id);
  const inOrder = () => cards(db, track.certId).sort((a, b) => order.indexOf(a.topicId) - order.indexOf(b.topicId));
  return () => scheduled(inOrder(), cardRatings(db, track.certId), studyAnswers(db, track.certId), wish);
}

/** A topic or an objective of it, as a card would be about. */
export type Subject = Pick<Card, 'topicId' | 'objectiveId'>;

/** What typed words name: topics and sections, `TOPIC/OBJECTIVE`, or with `each` all objectives of the topics. @throws not_found or decision_needed */
export function subjectsFrom(edition: Edition, words: readonly string[], each: boolean): Subject[] {
  const subjects = words.flatMap((word): Subject[] => {
    const [topic = '', objective] = word.split('/');
    const ids = topicsFor(edition, topic).filter((id) => id !== OTHER_TOPIC);
    if (objective === undefined && !each) return ids.map((topicId) => ({ topicId, objectiveId: null }));
    return ids.flatMap((topicId) => {
      const named =
        objective === undefined
          ? objectivesOf(edition, topicId).map(({ id }) => id)
          : [objectiveFor(edition, topicId, objective)];
      return named.map((objectiveId) => ({ topicId, objectiveId }));
    });
  });
  const seen = new Map(
    subjects.map((subject) => [cardId(edition.certId, subject.topicId, subject.objectiveId), subject]),
  );
  return [...seen.values()];
}

export function everyTopic(edition: Edition): Subject[] {
  return placedTopics(edition).map(({ topic }) => ({ topicId: topic.id, objectiveId: null }));
}

function objectivesOf(edition: Edition, topicId: string) {
  return placedTopics(edition).find(({ topic }) => topic.id === topicId)?.topic.objectives ?? [];
}

function objectiveFor(edition: Edition, topicId: string, text: string): string {
  const word = text.toLowerCase();
  const known = objectivesOf(edition, topicId);
  const found =
    known.find(({ id }) => id === word) ??
    only(known.filter((one) => `${one.id} ${one.text.toLowerCase()}`.includes(word)));
  if (found) return found.id;
  const [guess] = didYouMean(
    word,
    known.map(({ id }) => id),
  );
  throw new CerttrackError(
    'not_found',
    `no one objective "${text}" in ${topicId}`,
    [
      ...(guess ? [`Did you mean ${topicId}/${guess}?`] : []),
      `Objectives: ${known.map(({ id }) => id).join(', ') || 'none'}`,
    ].join('\n'),
  );
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { type Card, type CardRating, cardId, type Grade } from '../../domain/review/card.ts';
import { GRADE_CONFIDENCE } from '../../domain/review/grades.ts';
import type { ScheduledCard } from '../../domain/review/schedule.ts';
import { isoInZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { cards } from '../../store/cards.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { draftSession } from '../session/log-session.ts';
import { trackOfTopics } from '../topic/find-topics.ts';
import { type Current, currentTrack } from '../track/current-track.ts';
import { scheduleFor, subjectsFrom } from './schedule.ts';

/** Every card of a certification with its due date, first due first. */
export interface Reviews extends Current {
  readonly schedule: readonly ScheduledCard[];
  readonly today: LocalDate;
}

/** What is to be called up from memory, and when. @throws not_found or decision_needed */
export async function reviews(env: Env, cert?: string): Promise<Reviews> {
  const db = await env.open();
  const current = currentTrack(env, db, cert);
  const schedule = await scheduleFor(env, db, current.track, current.edition);
  return { ...current, schedule: schedule(), today: today(env.now) };
}

/** The cards that words name, due or not. @throws not_found where there is none yet */
export async function reviewsOf(env: Env, words: readonly string[]): Promise<Reviews> {
  const db = await env.open();
  const { track, edition, words: own } = trackOfTopics(env, db, words);
  const all = await reviews(env, track.certId);
  const wanted = subjectsFrom(edition, own, false).map(({ topicId, objectiveId }) =>
    cardId(track.certId, topicId, objectiveId),
  );
  const schedule = all.schedule.filter(({ card }) => wanted.includes(card.id));
  if (schedule.length === 0) throw noCard(words.join(' '));
  return { ...all, schedule };
}

/** An answer to a card, and how long it took. */
export interface RatedCard {
  readonly card: Card;
  readonly grade: Grade;
  readonly minutes: number;
}

/** What answers led to: when their cards are due now, and how many others are due. */
export interface ReviewOutcome {
  readonly edition: Edition;
  readonly rated: readonly { readonly grade: Grade; readonly state: ScheduledCard }[];
  readonly due: number;
}

/** Saves an answer with the recall session that is its evidence, as one change: undo takes back both. */
export async function rateCard(env: Env, { card, grade, minutes }: RatedCard): Promise<ReviewOutcome> {
  const db = await env.open();
  const [sessionId, ratingId] = [await env.newId(), await env.newId()];
  const { track, edition } = currentTrack(env, db, card.certId);
  const schedule = await scheduleFor(env, db, track, edition);
  return change(env, db, () => {
    const { now } = env;
    const end = Math.floor(now.instant / 60_000) * 60_000;
    const shares = [{ topicIds: [card.topicId], minutes: null }];
    const { session } = draftSession(env, db, edition, () => shares, {
      id: sessionId,
      from: isoInZone(now.zone, end - minutes * 60_000),
      to: isoInZone(now.zone, end),
      activity: 'recall',
      confidence: GRADE_CONFIDENCE[grade],
    });
    const { studyDate } = session;
    const rating: CardRating = { id: ratingId, cardId: card.id, sessionId, at: now.instant, studyDate, grade };
    return {
      action: 'review',
      summary: `reviewed ${card.objectiveId ?? card.topicId}: ${grade}`,
      changes: [
        { entity: 'session', id: sessionId, before: null, after: session },
        { entity: 'rating', id: ratingId, before: null, after: rating },
      ],
      result: () => outcomeOf(edition, [{ card, grade }], schedule(), today(now)),
    };
  });
}

/** Rates the card of one topic or objective, as typed. @throws usage for a section, not_found where there is no card */
export async function rateTopic(env: Env, topic: string, grade: Grade, minutes: number): Promise<ReviewOutcome> {
  const db = await env.open();
  const { track, edition, words } = trackOfTopics(env, db, [topic]);
  const [subject, ...others] = subjectsFrom(edition, words, false);
  const known = cards(db, track.certId);
  const card = subject && known.find(({ id }) => id === cardId(track.certId, subject.topicId, subject.objectiveId));
  if (others.length > 0) throw new CerttrackError('usage', `"${topic}" is a section; rate its topics one by one`);
  if (card === undefined) throw noCard(topic);
  return rateCard(env, { card, grade, minutes });
}

/** What several answers led to, as the cards are due now. */
export async function reviewOutcome(env: Env, cert: string, rated: readonly RatedCard[]): Promise<ReviewOutcome> {
  const { edition, schedule, today: day } = await reviews(env, cert);
  return outcomeOf(edition, rated, schedule, day);
}

function outcomeOf(
  edition: Edition,
  rated: readonly Pick<RatedCard, 'card' | 'grade'>[],
  after: readonly ScheduledCard[],
  day: LocalDate,
): ReviewOutcome {
  const states = rated.flatMap(({ card, grade }) =>
    after.filter((state) => state.card.id === card.id).map((state) => ({ grade, state })),
  );
  return { edition, rated: states, due: after.filter(({ due }) => due <= day).length };
}

function noCard(topic: string): CerttrackError {
  return new CerttrackError('not_found', `there is no card for "${topic}"`, `Make it: certtrack review add ${topic}`);
}

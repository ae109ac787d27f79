import type { LocalDate } from '../local-date.ts';
import type { Instant } from '../zone.ts';

/** How well something was called up, in the words of FSRS. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** A topic, or one of its objectives, that is to be called up from memory again and again. */
export interface Card {
  readonly id: string;
  readonly certId: string;
  readonly topicId: string;
  readonly objectiveId: string | null;
  readonly addedOn: LocalDate;
  readonly createdAt: Instant;
}

/** One answer to a card. It counts as long as the session it was logged with is there. */
export interface CardRating {
  readonly id: string;
  readonly cardId: string;
  readonly sessionId: string;
  readonly at: Instant;
  readonly studyDate: LocalDate;
  readonly grade: Grade;
}

/** A card's id: one a topic and certification, one an objective. */
export function cardId(certId: string, topicId: string, objectiveId: string | null): string {
  return [certId, topicId, ...(objectiveId === null ? [] : [objectiveId])].join('/');
}

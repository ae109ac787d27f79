import type { Activity } from '../activity.ts';
import type { LocalDate } from '../local-date.ts';
import type { Instant } from '../zone.ts';
import type { Grade } from './card.ts';

/** Study of a topic that says how well it is known. */
export interface StudyAnswer {
  readonly topicId: string;
  readonly studyDate: LocalDate;
  readonly at: Instant;
  readonly activity: Activity | null;
  readonly confidence: number | null;
  readonly correct: number | null;
  readonly questions: number | null;
}

/** What a grade says in a session's confidence, 1 to 5. */
export const GRADE_CONFIDENCE: Readonly<Record<Grade, number>> = { again: 1, hard: 2, good: 4, easy: 5 };

/** The share of right answers from which practice counts as easy, good and hard. */
const EASY = 0.9;
const GOOD = 0.7;
const HARD = 0.5;

/** The grade study stands for: practice answers before confidence, because they are the better witness; recall without either is good. */
export function gradeOf({ correct, questions, confidence }: StudyAnswer): Grade {
  if (questions !== null && questions > 0) {
    const share = (correct ?? 0) / questions;
    return share >= EASY ? 'easy' : share >= GOOD ? 'good' : share >= HARD ? 'hard' : 'again';
  }
  if (confidence === null) return 'good';
  return confidence >= 5 ? 'easy' : confidence >= 3 ? 'good' : confidence === 2 ? 'hard' : 'again';
}

import { createEmptyCard, type FSRS, type Card as FsrsCard, fsrs, Rating } from 'ts-fsrs';
import { addDays, dayNumber, fromDayNumber, type LocalDate } from '../local-date.ts';
import type { Card, CardRating, Grade } from './card.ts';
import { gradeOf, type StudyAnswer } from './grades.ts';

/** Where a card stands. `recall` is the chance to call it up today, null before the first answer; `stability` in days. */
export interface ScheduledCard {
  readonly card: Card;
  readonly due: LocalDate;
  readonly recall: number | null;
  readonly stability: number | null;
  readonly answers: number;
  readonly lastDate: LocalDate | null;
  /** Brought forward so that everything is seen once more before the exam. */
  readonly lastLook: boolean;
}

/** What scheduling depends on: the chance of recall at which a card comes due, and the exam, before which it comes due once more. */
export interface ReviewWish {
  readonly today: LocalDate;
  readonly retention: number;
  readonly examDate: LocalDate | null;
}

/** Days before the exam on which cards get their last look. */
const LAST_LOOK_DAYS = 7;
const DAY_MS = 86_400_000;
const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;

/**
 * Replays all answers to each card through FSRS, whole days at a time and without chance. Topics also learn from other study of them that
 * says how well they are known, objectives only from their own answers. Due first comes first.
 */
export function scheduled(
  cards: readonly Card[],
  ratings: readonly CardRating[],
  study: readonly StudyAnswer[],
  wish: ReviewWish,
): ScheduledCard[] {
  const scheduler = fsrs({ request_retention: wish.retention, enable_fuzz: false, enable_short_term: false });
  const byTopic = new Map<string, StudyAnswer[]>();
  for (const answer of study) byTopic.set(answer.topicId, [...(byTopic.get(answer.topicId) ?? []), answer]);
  return cards
    .map((card, i) => {
      const answers = answersOf(card, ratings, byTopic.get(card.topicId) ?? []);
      return withLastLook(stateOf(card, answers, scheduler, wish.today), i / cards.length, wish);
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : (a.recall ?? -1) - (b.recall ?? -1)));
}

/** The last answer of each day, study of the card's topic among them; what came before the card was made counts too. */
function answersOf(card: Card, ratings: readonly CardRating[], study: readonly StudyAnswer[]): Map<LocalDate, Grade> {
  const own = ratings.filter(({ cardId }) => cardId === card.id);
  const other = card.objectiveId === null ? study : [];
  const all = [
    ...own.map(({ at, studyDate, grade }) => ({ at, studyDate, grade })),
    ...other.map((answer) => ({ at: answer.at, studyDate: answer.studyDate, grade: gradeOf(answer) })),
  ].sort((a, b) => (a.studyDate === b.studyDate ? a.at - b.at : a.studyDate < b.studyDate ? -1 : 1));
  return new Map(all.map(({ studyDate, grade }) => [studyDate, grade]));
}

function stateOf(card: Card, answers: ReadonlyMap<LocalDate, Grade>, scheduler: FSRS, today: LocalDate): ScheduledCard {
  const past = [...answers].filter(([date]) => date <= today);
  let state: FsrsCard = createEmptyCard(noon(card.addedOn));
  for (const [date, grade] of past) state = scheduler.next(state, noon(date), RATINGS[grade]).card;
  const known = past.length > 0;
  return {
    card,
    due: known ? dateOf(state.due) : card.addedOn,
    recall: known ? scheduler.get_retrievability(state, noon(today), false) : null,
    stability: known ? state.stability : null,
    answers: past.length,
    lastDate: past.at(-1)?.[0] ?? null,
    lastLook: false,
  };
}

/** A card that would come due after the exam, or just before it, comes once more in the last week; cards are spread over its days. */
function withLastLook(state: ScheduledCard, place: number, { today, examDate }: ReviewWish): ScheduledCard {
  if (examDate === null || examDate <= today || state.due <= today) return state;
  const first = addDays(examDate, -LAST_LOOK_DAYS);
  if (state.due < examDate || (state.lastDate !== null && state.lastDate >= first)) return state;
  const day = addDays(first, Math.floor(place * LAST_LOOK_DAYS));
  return { ...state, due: day < today ? today : day, lastLook: true };
}

/** FSRS counts in instants; study dates are taken as UTC days, so that no zone or clock change moves one. */
function noon(date: LocalDate): Date {
  return new Date(dayNumber(date) * DAY_MS + DAY_MS / 2);
}

function dateOf(instant: Date): LocalDate {
  return fromDayNumber(Math.floor(instant.getTime() / DAY_MS));
}

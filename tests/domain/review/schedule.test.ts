import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, daysBetween, type LocalDate } from '../../../src/domain/local-date.ts';
import { type Card, type CardRating, cardId, GRADES, type Grade } from '../../../src/domain/review/card.ts';
import { gradeOf, type StudyAnswer } from '../../../src/domain/review/grades.ts';
import { type ReviewWish, scheduled } from '../../../src/domain/review/schedule.ts';

const START = '2026-09-01' as LocalDate;

function card(topicId = 't1', objectiveId: string | null = null): Card {
  return { id: cardId('c', topicId, objectiveId), certId: 'c', topicId, objectiveId, addedOn: START, createdAt: 0 };
}

function rated(days: number, grade: Grade, of = card()): CardRating {
  const studyDate = addDays(START, days);
  return {
    id: `${days} ${of.id}`,
    cardId: of.id,
    sessionId: 's',
    at: dayNumber(studyDate) * 86_400_000,
    studyDate,
    grade,
  };
}

function studied(days: number, change: Partial<StudyAnswer>): StudyAnswer {
  const studyDate = addDays(START, days);
  return {
    topicId: 't1',
    studyDate,
    at: 0,
    activity: 'recall',
    confidence: null,
    correct: null,
    questions: null,
    ...change,
  };
}

const on = (days: number, change: Partial<ReviewWish> = {}): ReviewWish => ({
  today: addDays(START, days),
  retention: 0.9,
  examDate: null,
  ...change,
});
const one = (ratings: CardRating[], study: StudyAnswer[] = [], wish = on(60), of = card()) => {
  const [first] = scheduled([of], ratings, study, wish);
  if (!first) throw new Error('no card');
  return first;
};

describe('due dates', () => {
  test('a new card is due at once', () => {
    expect(one([], [], on(0))).toMatchObject({ due: START, recall: null, answers: 0 });
  });

  test('a better grade comes back later', () => {
    const due = GRADES.map((grade) => one([rated(0, grade)]).due);
    expect(due).toEqual([...due].sort());
    expect(new Set(due).size).toBeGreaterThan(2);
  });

  test('good answers on the day come at growing intervals', () => {
    const ratings: CardRating[] = [];
    const gaps: number[] = [];
    let day = 0;
    for (let i = 0; i < 5; i++) {
      ratings.push(rated(day, 'good'));
      const gap = daysBetween(addDays(START, day), one(ratings, [], on(1000)).due);
      gaps.push(gap);
      day += gap;
    }
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(new Set(gaps).size).toBe(gaps.length);
  });

  test('the recall wanted decides: more of it, sooner; on the due day recall is about that', () => {
    const due = (retention: number) => one([rated(0, 'easy')], [], on(60, { retention })).due;
    expect(due(0.95) < due(0.9)).toBe(true);
    expect(due(0.9) < due(0.8)).toBe(true);
    const at = daysBetween(START, due(0.9));
    expect(one([rated(0, 'easy')], [], on(at)).recall).toBeCloseTo(0.9, 1);
  });

  test('answers after the day asked about are not known yet', () => {
    expect(one([rated(0, 'good'), rated(9, 'again')], [], on(5))).toEqual(one([rated(0, 'good')], [], on(5)));
  });

  test('the state is that of replaying: taking the last answer away gives the state before it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom(...GRADES), { minLength: 8, maxLength: 8 }),
        (days, grades) => {
          const ratings = days.map((day, i) => rated(day, grades[i] ?? 'good'));
          const shuffled = [...ratings].reverse();
          expect(one(shuffled)).toEqual(one(ratings));
          const state = one(ratings);
          expect(state.recall).toBeGreaterThan(0);
          expect(state.recall).toBeLessThanOrEqual(1);
          expect(state.due > (state.lastDate ?? '')).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('other study of the topic', () => {
  test.each([
    ['recall alone', {}, 'good'],
    ['confidence 1', { confidence: 1 }, 'again'],
    ['confidence 2', { confidence: 2 }, 'hard'],
    ['confidence 3', { confidence: 3 }, 'good'],
    ['confidence 5', { confidence: 5 }, 'easy'],
    ['9 of 10', { correct: 9, questions: 10, confidence: 1 }, 'easy'],
    ['7 of 10', { correct: 7, questions: 10 }, 'good'],
    ['5 of 10', { correct: 5, questions: 10 }, 'hard'],
    ['4 of 10', { correct: 4, questions: 10, confidence: 5 }, 'again'],
  ] as const)('%s counts as %s', (_, change, grade) => {
    expect(gradeOf(studied(0, change))).toBe(grade);
    expect(one([], [studied(3, change)]).due).toBe(one([rated(3, grade)]).due);
  });

  test('counts for a topic, not for its objectives, and not for other topics', () => {
    expect(one([], [studied(3, { topicId: 't2' })]).answers).toBe(0);
    expect(one([], [studied(3, {})], on(60), card('t1', 'o1')).answers).toBe(0);
  });
});

describe('before the exam', () => {
  const examDate = addDays(START, 40);
  const wish = (days: number) => on(days, { examDate });

  test('a card that would come due after it gets a last look in the week before', () => {
    const ratings = [rated(0, 'easy'), rated(10, 'easy')];
    const state = one(ratings, [], wish(12));
    expect(state.lastLook).toBe(true);
    expect(daysBetween(state.due, examDate)).toBeGreaterThan(0);
    expect(daysBetween(state.due, examDate)).toBeLessThanOrEqual(7);
    expect(one(ratings, [], on(12)).due > examDate).toBe(true);
  });

  test('many cards are spread over the week', () => {
    const many = Array.from({ length: 14 }, (_, i) => card(`t${i}`));
    const due = scheduled(
      many,
      many.flatMap((of) => [rated(0, 'easy', of), rated(10, 'easy', of)]),
      [],
      wish(12),
    ).map((state) => state.due);
    expect(new Set(due).size).toBe(7);
  });

  test('once looked at in that week, it is left alone', () => {
    const state = one([rated(0, 'easy'), rated(10, 'easy'), rated(35, 'good')], [], wish(36));
    expect(state.lastLook).toBe(false);
    expect(state.due > examDate).toBe(true);
  });
});

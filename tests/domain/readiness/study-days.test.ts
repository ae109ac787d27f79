import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITIES } from '../../../src/domain/activity.ts';
import { addDays, dayNumber, type LocalDate } from '../../../src/domain/local-date.ts';
import type { StudyDay } from '../../../src/domain/readiness/packed-days.ts';
import { EFFICIENCY } from '../../../src/domain/readiness/parameters.ts';
import { type ActivityDay, studyDays } from '../../../src/domain/readiness/study-days.ts';

const START = '2026-09-01' as LocalDate;

/** One session on one topic, as the rollup counts it. */
const row: fc.Arbitrary<ActivityDay> = fc
  .record({
    topicId: fc.constantFrom('a', 'b'),
    offset: fc.nat(4),
    activity: fc.constantFrom(...ACTIVITIES, '' as const),
    minutes: fc.integer({ min: 2, max: 300 }),
    answers: fc.tuple(fc.nat(20), fc.nat(20)),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  .map(({ offset, answers, rating, ...rest }) => ({
    ...rest,
    date: addDays(START, offset),
    correct: Math.min(...answers),
    questions: Math.max(...answers),
    testedMinutes: Math.max(...answers) > 0 ? rest.minutes : 0,
    ratingSum: (rating ?? 0) * rest.minutes,
    ratingWeight: rating === null ? 0 : rest.minutes,
  }));
const rows = fc.array(row, { minLength: 1, maxLength: 12 });

/** Equal up to the last digits of sums in another order. */
function expectSame(found: Map<string, StudyDay[]>, wanted: Map<string, StudyDay[]>): void {
  const rounded = (map: Map<string, StudyDay[]>) =>
    [...map]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, days]) => [
        id,
        days.map((day) =>
          Object.fromEntries(Object.entries(day).map(([key, value]) => [key, value && Number(value.toFixed(9))])),
        ),
      ]);
  expect(rounded(found)).toEqual(rounded(wanted));
}

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(
      rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => expectSame(studyDays(shuffled), studyDays(list)),
    ),
    { numRuns: 300 },
  );
});

test('a session in two pieces is the session', () => {
  const split = (one: ActivityDay, share: number): ActivityDay[] => {
    const part = (value: number) => Math.floor(value * share);
    const first = {
      ...one,
      minutes: part(one.minutes),
      testedMinutes: part(one.testedMinutes),
      correct: part(one.correct),
      questions: part(one.questions),
      ratingSum: part(one.ratingSum),
      ratingWeight: part(one.ratingWeight),
    };
    const left = (key: 'minutes' | 'testedMinutes' | 'correct' | 'questions' | 'ratingSum' | 'ratingWeight') =>
      one[key] - first[key];
    const second = {
      ...one,
      minutes: left('minutes'),
      testedMinutes: left('testedMinutes'),
      correct: left('correct'),
      questions: left('questions'),
      ratingSum: left('ratingSum'),
      ratingWeight: left('ratingWeight'),
    };
    return [second, first];
  };
  fc.assert(
    fc.property(rows, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (list, share) =>
      expectSame(studyDays(list.flatMap((one) => split(one, share))), studyDays(list)),
    ),
    { numRuns: 300 },
  );
});

test('days come in order, one for each date, and nothing is lost', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const found = studyDays(list);
      for (const [id, days] of found) {
        const own = list.filter(({ topicId }) => topicId === id);
        expect(days.map(({ day }) => day)).toEqual(
          [...new Set(own.map(({ date }) => dayNumber(date)))].sort((a, b) => a - b),
        );
        const sum = (pick: (one: StudyDay) => number) => days.reduce((all, one) => all + pick(one), 0);
        expect(sum(({ questions }) => questions)).toBe(own.reduce((all, { questions }) => all + questions, 0));
        expect(sum(({ minutes }) => minutes)).toBeCloseTo(
          own.reduce((all, { minutes, activity }) => all + minutes * EFFICIENCY[activity], 0),
          9,
        );
      }
    }),
  );
});

const plain = {
  topicId: 'a',
  date: START,
  activity: '' as const,
  minutes: 60,
  testedMinutes: 0,
  correct: 0,
  questions: 0,
  ratingSum: 0,
  ratingWeight: 0,
};
test.each<[string, Partial<ActivityDay>[], number | null]>([
  ['none without one', [{}], null],
  ['as given', [{ ratingSum: 240, ratingWeight: 60 }], 4],
  [
    'the mean by minutes',
    [
      { ratingSum: 60 * 5, ratingWeight: 60 },
      { ratingSum: 20, ratingWeight: 20 },
    ],
    4,
  ],
  ['from what was rated only', [{ ratingSum: 120, ratingWeight: 60 }, {}], 2],
])('the rating of a day: %s', (_, list, rating) => {
  expect(studyDays(list.map((more) => ({ ...plain, ...more }))).get('a')).toMatchObject([{ rating }]);
});

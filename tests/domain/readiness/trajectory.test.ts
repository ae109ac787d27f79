import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edition } from '../../../src/domain/edition.ts';
import { addDays, dayNumber, type LocalDate } from '../../../src/domain/local-date.ts';
import { type Evidence, examOf } from '../../../src/domain/readiness/exam.ts';
import { predictExam } from '../../../src/domain/readiness/predict.ts';
import { projection, readingDates, trajectory } from '../../../src/domain/readiness/trajectory.ts';
import { findShipped } from '../../../src/syllabus/library.ts';
import { PACKAGE } from '../../support/app.ts';

const TODAY = '2026-11-22' as LocalDate;
const edition = findShipped(join(PACKAGE, 'syllabi'), 'gcp-pde') as Edition;
const exam = examOf(edition, { target: 75 });
const topics = exam.sections.flatMap((section) => section.topics);

/** Every topic studied and tested a little, once in `every` days over `days` days before today. */
function evidence(days: number, every: number): Evidence {
  const at = (n: number) => dayNumber(TODAY) - days + n;
  return {
    topics: new Map(
      topics.map(({ id }, t) => [
        id,
        Array.from({ length: Math.floor(days / every) }, (_, i) => ({
          day: at(i * every + (t % every)),
          minutes: 40,
          testedMinutes: 20,
          correct: 3 + (i % 2),
          questions: i % 3 === 0 ? 5 : 0,
          rating: null,
        })).map((day) => (day.questions === 0 ? { ...day, correct: 0 } : day)),
      ]),
    ),
    mocks: [{ day: at(days - 3), correct: 31, questions: 50, sections: [], profile: 'third-party' }],
    results: [],
  };
}

test('readings are a week apart up to today, and four weeks apart beyond the last year', () => {
  const dates = readingDates(addDays(TODAY, -500), TODAY);
  const gaps = dates.slice(1).map((date, i) => dayNumber(date) - dayNumber(dates[i] as LocalDate));
  expect(dates.at(-1)).toBe(TODAY);
  expect([...new Set(gaps)]).toEqual([28, 7]);
  expect(gaps.filter((gap) => gap === 7)).toHaveLength(52);
  expect(dates[0]?.localeCompare(addDays(TODAY, -500))).toBeGreaterThanOrEqual(0);
  expect(readingDates(TODAY, TODAY)).toEqual([TODAY]);
});

test('each reading is what the whole model says of what was known that day', () => {
  const all = evidence(70, 5);
  const dates = readingDates(addDays(TODAY, -70), TODAY);
  for (const { date, chance, score, score80 } of trajectory(exam, all, dates)) {
    const known = predictExam(exam, all, dayNumber(date));
    expect(chance).toBeCloseTo(known.chance, 10);
    expect(score).toBeCloseTo(known.score, 10);
    expect(score80.low).toBeCloseTo(known.score80.low, 10);
  }
});

test('what is logged later does not change an earlier reading', () => {
  const all = evidence(70, 5);
  const day = addDays(TODAY, -30);
  const until = {
    ...all,
    topics: new Map([...all.topics].map(([id, days]) => [id, days.filter((entry) => entry.day <= dayNumber(day))])),
    mocks: [],
  };
  expect(trajectory(exam, all, [day])).toEqual(trajectory(exam, until, [day]));
});

test('days out of order are read anew', () => {
  const all = evidence(70, 5);
  const [late, early] = [addDays(TODAY, -7), addDays(TODAY, -40)];
  const [first, second] = trajectory(exam, all, [late, early]);
  expect(second).toEqual(trajectory(exam, all, [early])[0]);
  expect(first).toEqual(trajectory(exam, all, [late])[0]);
});

test('without further study the projection ends where the model says the exam day is', () => {
  const all = evidence(70, 5);
  const examDate = addDays(TODAY, 26);
  const { readings } = projection(exam, all, TODAY, examDate, 0);
  expect(readings[0]?.date).toBe(TODAY);
  expect(readings.at(-1)?.date).toBe(examDate);
  expect(readings.at(-1)?.chance).toBeCloseTo(predictExam(exam, all, dayNumber(examDate)).chance, 10);
  expect(readings.at(-1)?.score).toBeLessThan(readings[0]?.score ?? 0);
});

test('more hours a week never end lower', () => {
  const all = evidence(30, 10);
  const ends = [0, 60, 180, 360, 900].map(
    (minutes) => projection(exam, all, TODAY, addDays(TODAY, 60), minutes).readings.at(-1)?.score ?? 0,
  );
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(new Set(ends).size).toBe(ends.length);
});

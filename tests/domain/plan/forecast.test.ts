import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, fromDayNumber, type LocalDate } from '../../../src/domain/local-date.ts';
import { forecaster, hoursNeeded, laterDate, readyBy } from '../../../src/domain/plan/forecast.ts';
import { learnerOn } from '../../../src/domain/plan/learner.ts';
import { EVERY_DAY } from '../../../src/domain/plan/plan.ts';
import { evidenceFrom, examFrom, type ReferenceLog, type ReferenceSyllabus } from '../readiness/reference-log.ts';
import vectors from '../readiness/vectors.json' with { type: 'json' };
import { NOTHING, PDE_EXAM, randomEvidence, WEEK } from './learners.ts';

const V4 = vectors.cases.find(({ name }) => name.startsWith('V4'));
const exam = examFrom(V4?.syllabus as ReferenceSyllabus);
const evidence = evidenceFrom(V4?.log as ReferenceLog);
const TODAY = fromDayNumber(42);
const LEARNER = learnerOn(exam, evidence, 42);
const every = (examDate: LocalDate) => ({ examDate, days: EVERY_DAY, skips: [] });

describe('against the reference implementation at 6 h a week', () => {
  /** What the reference prints for its case V4, which spends two-hour blocks: chance if sat after so many weeks, and chance of being ready. */
  const reference: [weeks: number, chance: number, ready: number][] = [
    [0, 0.354, 0.17],
    [1, 0.464, 0.269],
    [3, 0.606, 0.431],
    [5, 0.691, 0.544],
    [8, 0.767, 0.653],
    [10, 0.799, 0.7],
  ];
  const { points } = forecaster(LEARNER, TODAY, every(addDays(TODAY, 70))).at(360);

  test.each(reference)('after %i weeks: chance %f, ready %f', (weeks, chance, ready) => {
    const point = points[weeks];
    expect(point?.date).toBe(addDays(TODAY, 7 * weeks));
    // Hour blocks spread over more days than two-hour blocks, so they do a little better, most of all in the first weeks.
    expect((point?.chance ?? 0) - chance).toBeGreaterThan(-0.002);
    expect((point?.chance ?? 0) - chance).toBeLessThan(weeks === 0 ? 0.002 : 0.04);
    expect(Math.abs((point?.ready ?? 0) - ready)).toBeLessThan(weeks === 0 ? 0.002 : 0.04);
  });
});

describe('forecast', () => {
  test('more hours never lower it, in any point of it', () => {
    fc.assert(
      fc.property(
        randomEvidence(TODAY),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 1, max: 600 }),
        fc.subarray([...WEEK], { minLength: 1 }),
        (log, days, minutes, more, weekdays) => {
          const forecasts = forecaster(learnerOn(PDE_EXAM, log, dayNumber(TODAY)), TODAY, {
            examDate: addDays(TODAY, days),
            days: Object.fromEntries(weekdays.map((day) => [day, 1])),
            skips: [],
          });
          const less = forecasts.at(minutes);
          const greater = forecasts.at(minutes + more);
          greater.points.forEach((point, i) => {
            for (const key of ['chance', 'slow', 'fast', 'ready'] as const)
              expect(point[key]).toBeGreaterThanOrEqual((less.points[i]?.[key] ?? 0) - 1e-9);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a skipped week never raises it', () => {
    const date = addDays(TODAY, 60);
    const chance = (skips: { from: LocalDate; to: LocalDate }[]) =>
      forecaster(LEARNER, TODAY, { examDate: date, days: EVERY_DAY, skips }).chanceAt(360);
    expect(chance([{ from: addDays(TODAY, 14), to: addDays(TODAY, 27) }])).toBeLessThan(chance([]));
  });

  test('is ordered: slow, expected, fast; being ready never falls', () => {
    const { points } = forecaster(LEARNER, TODAY, every(addDays(TODAY, 60))).at(300);
    points.forEach(({ slow, chance, fast, ready }, i) => {
      expect(slow).toBeLessThanOrEqual(chance + 1e-9);
      expect(chance).toBeLessThanOrEqual(fast + 1e-9);
      expect(ready).toBeGreaterThanOrEqual(points[i - 1]?.ready ?? 0);
    });
  });

  test.each([
    ['today', 0, 1],
    ['tomorrow', 1, 2],
    ['in ten days', 10, 3],
    ['in two years', 730, 22],
  ])('an exam %s has an answer', (_, days, count) => {
    const { points, examDay } = forecaster(LEARNER, TODAY, every(addDays(TODAY, days))).at(360);
    expect(points.length).toBe(count);
    expect(examDay.date).toBe(addDays(TODAY, days));
    expect(examDay.chance).toBeGreaterThan(0);
    expect(examDay.chance).toBeLessThan(1);
  });

  test('hours needed reach the chance, and half an hour less does not', () => {
    const forecasts = forecaster(LEARNER, TODAY, every(addDays(TODAY, 42)));
    const minutes = hoursNeeded(forecasts, 0.75, 2400) ?? 0;
    expect(forecasts.chanceAt(minutes)).toBeGreaterThanOrEqual(0.75);
    expect(forecasts.chanceAt(minutes - 30)).toBeLessThan(0.75);
    expect(hoursNeeded(forecasts, 0.99, 2400)).toBeUndefined();
  });

  test('a later date is found where there is one, and none where hours are not the bottleneck', () => {
    const settings = { ...every(addDays(TODAY, 14)), weeklyMinutes: 360 };
    const later = laterDate(LEARNER, TODAY, settings, 0.75, 26) ?? TODAY;
    expect(later > settings.examDate).toBe(true);
    expect(forecaster(LEARNER, TODAY, every(later)).chanceAt(360)).toBeGreaterThanOrEqual(0.74);
    expect(laterDate(learnerOn(PDE_EXAM, NOTHING, dayNumber(TODAY)), TODAY, settings, 0.95, 26)).toBeUndefined();
  });

  test('ready by the first day that is likely enough', () => {
    const forecast = forecaster(LEARNER, TODAY, every(addDays(TODAY, 70))).at(360);
    const date = readyBy(forecast, 0.5);
    expect(forecast.points.find((point) => point.date === date)?.ready).toBeGreaterThanOrEqual(0.5);
    expect(readyBy(forecast, 0.99)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from '../../../src/domain/activity.ts';
import { assess } from '../../../src/domain/readiness/assess.ts';
import { EFFICIENCY } from '../../../src/domain/readiness/parameters.ts';
import { type PlannedStudy, withPlanned } from '../../../src/domain/readiness/planned-study.ts';
import { roundedPoints, WHY, type WhyPoint, whyPoints } from '../../../src/domain/readiness/why.ts';
import { anyEvidence, EXAM, evidence, mock, studyDay, TOPICS } from './invented.ts';
import { evidenceFrom, examFrom, type ReferenceLog } from './reference-log.ts';
import vectors from './why-vectors.json' with { type: 'json' };

const PLANNED: PlannedStudy[] = vectors.planned.map(({ topic, day, minutes, kind }) => ({
  topicId: topic,
  day,
  minutes: minutes * EFFICIENCY[kind as Activity],
}));

test.each(vectors.cases.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
  const days = { today: vector.today, examDay: vector.exam_day, planned: PLANNED };
  const points = whyPoints(examFrom(vectors.syllabus), evidenceFrom(vector.log as ReferenceLog), days);
  expect(points?.map(({ id }) => id)).toEqual(vector.lines.map(([id]) => id));
  for (const [i, [id, wanted]] of vector.lines.entries())
    expect(Math.abs((points?.[i]?.points ?? Number.NaN) - (wanted as number)), String(id)).toBeLessThanOrEqual(1e-6);
  expect(roundedPoints(points ?? []).map(({ id, points: whole }) => [id, whole])).toEqual(vector.rounded);
});

const TODAY = 100;
const days = (planned: PlannedStudy[] = [], examDay = TODAY + 20) => ({ today: TODAY, examDay, planned });
const total = (points: readonly WhyPoint[]) => points.reduce((sum, { points: own }) => sum + own, 0);
const planned = fc.array(
  fc.record({
    topicId: fc.constantFrom(...TOPICS),
    day: fc.integer({ min: TODAY + 1, max: TODAY + 20 }),
    minutes: fc.integer({ min: 5, max: 120 }),
  }),
  { maxLength: 8 },
);

test('the points of any log add up to the score on the day of the exam, exactly and in whole percent', () => {
  fc.assert(
    fc.property(anyEvidence, planned, (log, plan) => {
      const points = whyPoints(EXAM, log, days(plan));
      if (points === null) return;
      const { score } = assess(EXAM, withPlanned(log, plan), TODAY + 20);
      expect(total(points)).toBeCloseTo(score, 12);
      const whole = roundedPoints(points);
      expect(total(whole)).toBe(Math.round(100 * total(points)));
      for (const [i, { points: own }] of points.entries())
        expect(Math.abs((whole[i]?.points ?? 0) - 100 * own)).toBeLessThan(i === 0 ? 0.51 : 2);
    }),
    { numRuns: 25 },
  );
});

test('points that are whole already stay', () => {
  const whole: WhyPoint[] = WHY.map((id, i) => ({ id, points: (i === 0 ? 70 : i - 5) / 100 }));
  expect(roundedPoints(whole).map(({ points }) => points)).toEqual([70, -4, -3, -2, -1, 0, 1, 2, 3]);
});

test.each([
  ['nothing', evidence({})],
  ['hours alone', evidence({ a1: [studyDay(TODAY - 1, { minutes: 600 })] })],
  ['questions met before alone', evidence({}, [mock(TODAY - 1, 45, 50, { reused: true })])],
  ['a score on a scale alone', evidence({}, [mock(TODAY - 1, 720, 1000, { passed: true })])],
  ['answers of days to come', evidence({ a1: [studyDay(TODAY + 1, { questions: 10 })] })],
])('there is no list for %s', (_, log) => expect(whyPoints(EXAM, log, days())).toBeNull());

test('a real result of today counts from today on, under its own name', () => {
  const before = evidence({}, [mock(TODAY - 1, 45, 50)]);
  const failed = { ...before, results: [{ day: TODAY, passed: false, score: null }] };
  const points = new Map(whyPoints(EXAM, failed, days())?.map(({ id, points: own }) => [id, own]));
  expect(points.get('result')).toBeLessThan(-0.01);
  const without = new Map(whyPoints(EXAM, before, days())?.map(({ id, points: own }) => [id, own]));
  for (const id of WHY.slice(0, 6)) expect(points.get(id)).toBe(without.get(id));
});

import { expect } from 'vitest';
import type { Assessment } from '../../../src/domain/readiness/assess.ts';
import type { Exam } from '../../../src/domain/readiness/exam.ts';

/** Every number of an assessment with its place. */
function numbers(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => numbers(child, `${path}/${key}`));
}

/** Believable: finite everywhere, shares in 0..1, intervals in order, the parts of the uncertainty all there. */
export function expectSound(found: Assessment, exam: Exam): void {
  expect(numbers(found).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
  const { chance, chanceRange, score, score80, score90, level80, evidenceLevel } = found;
  const levels = [...found.sections, ...found.topics].map(({ mean }) => mean);
  const shares = [
    chance,
    score,
    evidenceLevel,
    ...levels,
    ...numbers([chanceRange, score80, score90, level80]).map(([, v]) => v),
  ];
  expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([]);
  for (const { low, high } of [chanceRange, score80, score90, level80]) expect(low).toBeLessThanOrEqual(high);
  expect(score90.low).toBeLessThanOrEqual(score80.low);
  expect(score90.high).toBeGreaterThanOrEqual(score80.high);
  expect(Object.values(found.variance).every((part) => part >= 0)).toBe(true);
  expect(found.sections.map(({ id }) => id)).toEqual(exam.sections.map(({ id }) => id));
  expect(found.topics).toHaveLength(exam.sections.flatMap(({ topics }) => topics).length);
}

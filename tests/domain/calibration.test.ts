import { expect, test } from 'vitest';
import { calibrationOf, type Forecasted } from '../../src/domain/calibration.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';

/** A result of `share` where 60 % was expected, 50-70 % in 8 of 10 cases, with this chance of the target. */
const result = (chance: number, reached: boolean, share: number | null = null): Forecasted => ({
  date: '2026-09-22' as LocalDate,
  what: 'Set 1',
  prediction: { chance, target: 0.7, score: 0.6, score80: { low: 0.5, high: 0.7 } },
  share,
  reached,
});

test.each<[string, Forecasted[], number]>([
  ['sure and right', [result(1, true), result(0, false)], 0],
  ['sure and wrong', [result(1, false), result(0, true)], 1],
  ['a coin', [result(0.5, true), result(0.5, false)], 0.25],
  ['80 % four times of five', [...Array(4).fill(result(0.8, true)), result(0.8, false)], 0.16],
])('Brier score: %s', (_, rows, brier) => expect(calibrationOf(rows).brier).toBeCloseTo(brier, 12));

test('chances and results are counted', () => {
  expect(calibrationOf([result(0.9, true), result(0.3, false), result(0.6, true)])).toMatchObject({
    results: 3,
    reached: 2,
    scores: 0,
    bias: null,
    meanChance: expect.closeTo(0.6, 12),
  });
});

test('scores count inside the interval up to its ends, exams that tell no score not at all', () => {
  const rows = [0.49, 0.5, 0.6, 0.7, 0.71].map((share) => result(0.5, share >= 0.7, share));
  expect(calibrationOf([...rows, result(0.5, true)])).toMatchObject({ results: 6, scores: 5, inside: 3, reached: 3 });
});

test('bias is how much better it went than expected', () => {
  expect(calibrationOf([result(0.5, true, 0.75), result(0.5, true, 0.65), result(0.5, true)]).bias).toBeCloseTo(
    0.1,
    12,
  );
  expect(calibrationOf([result(0.5, false, 0.5)]).bias).toBeCloseTo(-0.1, 12);
});

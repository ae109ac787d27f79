import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalisedWeights, parseWeight, type Weight, weightPercent, weightText } from '../../src/domain/weight.ts';

const exact = (percent: number): Weight => ({ kind: 'exact', percent });
const about = (percent: number): Weight => ({ kind: 'approximate', percent });

test.each<[string, Weight | undefined, string, number]>([
  ['22', exact(22), '22 %', 22],
  ['22%', exact(22), '22 %', 22],
  ['22.5 %', exact(22.5), '22.5 %', 22.5],
  ['~22', about(22), '~22 %', 22],
  ['~ 22 %', about(22), '~22 %', 22],
  ['30-35', { kind: 'range', min: 30, max: 35 }, '30-35 %', 32.5],
  ['30 – 35 %', { kind: 'range', min: 30, max: 35 }, '30-35 %', 32.5],
  ['0', exact(0), '0 %', 0],
  ['100', exact(100), '100 %', 100],
])('"%s" is %j, printed "%s", worth %f', (text, weight, printed, percent) => {
  expect(parseWeight(text)).toEqual(weight);
  expect(weightText(weight ?? null)).toBe(printed);
  expect(weightPercent(weight ?? null)).toBe(percent);
});

test.each(['', 'many', '101', '-5', '35-30', '30-101', '1e1', '22 percent', '~', '%'])('"%s" is no weight', (text) =>
  expect(parseWeight(text)).toBeUndefined(),
);

test('an unpublished weight is a dash and worth nothing known', () => {
  expect(weightText(null)).toBe('–');
  expect(weightPercent(null)).toBeNull();
});

test('the 101 % of the PMLE guide are normalised', () => {
  expect(normalisedWeights([13, 16, 21, 20, 18, 13].map(about))[2]).toBeCloseTo(21 / 101, 12);
});

test.each([[[exact(30), null]], [[null, null]], [[exact(0), exact(0)]]])('%j are equal shares', (weights) =>
  expect(normalisedWeights(weights)).toEqual([0.5, 0.5]),
);

const percent = fc.nat(1000).map((tenths) => tenths / 10);
const published = fc.oneof(
  percent.map(exact),
  percent.map(about),
  fc.tuple(percent, percent).map(([a, b]): Weight => ({ kind: 'range', min: Math.min(a, b), max: Math.max(a, b) })),
);

test('what is printed is read back', () => {
  fc.assert(
    fc.property(published, (weight) => {
      expect(parseWeight(weightText(weight))).toEqual(weight);
    }),
  );
});

test('normalised weights sum to 1', () => {
  const weights = fc.array(fc.option(published), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(weights, (list) => {
      const shares = normalisedWeights(list);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    }),
  );
});

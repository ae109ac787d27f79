import { expect, test } from 'vitest';
import { fitted } from './logistic.ts';
import { binsOf, metricsOf, type Prediction } from './metrics.ts';

const predictions = (...pairs: [chance: number, passed: 0 | 1][]): Prediction[] =>
  pairs.map(([chance, passed]) => ({ chance, passed: passed === 1 }));

test('a clairvoyant is perfect, and one who is always wrong as bad as can be', () => {
  expect(metricsOf(predictions([1, 1], [0, 0]))).toEqual({
    brier: 0,
    logLoss: expect.closeTo(0.001, 4),
    ece: 0,
    auc: 1,
  });
  const wrong = metricsOf(predictions([1, 0], [0, 1]));
  expect(wrong).toEqual({ brier: 1, logLoss: expect.closeTo(-Math.log(0.001), 9), ece: 1, auc: 0 });
});

test('saying one half says nothing', () => {
  const { brier, logLoss, auc } = metricsOf(predictions([0.5, 1], [0.5, 0], [0.5, 1], [0.5, 0]));
  expect([brier, logLoss, auc]).toEqual([0.25, expect.closeTo(Math.LN2, 12), 0.5]);
});

test('AUC counts pairs in the right order, ties half', () => {
  // Passed .9 and .4 against failed .4 and .2: right, right, tie, right.
  expect(metricsOf(predictions([0.9, 1], [0.4, 0], [0.4, 1], [0.2, 0])).auc).toBe(3.5 / 4);
});

test('bins hold equally many, by chance', () => {
  const bins = binsOf(Array.from({ length: 40 }, (_, i) => ({ chance: ((i * 7) % 40) / 40, passed: i % 2 === 0 })));
  expect(bins.map(({ count }) => count)).toEqual(Array(10).fill(4));
  expect(bins[0]?.predicted).toBeCloseTo((0 + 1 + 2 + 3) / 160, 12);
});

test('a regression finds the chances it was fitted on', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => [1, i % 2]);
  // A fifth of those with 0 pass, four fifths of those with 1.
  const regression = fitted(
    rows,
    rows.map(([, x], i) => (Math.floor(i / 2) % 5 === 0) !== (x === 1)),
  );
  expect(regression([1, 0])).toBeCloseTo(0.2, 2);
  expect(regression([1, 1])).toBeCloseTo(0.8, 2);
});

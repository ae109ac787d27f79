import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accuracy, parseScore, scoreProblem } from '../../src/domain/score.ts';

test.each([
  ['14/20', { correct: 14, questions: 20 }],
  [' 0 / 5 ', { correct: 0, questions: 5 }],
  ['7/5', { correct: 7, questions: 5 }],
  ['14', undefined],
  ['14/', undefined],
  ['-1/5', undefined],
  ['1.5/5', undefined],
  ['70%', undefined],
  ['1/2/3', undefined],
])('"%s" is the score %j', (text, score) => expect(parseScore(text)).toEqual(score));

test.each([
  [0, 5, undefined],
  [5, 5, undefined],
  [0, 0, 'a score needs at least one question'],
  [7, 5, '7 correct of 5 questions is more than there were'],
])('%i of %i: %s', (correct, questions, problem) => expect(scoreProblem({ correct, questions })).toBe(problem));

test.each([
  [7, 10, 0.3968, 0.8922],
  [0, 5, 0, 0.4345],
  [5, 5, 0.5655, 1],
  [50, 100, 0.4038, 0.5962],
  [1, 1, 0.2065, 1],
])('the Wilson interval of %i/%i is %f to %f', (correct, questions, low, high) => {
  const interval = accuracy({ correct, questions });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('the interval holds the share, stays in 0..1, and a right answer instead of a wrong one raises it', () => {
  const scores = fc
    .integer({ min: 1, max: 5000 })
    .chain((questions) => fc.record({ correct: fc.nat(questions - 1), questions: fc.constant(questions) }));
  fc.assert(
    fc.property(scores, ({ correct, questions }) => {
      const worse = accuracy({ correct, questions });
      const better = accuracy({ correct: correct + 1, questions });
      for (const { low, share, high } of [worse, better]) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(share).toBeGreaterThanOrEqual(low - 1e-12);
        expect(share).toBeLessThanOrEqual(high + 1e-12);
      }
      expect(better.low).toBeGreaterThan(worse.low);
      expect(better.high).toBeGreaterThan(worse.high);
    }),
  );
});

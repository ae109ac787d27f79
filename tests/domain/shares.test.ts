import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeShares } from '../../src/domain/shares.ts';

test.each([
  [45, [1, 1], [23, 22]],
  [10, [1, 1, 1], [4, 3, 3]],
  [90, [60, 30], [60, 30]],
  [1, [1, 1, 1], [1, 0, 0]],
  [7, [0, 0], [4, 3]],
  [5, [0, 2], [0, 5]],
  [0, [3, 4], [0, 0]],
])('%i over %j is %j', (total, weights, parts) => expect(wholeShares(total, weights)).toEqual(parts));

test('parts are whole, sum to the total, and lie within one of their exact share', () => {
  const weights = fc.array(fc.oneof(fc.nat(1000), fc.double({ min: 0.001, max: 100, noNaN: true })), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.nat(100_000), weights, (total, of) => {
      const parts = wholeShares(total, of);
      const sum = of.reduce((a, b) => a + b, 0);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      parts.forEach((part, i) => {
        const exact = sum > 0 ? (total * (of[i] ?? 0)) / sum : total / of.length;
        expect(Number.isInteger(part) && part >= 0).toBe(true);
        expect(Math.abs(part - exact)).toBeLessThan(1 + 1e-6);
      });
    }),
  );
});

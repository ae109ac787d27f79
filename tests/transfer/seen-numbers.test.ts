import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenNumbers } from '../../src/transfer/seen-numbers.ts';

test('it answers as a Set does', () => {
  const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 ** 48 - 1 })), {
    maxLength: 3000,
    size: 'max',
  });
  fc.assert(
    fc.property(numbers, (list) => {
      const [seen, set] = [seenNumbers(), new Set<number>()];
      for (const number of list) {
        expect(seen(number)).toBe(set.has(number));
        set.add(number);
      }
    }),
    { numRuns: 50 },
  );
});

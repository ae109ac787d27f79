import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentArg, targetArg } from '../../src/cli/args.ts';

test.each(['.75', '0.75', '0.5', '0', '-3', '101', '', '%', '0.8%', 'NaN', 'high'])('%j is no percentage', (text) => {
  for (const read of [targetArg, percentArg]) expect(() => read(text)).toThrow(/cannot read the/);
});

test.each([
  ['1', 1],
  ['75', 75],
  ['75 %', 75],
  ['72.5%', 72.5],
  ['100', 100],
])('%j is a percentage', (text, percent) => {
  for (const read of [targetArg, percentArg]) expect(read(text)).toBe(percent);
});

test('a share is refused with the percentage it stands for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (percent) => {
      expect(() => targetArg(`${percent / 100}`)).toThrow(
        expect.objectContaining({ code: 'usage', hint: `Write it in percent, 1 to 100: ${percent}` }),
      );
    }),
  );
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSyllabus } from '../../src/syllabus/parse.ts';

const SHIPPED = readFileSync(new URL('../../syllabi/gcp-pde@2025.yaml', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const messages = (file: Uint8Array) => {
  const parsed = parseSyllabus(file);
  return 'edition' in parsed ? [] : parsed.problems.map(({ message }) => message);
};
const DEEP = ['the file is nested more than 40 levels deep'];
const nested = (levels: number, unit: string) => unit.repeat(levels);
const anyBytes = (most: number) => fc.uint8Array({ maxLength: most }).filter((list) => !list.includes(0x2a));
const indented = (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

test.each([
  [
    'two megabytes',
    new Uint8Array(2 * 1024 * 1024).fill(97),
    ['the file is over 1 MB; a syllabus is a few pages of text'],
  ],
  ['invalid UTF-8', new Uint8Array([0x61, 0x3a, 0xff, 0xfe]), ['the file is not UTF-8 text']],
  ['200 lists', bytes(nested(200, '[')), DEEP],
  ['100,000 lists', bytes(nested(100_000, '[')), DEEP],
  ['100,000 maps', bytes(nested(100_000, '{a: ')), DEEP],
  ['200 levels of indentation', bytes(indented(200)), DEEP],
  ['1,000 levels of indentation', bytes(indented(1000)), DEEP],
  [
    '101 aliases',
    bytes(`a: &a x\nb: [${Array(101).fill('*a').join(', ')}]\n`),
    ['more than 100 YAML aliases; write the text out instead'],
  ],
])('%s end in a clear problem, quickly', (_, file, expected) => {
  const start = performance.now();
  expect(messages(file)).toEqual(expected);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('a problem stands at a place of the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab:-[]{}&!|>\'"%@#, \n\t?'), maxLength: 60 }), (text) => {
      const parsed = parseSyllabus(bytes(text));
      if ('edition' in parsed) return;
      for (const { line, column } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split('\n').length);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test('random bytes end in problems', () => {
  fc.assert(
    fc.property(anyBytes(400), (file) => {
      expect(messages(file)).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a mutated copy of a shipped file never throws', () => {
  const piece = fc.oneof(anyBytes(4), fc.constantFrom('&a ', '- ', '? ', '!!set ', '\t', '"', ': ', '[').map(bytes));
  const edits = fc.array(fc.record({ at: fc.nat(SHIPPED.length), drop: fc.nat(20), piece }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(edits, (list) => {
      const file = list.reduce<Uint8Array>(
        (now, { at, drop, piece: added }) => Buffer.concat([now.subarray(0, at), added, now.subarray(at + drop)]),
        SHIPPED,
      );
      expect(() => parseSyllabus(file)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});

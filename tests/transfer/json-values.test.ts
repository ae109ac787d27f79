import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonValues } from '../../src/transfer/json-values.ts';

const inPieces = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
const valuesOf = (pieces: Iterable<string>) =>
  [...jsonValues(pieces)].map((item) => ('message' in item ? item.message : item.value));
const item = fc.oneof(
  fc.dictionary(fc.string({ unit: fc.constantFrom(...'ab"\\[]{},\n ') }), fc.jsonValue({ maxDepth: 2 })),
  fc.array(fc.jsonValue({ maxDepth: 1 })),
);

test.each<[string, (items: readonly unknown[], indent: number) => string]>([
  ['an array', (items, indent) => JSON.stringify(items, null, indent)],
  ['one a line', (items) => items.map((value) => `${JSON.stringify(value)}\n`).join('')],
  ['an array with spaces', (items) => `\ufeff\n [ ${items.map((value) => JSON.stringify(value)).join(' ,\n')} ]\n\n`],
])('%s gives its values, wherever the pieces end', (_, write) => {
  fc.assert(
    fc.property(fc.array(item), fc.integer({ min: 1, max: 9 }), fc.nat(2), (items, size, indent) => {
      const plain = items.filter((value) => !Array.isArray(value));
      expect(valuesOf(inPieces(write(plain, indent), size))).toEqual(JSON.parse(JSON.stringify(plain)));
    }),
    { numRuns: 300 },
  );
});

test('an array of arrays gives the inner ones', () => {
  expect(valuesOf(['[[1,"a]"],[2,"b,"]]'])).toEqual([
    [1, 'a]'],
    [2, 'b,'],
  ]);
});

test('each value has the line it starts on', () => {
  expect([...jsonValues(['[\n{"a":\n1},\n\n{"b":2}\n]'])]).toMatchObject([{ line: 2 }, { line: 5 }]);
  expect([...jsonValues(['{"a":1}\n\n{"b":2}'])]).toMatchObject([{ line: 1 }, { line: 3 }]);
});

const UNENDED = 'the JSON that begins here does not end';
test.each([
  ['', []],
  ['[]', []],
  ['hello', [{ line: 1, message: 'this is not JSON', text: 'hello' }]],
  [
    '[{"a":1},\n{"b":},\n{"c":1}]',
    [{ value: { a: 1 } }, { line: 2, message: 'this is not JSON', text: '{"b":}' }, { value: { c: 1 } }],
  ],
  ['[{"a":1},\n{"b":1}', [{ value: { a: 1 } }, { line: 2, message: 'the list does not end: "]" is missing' }]],
  ['[{"a":1},\n{"b":[1}', [{ value: { a: 1 } }, { line: 2, message: UNENDED }]],
  ['[{"a":1},\n{"b":"1}', [{ value: { a: 1 } }, { line: 2, message: UNENDED }]],
  ['{"a":1}\n{"b":', [{ value: { a: 1 } }, { line: 2, message: UNENDED }]],
  ['[{"a":1}] x', [{ value: { a: 1 } }, { line: 1, message: 'this is not JSON', text: 'x' }]],
])('%j', (text, expected) => {
  expect([...jsonValues([text])]).toMatchObject(expected);
});

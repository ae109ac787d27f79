import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonStream, markdownStream, ndjsonStream, timeclockStream } from '../../src/render/stream.ts';
import { csvStream } from '../../src/transfer/csv-text.ts';
import { inPieces } from '../../src/transfer/in-pieces.ts';

const COLUMNS = ['topic', 'minutes'];
const ROWS = [
  ['=a|b', 45],
  ['c;d', null],
];

test.each([
  ['CSV', csvStream(COLUMNS, ROWS, false), "topic,minutes\r\n'=a|b,45\r\nc;d,\r\n"],
  ['CSV for Excel', csvStream(COLUMNS, ROWS, true), '\ufefftopic;minutes\r\n\'=a|b;45\r\n"c;d";\r\n'],
  ['CSV without rows', csvStream(COLUMNS, [], false), 'topic,minutes\r\n'],
  ['Markdown', markdownStream(COLUMNS, ROWS), '| topic | minutes |\n| --- | --- |\n| =a\\|b | 45 |\n| c;d |  |\n'],
  ['JSON', jsonStream([{ a: 1 }, 'x']), '[\n{"a":1},\n"x"\n]\n'],
  ['JSON of nothing', jsonStream([]), '[]\n'],
  ['NDJSON', ndjsonStream([{ a: 1 }, '\u001b']), '{"a":1}\n"\\u001b"\n'],
  ['NDJSON of nothing', ndjsonStream([]), ''],
])('%s', (_, stream, text) => expect([...stream].join('')).toBe(text));

test('no line of a timeclock is longer than ledger reads, whatever the note', () => {
  const entry = {
    in: '2026-09-22 19:00:00',
    out: '2026-09-22 20:00:00',
    account: 'gcp:topic',
    note: '日'.repeat(5000),
  };
  const text = [...timeclockStream([entry])].join('');
  for (const line of text.split('\n')) expect(Buffer.byteLength(line)).toBeLessThan(4096);
  expect(text).toMatch(/日…\no 2026/);
});

test('a stream of JSON is the same data', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ noUnicodeString: false })), (items) => {
      expect(JSON.parse([...jsonStream(items)].join(''))).toEqual(JSON.parse(JSON.stringify(items)));
    }),
  );
});

test('pieces are the same text, and large but for the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40_000), { maxLength: 20 }), (lengths) => {
      const texts = lengths.map((length, i) => String(i % 10).repeat(length));
      const pieces = [...inPieces(texts)];
      expect(pieces.join('')).toBe(texts.join(''));
      expect(pieces.slice(0, -1).every((piece) => piece.length >= 64 * 1024 && piece.length < 128 * 1024)).toBe(true);
      expect(pieces.at(-1)).not.toBe('');
    }),
  );
});

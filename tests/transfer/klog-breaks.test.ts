import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesFromKlog } from '../../src/transfer/klog.ts';
import { told } from './told.ts';

/** The minutes of each entry of a record in the evening, with its labels, or what is wrong. */
function minutes(...entries: string[]): string[] {
  const text = ['2026-09-22', ...entries.map((entry) => `    ${entry}`)].join('\n');
  return told(entriesFromKlog, text).map((row) => {
    const [start = '', end = '', ...rest] = row.split(' | ');
    if (rest.length === 0 || end === 'running') return row;
    const span = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;
    return /^\d+$/.test(rest[0] ?? '') ? `${rest[1]} ${rest[0]}` : `${rest[0]} ${span}`;
  });
}

test.each([
  ['its tags say what it is taken from', ['1h #lake', '1h #mesh', '-30m lunch #lake'], ['lake 30', 'mesh 60']],
  ['whatever their case', ['1h #Lake', '1h #mesh', '-30m #LAKE'], ['Lake 30', 'mesh 60']],
  ['a tag holds for its values', ['1h #course=a', '1h #mesh', '-30m #course'], ['course=a 30', 'mesh 60']],
  ['a value is not another', ['1h #course=a', '1h #course=b', '-30m #course=a'], ['course=a 30', 'course=b 60']],
  ['a later entry with its tag', ['1h #lake', '-30m #mesh', '1h #mesh'], ['lake 60', 'mesh 30']],
  ['tags of no entry name the break', ['1h #lake', '-30m #lunch'], ['lake 30']],
  ['without tags the entry before it', ['1h #lake', '1h #mesh', '-30m'], ['lake 60', 'mesh 30']],
  ['then those before that', ['1h #lake', '10m #mesh', '-30m'], ['lake 40', 'mesh 0']],
  ['then those after it', ['10m #lake', '-30m', '1h #mesh'], ['lake 0', 'mesh 40']],
  ['one after another', ['1h #lake', '-30m', '-30m'], ['lake 0']],
  ['all there is', ['-1h', '1h #lake'], ['lake 0']],
])('%s', (_, entries, expected) => expect(minutes(...entries)).toEqual(expected));

test('a tag that names a topic is never taken as the name of a break', () => {
  const text = '2026-09-22\n    1h #data-warehouse\n    -30m lunch #data-lake\n';
  expect([...entriesFromKlog([text], 'UTC', (tag) => tag.startsWith('data-'))]).toMatchObject([
    { line: 2 },
    { line: 3, message: 'a break of 30 m, but no entry with #data-lake to take it from' },
  ]);
});

test('tags of the record hold for every entry', () => {
  const text = '2026-09-22\n#gcp\n    1h #lake\n    10m #mesh\n    -30m #gcp\n';
  expect(told(entriesFromKlog, text).map((row) => row.split(' | ')[2])).toEqual(['40', '0']);
});

test('what klog pause writes goes with the entry that is still running', () => {
  expect(minutes('9:00 - 10:00 #lake', '10:15 - ? #mesh', '-5m')).toEqual([
    'lake 60',
    '2026-09-22T08:15:00 | running | mesh | #mesh',
  ]);
  expect(minutes('10:15 - ? #mesh', '-5m #mesh', '1h #lake', '-5m')).toEqual([
    '2026-09-22T08:15:00 | running | mesh | #mesh',
    'lake 55',
  ]);
});

test.each([
  [['-1h', '20m'], '2: a break of 1 h, but the record has only 20 m'],
  [['20m #lake', '2h #mesh', '-1h #lake'], '4: a break of 1 h, but the record has only 20 m with #lake'],
  [['-5m'], '2: a break of 5 m, but no entry to take it from'],
  [
    ['1h #lake', '1h #mesh', '-5m #lake and #mesh'],
    '4: a break of 5 m, but no entry with #lake and #mesh to take it from',
  ],
])('%j: %s', (entries, message) => expect(minutes(...entries)).toContain(message));

test('under an entry that cannot be read it is rejected with that entry', () => {
  const found = [...entriesFromKlog(['2026-09-22\nEvening\n    1h #lake\n    9:00 - 8:00 #lake\n    -5m\n'], 'UTC')];
  expect(found).toMatchObject([{ line: 3 }, { line: 4, text: '2026-09-22\nEvening\n    9:00 - 8:00 #lake\n    -5m' }]);
});

test('whatever the order, a record has the hours that klog counts', () => {
  const entry = fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom('', '', ' #a', ' #b'), fc.boolean());
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (entries) => {
      const lines = entries.map(([size, tag, pause]) => `    ${pause ? '-' : ''}${size}m${tag}`);
      const found = [...entriesFromKlog([['2026-09-22', ...lines].join('\n')], 'UTC')];
      const refused = found.flatMap((one) => ('message' in one ? [Number(/-(\d+)m/.exec(one.text ?? '')?.[1])] : []));
      const counted = found.map((one) =>
        'message' in one ? 0 : (one.minutes ?? ((one.endedAt ?? 0) - one.startedAt) / 60_000),
      );
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
      expect(sum(counted) - sum(refused)).toBe(sum(entries.map(([size, , pause]) => (pause ? -size : size))));
      expect(Math.min(...counted)).toBeGreaterThanOrEqual(0);
    }),
  );
});

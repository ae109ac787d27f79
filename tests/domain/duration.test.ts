import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, LONGEST_SESSION, parseDuration } from '../../src/domain/duration.ts';

test.each([
  ['45', 45],
  ['45m', 45],
  ['45 min', 45],
  ['45M', 45],
  ['0', 0],
  ['2h', 120],
  ['2 h', 120],
  ['1h30', 90],
  ['1h30m', 90],
  ['1 h 05 m', 65],
  ['1h5', 65],
  ['1.5h', 90],
  ['1.25 h', 75],
  ['0.1h', 6],
  ['1:30', 90],
  ['01:30', 90],
  ['0:05', 5],
  ['PT45M', 45],
  ['PT1H', 60],
  ['pt1h30m', 90],
  ['  45m ', 45],
  ['25h', 25 * 60],
])('"%s" is %i minutes', (text, minutes) => expect(parseDuration(text)).toBe(minutes));

test.each([
  '',
  ' ',
  'abc',
  '-5m',
  '-5',
  '+5',
  '1:75',
  '1:5',
  ':30',
  '1:30:00',
  '1h60',
  '1h75m',
  '1.333h',
  '1.33h',
  '1,5h',
  '1.5',
  '.5h',
  '5 s',
  '90s',
  'h',
  '1h 30 min',
  '1d',
  '1e3',
  '0x10',
  '1_000',
  'Infinity',
  'PT',
  'PT1.5H',
  'P1D',
  '4５',
  '999999',
])('"%s" is no duration', (text) => expect(parseDuration(text)).toBeUndefined());

test.each([
  [0, '0 m'],
  [59, '59 m'],
  [60, '1 h'],
  [65, '1 h 05 m'],
  [LONGEST_SESSION, '24 h'],
])('%i minutes read as "%s"', (minutes, text) => expect(durationText(minutes)).toBe(text));

test('what is printed is read back', () => {
  fc.assert(fc.property(fc.nat(9999 * 60 + 59), (minutes) => parseDuration(durationText(minutes)) === minutes));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  type LocalDate,
  longDate,
  onOrBefore,
  parseIsoDate,
  parseWeekday,
  shortDate,
  weekdayOf,
} from '../../src/domain/local-date.ts';

const day = (text: string) => parseIsoDate(text) as LocalDate;
const anyDay = fc.integer({ min: dayNumber(day('1970-01-01')), max: dayNumber(day('2199-12-31')) }).map(fromDayNumber);

test.each(['2026-09-22', '2024-02-29', '2000-02-29', '1970-01-01', '2026-12-31'])('%s is a day', (text) =>
  expect(parseIsoDate(text)).toBe(text),
);

test.each([
  '2026-02-29',
  '2026-02-30',
  '1969-12-31',
  '1900-02-28',
  '0000-01-01',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '26-01-01',
  '20260101',
  '2026-01-01T00:00',
  ' 2026-01-01',
  '2026-01-01\n',
  '',
])('%j is no day', (text) => expect(parseIsoDate(text)).toBeUndefined());

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-24', 2, '2026-10-26'],
])('%s and %i days is %s', (from, days, to) => expect(addDays(day(from), days)).toBe(to));

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test('days compare as text', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
});

test.each([
  ['1970-01-01', 'thursday'],
  ['2024-02-29', 'thursday'],
  ['2026-09-20', 'sunday'],
  ['2000-02-29', 'tuesday'],
] as const)('%s is a %s', (date, weekday) => expect(weekdayOf(day(date))).toBe(weekday));

test('weekdays go on before 1970', () => {
  expect(weekdayOf(addDays(day('1970-01-01'), -1))).toBe('wednesday');
  expect(weekdayOf(addDays(day('1970-01-01'), -5))).toBe('saturday');
});

test.each([
  ['mon', 'monday'],
  ['TUESDAY', 'tuesday'],
  ['Wed', 'wednesday'],
  ['mond', undefined],
  ['mo', undefined],
  ['', undefined],
])('"%s" names the weekday %s', (text, weekday) => expect(parseWeekday(text)).toBe(weekday));

test('the latest Monday on or before a day is a Monday at most six days back', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const monday = onOrBefore(date, 'monday');
      expect(weekdayOf(monday)).toBe('monday');
      expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(monday, date)).toBeLessThan(7);
    }),
  );
});

test('a day reads with its weekday', () => {
  expect(longDate(day('2026-11-20'))).toBe('Fri 20 Nov 2026');
  expect(shortDate(day('2026-02-01'))).toBe('Sun 1 Feb');
});

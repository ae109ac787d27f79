import { describe, expect, test } from 'vitest';
import type { StudyRecord } from '../../src/app/study-record/study-record.ts';
import type { LocalDate, Weekday } from '../../src/domain/local-date.ts';
import { calendarOf } from '../../src/report/study/calendar.ts';

function drawn(today: string, studied: readonly [date: string, minutes: number][], weekStart: Weekday = 'monday') {
  const log = studied.map(([date, minutes]) => ({ date: date as LocalDate, minutes, activity: null }));
  const record = { today, log, weeks: [], weekStart, track: { examDate: null } } as unknown as StudyRecord;
  const { drawing } = calendarOf(record);
  if (drawing.kind !== 'calendar') throw new Error('no calendar');
  return drawing;
}

describe('the study calendar', () => {
  test('several years take a row each, and a day is where it belongs', () => {
    const { squares, months, years } = drawn('2026-02-01', [
      ['2024-12-30', 20],
      ['2025-07-01', 180],
    ]);
    expect(squares).toHaveLength(2 + 365 + 32);
    expect(squares.filter(({ step }) => step > 0)).toEqual([
      { row: 2024, column: 52, weekday: 0, step: 1, text: 'Mon 30 Dec 2024: 20m' },
      { row: 2025, column: 26, weekday: 1, step: 4, text: 'Tue 1 Jul 2025: 3h' },
    ]);
    expect(years.map(({ text }) => text)).toEqual(['2024', '2025', '2026']);
    expect(months).toHaveLength(1 + 12 + 2);
    expect(months.slice(0, 2).map(({ text }) => text)).toEqual(['Dec', 'Jan']);
  });

  test('where one row goes on into the next year, January says so', () => {
    const { months, years } = drawn('2026-02-01', [['2025-11-20', 20]]);
    expect(years).toEqual([{ row: 0, text: '2025' }]);
    expect(months.map(({ text }) => text)).toEqual(['Nov', 'Dec', 'Jan 2026', 'Feb']);
  });

  test.each<[Weekday, number, string]>([
    ['monday', 6, 'Mon'],
    ['sunday', 0, 'Sun'],
    ['saturday', 1, 'Sat'],
  ])('with weeks from %s on, a Sunday is day %i', (weekStart, weekday, first) => {
    const { squares, weekdays } = drawn('2026-09-06', [['2026-09-06', 60]], weekStart);
    expect(squares).toEqual([{ row: 0, column: 0, weekday, step: 3, text: 'Sun 6 Sep 2026: 1h' }]);
    expect(weekdays[0]).toBe(first);
  });
});

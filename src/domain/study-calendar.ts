import { addDays, type LocalDate, onOrBefore, type Weekday } from './local-date.ts';

/** One week of study, `minutes` day by day from `from` on; null for days to come. */
export interface CalendarWeek {
  readonly from: LocalDate;
  readonly minutes: readonly (number | null)[];
  readonly total: number;
}

/** The last `count` weeks up to today's, oldest first. */
export function calendarWeeks(
  minutes: ReadonlyMap<LocalDate, number>,
  today: LocalDate,
  weekStart: Weekday,
  count: number,
): CalendarWeek[] {
  const last = onOrBefore(today, weekStart);
  return Array.from({ length: count }, (_, i): CalendarWeek => {
    const from = addDays(last, 7 * (i - count + 1));
    const days = Array.from({ length: 7 }, (_day, d) => addDays(from, d));
    const own = days.map((date) => (date > today ? null : (minutes.get(date) ?? 0)));
    return { from, minutes: own, total: own.reduce<number>((sum, day) => sum + (day ?? 0), 0) };
  });
}

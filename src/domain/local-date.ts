/** A calendar day `YYYY-MM-DD` with no zone. Compares as text; arithmetic goes through UTC midnight, where every day has 24 hours. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY_MS = 86_400_000;
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** Reads `YYYY-MM-DD`; `undefined` for any other text, for days that do not exist, such as 2026-02-30, and before 1970. */
export function parseIsoDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const exists = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? (text as LocalDate) : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function fromDayNumber(day: number): LocalDate {
  const date = new Date(day * DAY_MS);
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}` as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day so many years later, whole or in quarters; 29 February becomes the 28th where there is none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) + Math.round(years * 12);
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, last)) / DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday; days before it count down from there.
  return WEEKDAYS[(((dayNumber(date) + 4) % 7) + 7) % 7] as Weekday;
}

/** Reads a weekday name in full or by its first three letters, in any case. */
export function parseWeekday(text: string): Weekday | undefined {
  const lower = text.toLowerCase();
  return WEEKDAYS.find((day) => day === lower || day.slice(0, 3) === lower);
}

/** The latest `weekday` on or before `date`. */
export function onOrBefore(date: LocalDate, weekday: Weekday): LocalDate {
  const back = (WEEKDAYS.indexOf(weekdayOf(date)) - WEEKDAYS.indexOf(weekday) + 7) % 7;
  return addDays(date, -back);
}

/** `Fri 20 Nov 2026`. */
export function longDate(date: LocalDate): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`;
}

/** `Fri 20 Nov`. */
export function shortDate(date: LocalDate): string {
  return `${shortWeekday(weekdayOf(date))} ${Number(date.slice(8))} ${shortMonth(date)}`;
}

/** `Fri`. */
export function shortWeekday(day: Weekday): string {
  return `${day[0]?.toUpperCase()}${day.slice(1, 3)}`;
}

/** `Nov`. */
export function shortMonth(date: LocalDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}

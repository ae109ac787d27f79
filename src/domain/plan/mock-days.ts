import { addDays, dayNumber, daysBetween, type LocalDate } from '../local-date.ts';
import type { Reason } from './plan.ts';
import type { StudyTime } from './study-time.ts';

/** Practice exams take no more than this share of all study time. */
const MOCK_SHARE = 0.3;
const MOST_MOCKS = 6;
/** The last practice exam leaves this many days to work on what it shows. */
const LAST_MOCK_DAYS = 3;
/** Days between practice exams, and how long one says enough about where somebody stands. */
const APART = 21;
/** With less time than this between them, one practice exam serves as first and last. */
const CLOSEST = 10;

/**
 * The days of practice exams: the first in the first week, to find out where to begin (unless one was taken lately), the last not later
 * than three days before the exam, the others spread between. Each falls on the longest study day around its place.
 */
export function mockDays(
  times: readonly StudyTime[],
  today: LocalDate,
  exam: LocalDate,
  minutes: number,
  taken: readonly number[],
): Map<LocalDate, Reason> {
  const total = times.reduce((sum, time) => sum + time.minutes, 0);
  const possible = times.filter(({ date }) => daysBetween(date, exam) >= LAST_MOCK_DAYS);
  const affordable =
    total < 2 * minutes ? 0 : Math.min(MOST_MOCKS, Math.max(1, Math.floor((MOCK_SHARE * total) / minutes)));
  const last = longest(possible, addDays(exam, -9), addDays(exam, -LAST_MOCK_DAYS), 'later') ?? possible.at(-1)?.date;
  if (affordable === 0 || last === undefined) return new Map();
  const lately = taken.some((day) => dayNumber(today) - day <= APART);
  const first = longest(possible, today, addDays(today, 6), 'earlier') ?? possible[0]?.date;
  const days = new Map<LocalDate, Reason>();
  if (!lately && first !== undefined && affordable > 1 && daysBetween(first, last) >= CLOSEST)
    days.set(first, { kind: 'first-mock' });
  const start = days.size > 0 ? (first as LocalDate) : today;
  const room = Math.floor(daysBetween(start, last) / APART) - 1;
  const between = Math.max(0, Math.min(affordable - days.size - 1, room));
  for (let i = 1; i <= between; i++) {
    const place = addDays(start, Math.round((daysBetween(start, last) * i) / (between + 1)));
    const date = longest(possible, addDays(place, -3), addDays(place, 3), 'earlier');
    if (date !== undefined && date !== last && !days.has(date))
      days.set(date, { kind: 'mock', number: days.size + 1, of: days.size + 1 });
  }
  days.set(last, { kind: 'last-mock', daysLeft: daysBetween(last, exam) });
  const of = days.size;
  return new Map([...days].map(([date, reason]) => [date, reason.kind === 'mock' ? { ...reason, of } : reason]));
}

/** The day with the most time in a span of days. */
function longest(
  times: readonly StudyTime[],
  from: LocalDate,
  to: LocalDate,
  ties: 'earlier' | 'later',
): LocalDate | undefined {
  const inside = times.filter(({ date }) => from <= date && date <= to);
  const most = Math.max(...inside.map(({ minutes }) => minutes));
  const best = inside.filter(({ minutes }) => minutes === most);
  return (ties === 'earlier' ? best[0] : best.at(-1))?.date;
}

import { type Now, parseClock, parseDay } from '../domain/day.ts';
import { didYouMean } from '../domain/did-you-mean.ts';
import { type LocalDate, parseIsoDate, parseWeekday, type Weekday } from '../domain/local-date.ts';
import { type DayShares, EVERY_DAY, type SkipRange } from '../domain/plan/plan.ts';
import { CerttrackError } from '../errors.ts';
import { minutesArg } from './args.ts';
/** An exam date lies ahead as a rule, so only ISO dates are read. @throws usage */
export function examDateArg(text: string, now: Now): LocalDate {
  const date = parseIsoDate(text.trim());
  if (date) return date;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text.trim())) return parseDay(text, now);
  throw new CerttrackError('usage', `cannot read the exam date "${text}"`, 'Write it as 2026-11-20');
}

/** A time of day in minutes after midnight. @throws usage */
export function clockArg(text: string): number {
  const minutes = parseClock(text);
  if (minutes !== undefined) return minutes;
  throw new CerttrackError('usage', `cannot read the time "${text}"`, 'Write 19:00 or 7pm');
}

/** Study days with what they say of the hours: their sum where each names its own. */
export interface DaysArg {
  readonly shares: DayShares;
  readonly weeklyMinutes: number | undefined;
}

/** Weekdays from `mon,wed,sat`, `mon=1h,sat=4h` or `every`. @throws usage */
export function daysArg(text: string): DaysArg {
  if (/^(every|all)$/i.test(text.trim())) return { shares: EVERY_DAY, weeklyMinutes: undefined };
  const hint = 'Write them with commas: --days mon,wed,sat, or with their time: --days mon=1h,sat=4h';
  const named = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => {
      const [name = '', own] = word.split('=');
      return { day: weekdayArg(name, hint), minutes: own === undefined ? undefined : minutesArg(own) };
    });
  const timed = named.filter(({ minutes }) => minutes !== undefined);
  if (named.length === 0) throw new CerttrackError('usage', 'which weekdays?', hint);
  if (timed.length > 0 && timed.length < named.length)
    throw new CerttrackError('usage', `some days have a time and some have none: "${text}"`, hint);
  if (timed.some(({ minutes = 0 }) => minutes <= 0 || minutes > 24 * 60))
    throw new CerttrackError('usage', `a day of study has more than 0 and at most 24 hours: "${text}"`, hint);
  const inOrder = (Object.keys(EVERY_DAY) as Weekday[]).flatMap((day) => named.filter((one) => one.day === day));
  return {
    shares: Object.fromEntries(inOrder.map(({ day, minutes = 1 }) => [day, minutes])),
    weeklyMinutes: timed.length === 0 ? undefined : timed.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
  };
}

function weekdayArg(word: string, hint: string): Weekday {
  const day = parseWeekday(word);
  if (day) return day;
  const [guess] = didYouMean(word, Object.keys(EVERY_DAY));
  throw new CerttrackError('usage', `no weekday "${word}"${guess ? `; did you mean ${guess}?` : ''}`, hint);
}

/** Days without study: `2026-12-20..2027-01-03`, or a single day. @throws usage */
export function skipArg(text: string): SkipRange {
  const [first = '', last = first, ...rest] = text.split('..');
  const from = parseIsoDate(first.trim());
  const to = parseIsoDate(last.trim());
  if (!from || !to || rest.length > 0)
    throw new CerttrackError(
      'usage',
      `cannot read the days off "${text}"`,
      'Write 2026-12-20..2027-01-03, one day, or none',
    );
  if (to < from)
    throw new CerttrackError('usage', `the days off end before they begin: "${text}"`, `Write ${to}..${from}`);
  return { from, to };
}

import { CerttrackError } from '../errors.ts';
import { addDays, type LocalDate, longDate, onOrBefore, parseIsoDate, parseWeekday } from './local-date.ts';
import { type Instant, studyDateAt, type Zone } from './zone.ts';

/** The present as a command sees it: the moment, the zone of the wall clock, and when a study day starts (minutes after midnight). */
export interface Now {
  readonly instant: Instant;
  readonly zone: Zone;
  readonly dayStart: number;
}

const DAY_HINT = 'Write 2026-09-22, today, yesterday, mon or -2d. More: certtrack help dates';

/** The study date that is true now. */
export function today(now: Now): LocalDate {
  return studyDateAt(now.zone, now.instant, now.dayStart);
}

/** Reads a calendar day: ISO, `today`, `yesterday`, a weekday name (the last one, today included) or `-2d`. @throws usage */
export function parseDay(text: string, now: Now, hint: string = DAY_HINT): LocalDate {
  const day = dayIn(text, now);
  if (day === undefined) throw unreadable(text, hint);
  return day;
}

function dayIn(text: string, now: Now): LocalDate | undefined {
  const word = text.trim().toLowerCase();
  const current = today(now);
  if (word === 'today') return current;
  if (word === 'yesterday') return addDays(current, -1);
  const weekday = parseWeekday(word);
  if (weekday) return onOrBefore(current, weekday);
  const back = /^-(\d{1,4})d$/.exec(word);
  return back ? addDays(current, -Number(back[1])) : parseIsoDate(word);
}

/** Reads a clock time as minutes after midnight: `19:00`, `7pm`, `7:30pm`. */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?::([0-5]\d))?\s?(am|pm)?$/i.exec(text.trim());
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const hours = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (half ? hours < 1 || hours > 12 : hours > 23) return undefined;
  return (half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours) * 60 + Number(match[2] ?? 0);
}

function unreadable(text: string, hint: string): CerttrackError {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text.trim());
  if (!match) return new CerttrackError('usage', `cannot read the date "${text}"`, hint);
  const [, a = '', b = '', year = ''] = match;
  const full = year.length === 2 ? `20${year}` : year;
  const iso = (month: string, day: string) => parseIsoDate(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const readings = [...new Set([iso(b, a), iso(a, b)])].filter((date) => date !== undefined);
  if (readings.length === 0) return new CerttrackError('usage', `cannot read the date "${text}"`, hint);
  const shown = readings.map((date) => `${date} (${longDate(date)})`).join(' or ');
  const problem = readings.length === 2 ? `"${text}" could be two dates` : `"${text}" is not a date certtrack reads`;
  return new CerttrackError('usage', problem, `Write ${shown}`);
}

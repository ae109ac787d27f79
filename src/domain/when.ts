import { CerttrackError } from '../errors.ts';
import { durationText, LONGEST_SESSION, parseDuration } from './duration.ts';
import { addDays, type LocalDate, longDate, onOrBefore, parseIsoDate, parseWeekday } from './local-date.ts';
import { clockText, type Instant, isoInZone, parseIsoInstant, studyDateAt, type WallTime, type Zone } from './zone.ts';

/** The present as a command sees it: the moment, the zone of the wall clock, and when a study day starts (minutes after midnight). */
export interface Now {
  readonly instant: Instant;
  readonly zone: Zone;
  readonly dayStart: number;
}

const MINUTE = 60_000;
const HINT = 'Write 2026-09-22, today, yesterday, mon, -2d, 2026-09-22T19:00 or "2h ago". More: certtrack help dates';

/** The study date that is true now. */
export function today(now: Now): LocalDate {
  return studyDateAt(now.zone, now.instant, now.dayStart);
}

/** Reads a calendar day: ISO, `today`, `yesterday`, a weekday name (the last one, today included) or `-2d`. @throws usage */
export function parseDay(text: string, now: Now): LocalDate {
  const day = dayIn(text, now);
  if (day === undefined) throw unreadable(text);
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

/** What a person says about when they studied; every part may be missing. `minutes` is the length. */
export interface WhenWords {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ago?: string | undefined;
  readonly minutes?: number | undefined;
}

/** When a session was: instants, the study date that was true there, and the minutes studied (less than the span when there were breaks). */
export interface When {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly studyDate: LocalDate;
  readonly minutes: number;
}

/**
 * Places a session in time. Without words it has just ended. A date without a time starts at noon, or when `lastEndOn` says the
 * last session of that day ended. @throws usage when the words contradict each other, or name a time that is ambiguous or absent.
 */
export function resolveWhen(words: WhenWords, now: Now, lastEndOn: (day: LocalDate) => Instant | undefined): When {
  if (words.ago !== undefined && (words.date !== undefined || words.from !== undefined || words.to !== undefined))
    throw new CerttrackError(
      'usage',
      '--ago says when the session ended, so --date, --from and --to cannot be given too',
    );
  const moment = words.date === undefined ? undefined : parseMoment(words.date, now);
  if (typeof moment === 'number' && words.from !== undefined)
    throw new CerttrackError('usage', `--date ${words.date} already has a time; leave out --from`);

  const day = typeof moment === 'number' ? studyDateAt(now.zone, moment, 0) : moment;
  const start = typeof moment === 'number' ? moment : timeOn(words.from, day, now);
  const end = words.to === undefined ? agoEnd(words.ago, now) : endAfter(words.to, start, day, now);

  if (start !== undefined && end !== undefined) return between(start, end, words.minutes, now);
  const { minutes } = words;
  if (minutes === undefined)
    throw new CerttrackError('usage', 'how long was it?', 'Add a duration: 45m, 1h30 or 1:30; or both --from and --to');
  const length = minutes * MINUTE;
  if (start !== undefined) return between(start, start + length, minutes, now);
  if (end !== undefined) return between(end - length, end, minutes, now);
  const current = today(now);
  if (day === undefined || day === current) {
    const ended = Math.floor(now.instant / MINUTE) * MINUTE;
    return between(ended - length, ended, minutes, now);
  }
  const noon = instantAt(now.zone, { date: day, minutes: 12 * 60 });
  const begun = Math.max(noon, lastEndOn(day) ?? noon);
  return { startedAt: begun, endedAt: begun + length, studyDate: day, minutes };
}

function between(startedAt: Instant, endedAt: Instant, minutes: number | undefined, now: Now): When {
  const span = Math.round((endedAt - startedAt) / MINUTE);
  if (span < 0) throw new CerttrackError('usage', 'the session ends before it starts');
  if (minutes !== undefined && minutes > span)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} do not fit between --from and --to, ${durationText(span)} apart`,
    );
  return { startedAt, endedAt, studyDate: studyDateAt(now.zone, startedAt, now.dayStart), minutes: minutes ?? span };
}

/** A moment is a day, or an instant when the text has a time of its own. */
function parseMoment(text: string, now: Now): LocalDate | Instant {
  const word = text.trim();
  const ago = /^(.+?)\s+ago$/i.exec(word);
  if (ago?.[1] !== undefined) return now.instant - agoMinutes(ago[1]) * MINUTE;
  const stamp = parseStamp(word, now);
  if (stamp !== undefined) return stamp;
  return parseDay(word, now);
}

function parseStamp(text: string, now: Now): Instant | undefined {
  const withOffset = parseIsoInstant(text);
  if (withOffset !== undefined) return withOffset;
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text);
  const date = parseIsoDate(match?.[1] ?? '');
  const minutes = parseClock(match?.[2] ?? '');
  return date && minutes !== undefined ? instantAt(now.zone, { date, minutes }) : undefined;
}

/** A time of `--from` or `--to`. Without a date it lies in the present study day, so 00:30 said at 01:00 and 23:00 said at 00:30 are both meant. */
function timeOn(text: string | undefined, day: LocalDate | undefined, now: Now): Instant | undefined {
  if (text === undefined) return undefined;
  const stamp = parseStamp(text.trim(), now);
  if (stamp !== undefined) return stamp;
  const minutes = parseClock(text);
  if (minutes === undefined)
    throw new CerttrackError('usage', `cannot read the time "${text}"`, 'Write 19:00, 7pm or 2026-09-22T19:00');
  const date = day ?? addDays(today(now), minutes < now.dayStart ? 1 : 0);
  return instantAt(now.zone, { date, minutes });
}

function endAfter(text: string, start: Instant | undefined, day: LocalDate | undefined, now: Now): Instant | undefined {
  const startDay = start === undefined ? day : now.zone.wallAt(start).date;
  const end = timeOn(text, startDay, now);
  const overMidnight = start !== undefined && end !== undefined && end <= start && parseClock(text) !== undefined;
  return overMidnight && startDay ? timeOn(text, addDays(startDay, 1), now) : end;
}

function agoEnd(text: string | undefined, now: Now): Instant | undefined {
  return text === undefined ? undefined : now.instant - agoMinutes(text.replace(/\s+ago$/i, '')) * MINUTE;
}

function agoMinutes(text: string): number {
  const days = /^(\d{1,4})\s?d$/i.exec(text.trim());
  const minutes = days ? Number(days[1]) * LONGEST_SESSION : parseDuration(text);
  if (minutes === undefined)
    throw new CerttrackError('usage', `cannot read "${text}" as a time ago`, 'Write 2h, 45m or 1h30');
  return minutes;
}

/** The instant of a wall-clock time. @throws usage on a night the clocks change, when there is none or there are two. */
function instantAt(zone: Zone, wall: WallTime): Instant {
  const [first, second] = zone.instantsOf(wall);
  const shown = `${clockText(wall.minutes)} on ${longDate(wall.date)} in ${zone.name}`;
  if (first === undefined)
    throw new CerttrackError('usage', `${shown} does not exist: the clocks went forward that night`);
  if (second !== undefined)
    throw new CerttrackError(
      'usage',
      `${shown} happened twice: the clocks went back that night`,
      `Write ${isoInZone(zone, first)} or ${isoInZone(zone, second)}`,
    );
  return first;
}

function unreadable(text: string): CerttrackError {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text.trim());
  if (!match) return new CerttrackError('usage', `cannot read the date "${text}"`, HINT);
  const [, a = '', b = '', year = ''] = match;
  const full = year.length === 2 ? `20${year}` : year;
  const iso = (month: string, day: string) => parseIsoDate(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const readings = [...new Set([iso(b, a), iso(a, b)])].filter((date) => date !== undefined);
  if (readings.length === 0) return new CerttrackError('usage', `cannot read the date "${text}"`, HINT);
  const shown = readings.map((date) => `${date} (${longDate(date)})`).join(' or ');
  const problem = readings.length === 2 ? `"${text}" could be two dates` : `"${text}" is not a date certtrack reads`;
  return new CerttrackError('usage', problem, `Write ${shown}`);
}

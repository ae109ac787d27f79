import { CerttrackError } from '../errors.ts';
import { type Now, parseClock, parseDay, today } from './day.ts';
import { durationText, parseDuration } from './duration.ts';
import { addDays, type LocalDate, parseIsoDate } from './local-date.ts';
import { parseStamp, type Stamp, stampOf } from './stamp.ts';
import { type Instant, studyDateAt, type Zone } from './zone.ts';

const MINUTE = 60_000;
const MOMENT_HINT =
  'Write 2026-09-22, today, yesterday, mon, -2d, 2026-09-22T19:00 or "2h ago". More: certtrack help dates';

/** What a person says about when they studied; every part may be missing. `minutes` is the length. */
export interface WhenWords {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ago?: string | undefined;
  readonly minutes?: number | undefined;
}

/** When a session was: instants, the zone it is told in, the study date that was true there, and the minutes studied (less than the span when there were breaks). */
export interface When {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly zone: Zone;
  readonly studyDate: LocalDate;
  readonly minutes: number;
  /** False when nobody said the time of day and it was placed. */
  readonly timed: boolean;
}

/**
 * Places a session in time. Without words it has just ended. A date without a time starts at noon, or when `lastEndOn` says the
 * last session of that day ended, but never so late that it would end in the future. @throws usage when the words contradict each other,
 * or name a time that is ambiguous or absent.
 */
export function resolveWhen(words: WhenWords, now: Now, lastEndOn: (day: LocalDate) => Instant | undefined): When {
  if (words.ago !== undefined && (words.date !== undefined || words.from !== undefined || words.to !== undefined))
    throw new CerttrackError(
      'usage',
      '--ago says when the session ended, so --date, --from and --to cannot be given too',
    );
  const moment = words.date === undefined ? undefined : parseMoment(words.date, now);
  if (typeof moment === 'object' && words.from !== undefined)
    throw new CerttrackError('usage', `--date ${words.date} already has a time; leave out --from`);

  const day = typeof moment === 'object' ? undefined : moment;
  // An ISO date is a calendar day; today, yesterday, mon and -2d are study days, as is the present when nothing is said.
  const timesOf: DayOfTimes = { date: day, literal: parseIsoDate(words.date ?? '') !== undefined };
  const begun = typeof moment === 'object' ? moment : timeOn(words.from, timesOf, now);
  const ended = words.to === undefined ? agoEnd(words.ago, now) : endAfter(words.to, begun, timesOf, now);
  const there = { ...now, zone: (begun ?? ended ?? now).zone };
  const [start, end] = [begun?.at, ended?.at];

  if (start !== undefined && start === end) throw noTime();
  if (start !== undefined && end !== undefined) return between(start, end, words.minutes, there);
  const { minutes } = words;
  if (minutes === undefined)
    throw new CerttrackError('usage', 'how long was it?', 'Add a duration: 45m, 1h30 or 1:30; or both --from and --to');
  const length = minutes * MINUTE;
  if (start !== undefined) return between(start, start + length, minutes, there);
  if (end !== undefined) return between(end - length, end, minutes, there);
  const current = today(now);
  if (day === undefined || day === current || day === now.zone.wallAt(now.instant).date) {
    const present = minuteOf(now.instant);
    return between(present - length, present, minutes, now);
  }
  const noon = stampOf({ date: day, minutes: 12 * 60 }, now.zone).at;
  // Said just after midnight of a day studied until then, a session of that day must have ended by now.
  const latest = day < current ? minuteOf(now.instant) - length : Number.POSITIVE_INFINITY;
  const startedAt = Math.min(Math.max(noon, lastEndOn(day) ?? noon), latest);
  return { startedAt, endedAt: startedAt + length, zone: now.zone, studyDate: day, minutes, timed: false };
}

/** A past moment without a date: a time of the present study day, `2h ago`, or a full one. @throws usage */
export function parseStart(text: string, now: Now): Instant {
  return (timePassed(text, now) ?? timeOn(text, { date: undefined, literal: false }, now))?.at ?? now.instant;
}

/** The end of what started at `start`: a clock time is the next one after it. @throws usage */
export function parseEnd(text: string, start: Instant, now: Now): Instant {
  const begun = { at: start, zone: now.zone };
  return (timePassed(text, now) ?? endAfter(text, begun, { date: undefined, literal: false }, now))?.at ?? now.instant;
}

function timePassed(text: string, now: Now): Stamp | undefined {
  return /\sago$/i.test(text.trim()) ? agoEnd(text.trim(), now) : undefined;
}

function between(startedAt: Instant, endedAt: Instant, minutes: number | undefined, now: Now): When {
  const span = Math.round((endedAt - startedAt) / MINUTE);
  if (span < 0) throw new CerttrackError('usage', 'the session ends before it starts');
  if (minutes !== undefined && minutes > span)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} do not fit between --from and --to, ${durationText(span)} apart`,
    );
  return {
    startedAt,
    endedAt,
    zone: now.zone,
    studyDate: studyDateAt(now.zone, startedAt, now.dayStart),
    minutes: minutes ?? span,
    timed: true,
  };
}

/** Whether a date says the time of day too: `2026-09-22T19:00`, `2h ago`. */
export function hasTime(date: string): boolean {
  return /\d[T ]\d|\bago$/i.test(date.trim());
}

/** A moment is a day, or a stamp when the text has a time of its own. */
function parseMoment(text: string, now: Now): LocalDate | Stamp {
  const word = text.trim();
  return timePassed(word, now) ?? parseStamp(word, now) ?? parseDay(word, now, MOMENT_HINT);
}

/** The day times belong to: a calendar day when it was written as one, else a study day, whose hours after midnight are on the next calendar day. */
interface DayOfTimes {
  readonly date: LocalDate | undefined;
  readonly literal: boolean;
}

/** A time of `--from` or `--to`. Without a date it lies in the present study day, so 00:30 said at 01:00 and 23:00 said at 00:30 are both meant. */
function timeOn(text: string | undefined, { date, literal }: DayOfTimes, now: Now): Stamp | undefined {
  if (text === undefined) return undefined;
  const stamp = parseStamp(text.trim(), now);
  if (stamp !== undefined && date !== undefined)
    throw new CerttrackError('usage', `"${text}" has a date of its own`, 'Leave out --date, or write the time alone');
  if (stamp !== undefined) return stamp;
  const minutes = parseClock(text);
  if (minutes === undefined)
    throw new CerttrackError('usage', `cannot read the time "${text}"`, 'Write 19:00, 7pm or 2026-09-22T19:00');
  const day = date ?? today(now);
  return stampOf({ date: !literal && minutes < now.dayStart ? addDays(day, 1) : day, minutes }, now.zone);
}

/** The end: a clock time is the next one after the start. */
function endAfter(text: string, start: Stamp | undefined, timesOf: DayOfTimes, now: Now): Stamp | undefined {
  if (start === undefined || parseClock(text) === undefined) return timeOn(text, timesOf, now);
  const { date, minutes } = start.zone.wallAt(start.at);
  const clock = parseClock(text) ?? 0;
  if (clock === minutes) throw noTime();
  return stampOf({ date: clock > minutes ? date : addDays(date, 1), minutes: clock }, start.zone);
}

function noTime(): CerttrackError {
  return new CerttrackError('usage', 'the session starts and ends at the same time');
}

function agoEnd(text: string | undefined, now: Now): Stamp | undefined {
  if (text === undefined) return undefined;
  return { at: minuteOf(now.instant) - agoMinutes(text.replace(/\s+ago$/i, '')) * MINUTE, zone: now.zone };
}

function agoMinutes(text: string): number {
  const days = /^(\d{1,4})\s?d$/i.exec(text.trim());
  const minutes = days ? Number(days[1]) * 24 * 60 : parseDuration(text);
  if (minutes === undefined)
    throw new CerttrackError('usage', `cannot read "${text}" as a time ago`, 'Write 2h, 45m, 1h30 or 2d');
  return minutes;
}

function minuteOf(instant: Instant): Instant {
  return Math.floor(instant / MINUTE) * MINUTE;
}

import { addDays, dayNumber, type LocalDate, parseIsoDate } from '../domain/local-date.ts';
import { type Instant, storedZone, type Zone } from '../domain/zone.ts';
import { zoneByDay } from '../domain/zone-by-day.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Reads the wall-clock times of tools that keep no zone: the clock they meant is this machine's. The first of two in autumn. */
export function wallReader(timezone: string): (date: LocalDate, seconds: number) => Instant {
  const instantsOf = wallInstants(timezone);
  return (date, seconds) => instantsOf(date, seconds)[0];
}

/** The same, with every instant it may be: two in the doubled hour of autumn. */
export function wallInstants(timezone: string): (date: LocalDate, seconds: number) => [Instant, ...Instant[]] {
  const zone = zoneByDay(storedZone(timezone));
  return (date, seconds) => {
    const [first, ...more] = instantsAt(zone, date, Math.floor(seconds / 60));
    const rest = (seconds % 60) * 1000;
    return [first + rest, ...more.map((instant) => instant + rest)];
  };
}

/** A wall clock as if it were UTC, in milliseconds. */
export function wallClock(date: LocalDate, seconds: number): number {
  return dayNumber(date) * DAY + seconds * 1000;
}

/** Minutes after midnight as instants; in a spring gap the clock had been put forward already. */
function instantsAt(zone: Zone, date: LocalDate, minutes: number): [Instant, ...Instant[]] {
  const day = addDays(date, Math.floor(minutes / 1440));
  const clock = ((minutes % 1440) + 1440) % 1440;
  const [first, ...more] = zone.instantsOf({ date: day, minutes: clock });
  if (first !== undefined) return [first, ...more];
  const naive = wallClock(day, clock * 60);
  return [naive - zone.offsetAt(naive - DAY) * MINUTE];
}

/** `2026-09-22`, `2026/09/22` or `2026.09.22`. */
export function dateWith(text: string): LocalDate | undefined {
  return /^\d{4}([-/.])\d\d\1\d\d$/.test(text) ? parseIsoDate(text.replace(/[/.]/g, '-')) : undefined;
}

/** Seconds after midnight of `19:00`, `19:00:30`, `7:00 PM` or `7:00:30pm`; 24:00 is the end of the day. */
export function clockSeconds(text: string): number | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?\s?(am|pm)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, hours, minutes, seconds, half] = match;
  const hour = Number(hours);
  const late = hour === 24 && Number(minutes) === 0 && Number(seconds ?? 0) === 0;
  if (half ? hour < 1 || hour > 12 : hour > 23 && !late) return undefined;
  const of24 = half ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour;
  return of24 * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
}

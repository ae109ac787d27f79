import { parseOffset } from './fixed-offset.ts';
import { addDays, dayNumber, fromDayNumber, type LocalDate, parseIsoDate } from './local-date.ts';
import { posixZone } from './posix-zone.ts';

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** What a clock on the wall shows: a calendar day and minutes since midnight. */
export interface WallTime {
  readonly date: LocalDate;
  readonly minutes: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const clocks = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** Conversions between instants and one zone's wall clock. */
export interface Zone {
  /** The IANA name; `+05:30` or a POSIX rule where there is none. */
  readonly name: string;
  /** Minutes the zone is ahead of UTC at that instant; fractional only for zones before 1972. */
  readonly offsetAt: (instant: Instant) => number;
  readonly wallAt: (instant: Instant) => WallTime;
  /** The instants at which the wall clock shows this: none in a spring gap, two in an autumn overlap, else one. */
  readonly instantsOf: (wall: WallTime) => Instant[];
}

/** A zone from its offsets. The name is asked for when it is needed. */
export function zoneFrom(name: () => string, offsetAt: (instant: Instant) => number): Zone {
  return {
    get name() {
      return name();
    },
    offsetAt,
    wallAt(instant) {
      const local = instant + offsetAt(instant) * MINUTE;
      const day = Math.floor(local / DAY);
      return { date: fromDayNumber(day), minutes: Math.floor((local - day * DAY) / MINUTE) };
    },
    instantsOf({ date, minutes }) {
      const naive = dayNumber(date) * DAY + minutes * MINUTE;
      const candidates = [offsetAt(naive - DAY), offsetAt(naive + DAY)].map((offset) => naive - offset * MINUTE);
      return [...new Set(candidates)]
        .filter((instant) => instant + offsetAt(instant) * MINUTE === naive)
        .sort((a, b) => a - b);
    },
  };
}

/** True for a name that `zoneNamed` takes. */
export function isZone(name: string): boolean {
  return offsetsOf(name) !== undefined;
}

/** Any zone by its name, mostly through Intl, whose first use costs about ten milliseconds. @throws RangeError when the platform does not know it */
export function zoneNamed(name: string): Zone {
  const offsetAt = offsetsOf(name);
  if (offsetAt === undefined) throw new RangeError(`unknown time zone ${name}`);
  return zoneFrom(() => name, offsetAt);
}

/** The zone of a stored name; UTC under that name where this platform does not know it, so that a log from another machine can still be read. */
export function storedZone(name: string): Zone {
  return zoneFrom(() => name, offsetsOf(name) ?? (() => 0));
}

/** The offsets of a zone: `+05:30` tells its own, most are known to the platform, and the others may be a POSIX rule. */
function offsetsOf(name: string): Zone['offsetAt'] | undefined {
  const fixed = parseOffset(name);
  return fixed === undefined ? (platformOffsets(name) ?? posixZone(name)?.offsetAt) : () => fixed;
}

function platformOffsets(name: string): Zone['offsetAt'] | undefined {
  let clock: Intl.DateTimeFormat;
  try {
    clock = clocks(name);
  } catch {
    return undefined;
  }
  return (instant) => {
    const whole = Math.floor(instant / 1000) * 1000;
    const part = new Map(clock.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const get = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
    const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
    return (wall - whole) / MINUTE;
  };
}

/** The study date of a moment: the wall-clock day, except that the hours before `dayStart` (minutes) belong to the evening before. */
export function studyDateAt(zone: Zone, instant: Instant, dayStart: number): LocalDate {
  const { date, minutes } = zone.wallAt(instant);
  return minutes < dayStart ? addDays(date, -1) : date;
}

/**
 * ISO 8601 with the zone's offset, `2026-09-22T19:00:00+02:00`; milliseconds only when there are any. Who writes a million passes a `dateOf`
 * that remembers.
 */
export function isoInZone(zone: Zone, instant: Instant, dateOf = fromDayNumber): string {
  const offset = zone.offsetAt(instant);
  return `${isoText(instant + offset * MINUTE, dateOf)}${offset < 0 ? '-' : '+'}${clockText(Math.abs(Math.round(offset)))}`;
}

/** ISO 8601 in UTC, `2026-09-22T17:00:00Z`; milliseconds only when there are any. */
export function isoUtc(instant: Instant, dateOf = fromDayNumber): string {
  return `${isoText(instant, dateOf)}Z`;
}

/** `2026-09-22T19:00:00` of a wall clock, as milliseconds since its 1970. */
function isoText(wall: number, dateOf: (day: number) => LocalDate): string {
  const day = Math.floor(wall / DAY);
  const ms = wall - day * DAY;
  const seconds = Math.floor((ms % MINUTE) / 1000);
  const fraction = ms % 1000 === 0 ? '' : `.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
  return `${dateOf(day)}T${clockText(Math.floor(ms / MINUTE))}:${twoDigits(seconds)}${fraction}`;
}

/** Reads ISO 8601 with `Z` or an offset; `undefined` for anything else, a time without offset among them. */
export function parseIsoInstant(text: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (!match || parseIsoDate(match[1] ?? '') === undefined) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/** `19:00`, from minutes since midnight. */
export function clockText(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

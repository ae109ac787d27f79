import { CerttrackError } from '../errors.ts';
import { type Now, parseClock } from './day.ts';
import { longDate, parseIsoDate } from './local-date.ts';
import { clockText, type Instant, isoInZone, parseIsoInstant, type WallTime, type Zone } from './zone.ts';
import { zoneForOffset } from './zone-for-offset.ts';

const MINUTE = 60_000;

/** A moment and the zone it is told in. */
export interface Stamp {
  readonly at: Instant;
  readonly zone: Zone;
}

/** Reads `2026-09-22T19:00`, on the wall clock of one's own zone or with an offset of its own; `undefined` for anything else. @throws usage */
export function parseStamp(text: string, now: Now): Stamp | undefined {
  const at = parseIsoInstant(text);
  if (at !== undefined) return { at, zone: zoneForOffset(text, at, now.zone) };
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text);
  const date = parseIsoDate(match?.[1] ?? '');
  const minutes = parseClock(match?.[2] ?? '');
  return date && minutes !== undefined ? stampOf({ date, minutes }, now.zone) : undefined;
}

/** A wall-clock time as a moment. @throws usage on a night the clocks change, when there is none or there are two */
export function stampOf(wall: WallTime, zone: Zone): Stamp {
  const [first, second] = zone.instantsOf(wall);
  const shown = `${clockText(wall.minutes)} on ${longDate(wall.date)} in ${zone.name}`;
  if (first === undefined)
    throw new CerttrackError(
      'usage',
      `${shown} does not exist: the clocks went forward that night`,
      `Write ${clockText(afterGap(zone, wall))}, which the clock showed instead`,
    );
  if (second !== undefined)
    throw new CerttrackError(
      'usage',
      `${shown} happened twice: the clocks went back that night`,
      `Write ${isoInZone(zone, first)} or ${isoInZone(zone, second)}`,
    );
  return { at: first, zone };
}

/** What the clock shows when a time it jumped over would have come. */
function afterGap(zone: Zone, { date, minutes }: WallTime): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const before = zone.offsetAt(midnight - 24 * 60 * MINUTE);
  return zone.wallAt(midnight + (minutes - before) * MINUTE).minutes;
}

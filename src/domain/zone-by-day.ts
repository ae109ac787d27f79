import { type Zone, zoneFrom } from './zone.ts';

const DAY = 86_400_000;
const MOST_KEPT = 50_000;

/**
 * The same zone, remembering the offset of each UTC day on which it does not change: asking Intl takes microseconds, and a long
 * log asks millions of times. A day with equal offsets at both ends has one offset; no zone goes forth and back within a day.
 */
export function zoneByDay(zone: Zone): Zone {
  const offsets = new Map<number, number | null>();
  return zoneFrom(
    () => zone.name,
    (instant) => {
      const day = Math.floor(instant / DAY);
      let offset = offsets.get(day);
      if (offset === undefined) {
        const morning = zone.offsetAt(day * DAY);
        offset = morning === zone.offsetAt((day + 1) * DAY) ? morning : null;
        if (offsets.size >= MOST_KEPT) offsets.clear();
        offsets.set(day, offset);
      }
      return offset ?? zone.offsetAt(instant);
    },
  );
}

import { fixedZoneName, parseOffset } from './fixed-offset.ts';
import { type Instant, type Zone, zoneNamed } from './zone.ts';

/**
 * The zone of a moment that is written with an offset: one's own when its clock says the same, else the one that is always at that
 * offset. `Z` tells the moment and no clock, so it is one's own too; so is an offset that no clock is set to.
 */
export function zoneForOffset(iso: string, at: Instant, own: Zone): Zone {
  const offset = parseOffset(/[+-]\d\d:?\d\d$/.exec(iso)?.[0] ?? '');
  const name = offset === undefined || own.offsetAt(at) === offset ? undefined : fixedZoneName(offset);
  return name === undefined ? own : zoneNamed(name);
}

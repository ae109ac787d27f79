import type { Instant, Zone } from '../domain/zone.ts';

/**
 * The zone of a moment that is written with an offset: this machine's when its clock says the same, else the fixed zone of that
 * offset; an offset without a fixed zone (parts of an hour) is left to this machine's zone, and the moment stays what it is.
 */
export function zoneForOffset(iso: string, at: Instant, zone: Zone): string {
  const [, sign = '', hours = '', minutes = ''] = /([+-])(\d\d):?(\d\d)$/.exec(iso) ?? [];
  const offset = sign === '' ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  if (zone.offsetAt(at) === offset || offset % 60 !== 0 || Number(hours) > 12) return zone.name;
  // The names of these zones count the other way round.
  return offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}`;
}

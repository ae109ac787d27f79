import { didYouMean } from '../domain/did-you-mean.ts';
import { fixedZoneName } from '../domain/fixed-offset.ts';
import { posixZone } from '../domain/posix-zone.ts';
import { type Zone, zoneFrom, zoneNamed } from '../domain/zone.ts';
import { CerttrackError } from '../errors.ts';
import { zoneAt, zoneNames, zoneSpelled } from './zone-files.ts';

/**
 * The zone that a value of TZ means to a C library: a name, the path of a zone file, or a POSIX rule; names also in other case. A rule
 * without summer time is stored under the fixed zone it is. @throws usage, where a C library would silently count in UTC
 */
export function zoneOfTz(tz: string): Zone {
  const text = tz.replace(/^:/, '');
  if (text === '') return zoneNamed('UTC');
  const name = text.startsWith('/') ? zoneAt(text) : zoneSpelled(text);
  if (name !== undefined) return zoneNamed(name);
  const rule = posixZone(text);
  if (rule === undefined) throw notUnderstood(tz);
  const fixed = rule.fixed === undefined ? undefined : fixedZoneName(rule.fixed);
  return zoneFrom(() => fixed ?? text, rule.offsetAt);
}

function notUnderstood(tz: string): CerttrackError {
  const names = zoneNames().filter((name) => name.includes('/'));
  const cityOf = (name: string) => name.split('/').at(-1) ?? '';
  const [city] = didYouMean(cityOf(tz), names.map(cityOf));
  const guess = didYouMean(tz, names)[0] ?? names.find((name) => cityOf(name) === city);
  return new CerttrackError(
    'usage',
    `TZ is "${tz}", which is no time zone`,
    guess === undefined
      ? 'Write a name such as TZ=Europe/Berlin, or leave TZ out for the zone of the system'
      : `Did you mean TZ=${guess}? Without TZ the zone of the system is used`,
  );
}

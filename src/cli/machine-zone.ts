import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fixedZoneName } from '../domain/fixed-offset.ts';
import { isZone, type Zone, zoneFrom } from '../domain/zone.ts';
import { ZONEINFO } from './zone-files.ts';
import { zoneOfTz } from './zone-of-tz.ts';

/**
 * The zone this machine's clock is in. Where TZ is not set, or the name of a zone file, `Date` reads the same clock, and the name comes
 * from where the platform keeps it, because asking Intl costs more than the rest of a session's recording. What else TZ may hold is
 * read when the zone is first asked for. @throws usage then, when TZ is not understood
 */
export function machineZone({ TZ }: Readonly<Record<string, string | undefined>>): Zone {
  if (TZ === undefined || isZoneFile(TZ))
    return zoneFrom(
      () => TZ ?? systemZone(),
      (instant) => -new Date(instant).getTimezoneOffset(),
    );
  let read: Zone | undefined;
  const zone = () => {
    read ??= zoneOfTz(TZ);
    return read;
  };
  return zoneFrom(
    () => zone().name,
    (instant) => zone().offsetAt(instant),
  );
}

/** `Region/City` when that is what the system's zone files call it. */
function isZoneFile(name: string): boolean {
  return /^[A-Z][A-Za-z]+\/[A-Z][\w/+-]+$/.test(name) && existsSync(join(ZONEINFO, name));
}

/** The name of the system's zone: of its file, else Intl's; where neither can be used again, one with the present offset. */
function systemZone(): string {
  const linked = linkedZone();
  if (linked !== undefined && isZoneFile(linked)) return linked;
  const name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return name !== undefined && isZone(name) ? name : (fixedZoneName(-new Date().getTimezoneOffset()) ?? 'UTC');
}

function linkedZone(): string | undefined {
  try {
    return readlinkSync('/etc/localtime').split('zoneinfo/')[1];
  } catch {
    return undefined;
  }
}

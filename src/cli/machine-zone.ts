import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isZone, type Zone, zoneFrom } from '../domain/zone.ts';

const ZONEINFO = '/usr/share/zoneinfo';

/**
 * The zone this machine's clock is in, by the same clock that `Date` reads. Its name comes from where the platform keeps it, because
 * asking Intl costs more than the rest of a session's recording; Intl is asked where the platform does not say.
 */
export function machineZone(env: Readonly<Record<string, string | undefined>>): Zone {
  return zoneFrom(
    () => nameFrom(env.TZ) ?? nameFromIntl(),
    (instant) => -new Date(instant).getTimezoneOffset(),
  );
}

/** `Region/City` when that is what the system's zone files call it. */
function nameFrom(tz: string | undefined): string | undefined {
  const name = tz === undefined ? linkedZone() : tz;
  return name !== undefined && /^[A-Z][A-Za-z]+\/[A-Z][\w/+-]+$/.test(name) && existsSync(join(ZONEINFO, name))
    ? name
    : undefined;
}

function linkedZone(): string | undefined {
  try {
    return readlinkSync('/etc/localtime').split('zoneinfo/')[1];
  } catch {
    return undefined;
  }
}

/** Intl's name; where it has none that can be used again (TZ="", TZ=XYZ-5), one with the same offset from UTC. */
function nameFromIntl(): string {
  const name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (name !== undefined && isZone(name)) return name;
  const hours = new Date().getTimezoneOffset() / 60;
  return Number.isInteger(hours) && hours !== 0 ? `Etc/GMT${hours > 0 ? '+' : ''}${hours}` : 'UTC';
}

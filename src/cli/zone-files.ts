import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isZone } from '../domain/zone.ts';

/** Where the system keeps its zone files, one a name. */
export const ZONEINFO = '/usr/share/zoneinfo';

/** The zone that a name means whatever its case, as long as it means one; Intl knows the names where there are no files. */
export function zoneSpelled(name: string): string | undefined {
  const found = name
    .replace(/^(posix|right)\//, '')
    .split('/')
    .reduce<string | undefined>((folder, part) => (folder === undefined ? undefined : entryIn(folder, part)), '');
  if (found === undefined) return filesIn('').length === 0 && isZone(name) ? intlName(name) : undefined;
  return isZone(found) ? found : zoneAt(join(ZONEINFO, found));
}

/** The zone whose file stands at a path, such as /etc/localtime. */
export function zoneAt(path: string): string | undefined {
  try {
    const name = realpathSync(path).split('zoneinfo/')[1];
    return name !== undefined && isZone(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Every name there is. */
export function zoneNames(): readonly string[] {
  const names = filesIn('', true).filter((name) => /^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(name) && isZone(name));
  return names.length > 0 ? names : Intl.supportedValuesOf('timeZone');
}

/** The path of what a folder of zone files calls so in any case; the same case goes first. */
function entryIn(folder: string, part: string): string | undefined {
  const names = filesIn(folder);
  const alike = names.filter((name) => name.toLowerCase() === part.toLowerCase());
  const found = alike.includes(part) ? part : alike.length === 1 ? alike[0] : undefined;
  return found === undefined ? undefined : [folder, found].filter(Boolean).join('/');
}

function filesIn(folder: string, recursive = false): string[] {
  try {
    return readdirSync(join(ZONEINFO, folder), { recursive, encoding: 'utf8' });
  } catch {
    return [];
  }
}

/** Intl's own spelling, unless it calls the zone something else. */
function intlName(name: string): string {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
}

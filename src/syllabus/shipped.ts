import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The ids of the editions shipped in a folder: its files `certification@edition.yaml`. */
export function shippedIds(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^[^@]+@.+\.yaml$/.test(name))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** The files of a certification's shipped mappings, `migrations/from..to.yaml`. */
export function shippedMappingFiles(folder: string, certId: string): string[] {
  const migrations = join(folder, 'migrations');
  return readdirSync(migrations)
    .filter((name) => name.startsWith(`${certId}@`) && name.endsWith('.yaml'))
    .sort()
    .map((name) => join(migrations, name));
}

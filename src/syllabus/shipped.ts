import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** The ids of the editions shipped in a folder: its files `certification@edition.yaml`. */
export function shippedIds(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^[^@]+@.+\.yaml$/.test(name))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** The ids of the editions shipped in a folder, which are its file names without `.yaml`. */
export function shippedIds(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

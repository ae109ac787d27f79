import { join } from 'node:path';
import { didYouMean } from '../domain/did-you-mean.ts';
import { CerttrackError } from '../errors.ts';
import { shippedIds } from '../syllabus/shipped.ts';
import type { App } from './app.ts';

/** Where the shipped guides are. */
export function syllabiFolder(app: App): string {
  return join(app.folders.package, 'syllabi');
}

/** @throws not_found with the nearest shipped editions */
export function unknownEdition(folder: string, name: string): never {
  const ids = shippedIds(folder);
  const guesses = didYouMean(name, [...ids, ...ids.map((id) => id.split('@')[0] ?? id)]);
  throw new CerttrackError(
    'not_found',
    `no exam guide "${name}" is shipped`,
    guesses.length > 0 ? `Did you mean ${guesses.join(' or ')}?` : `Shipped: ${ids.join(', ')}`,
  );
}

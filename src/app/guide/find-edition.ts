import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { currentOf, type Edition } from '../../domain/edition.ts';
import { CerttrackError } from '../../errors.ts';
import { savedEditions } from '../../store/editions.ts';
import { shippedIds } from '../../syllabus/shipped.ts';
import type { Env } from '../env.ts';
import type { Folders } from '../settings.ts';

/** Where the shipped guides are. */
export function syllabiFolder(env: { readonly folders: Folders }): string {
  return join(env.folders.package, 'syllabi');
}

/** Editions a person added to the database; one under a shipped id is a copy of the shipped one. None where there is no database yet. */
export async function addedEditions(env: Env): Promise<Edition[]> {
  if (!existsSync(env.dbFile)) return [];
  const shipped = new Set(shippedIds(syllabiFolder(env)));
  return savedEditions(await env.open()).filter(({ id }) => !shipped.has(id));
}

/**
 * The edition a person names, shipped or added: `gcp-pde@2025`, or `gcp-pde` for the current one.
 * @throws not_found with the nearest names
 */
export async function findEdition(env: Env, name: string): Promise<Edition> {
  const folder = syllabiFolder(env);
  const [{ findShipped }, added] = await Promise.all([import('../../syllabus/library.ts'), addedEditions(env)]);
  const own = added.filter(({ id, certId }) => (name.includes('@') ? id === name : certId === name));
  const shipped = findShipped(folder, name);
  return currentOf(shipped ? [shipped, ...own] : own) ?? unknownEdition(folder, added, name);
}

function unknownEdition(folder: string, added: readonly Edition[], name: string): never {
  const ids = [...shippedIds(folder), ...added.map(({ id }) => id)];
  const certIds = [...new Set(ids.map((id) => id.split('@')[0] ?? id))];
  const guesses = didYouMean(name, [...ids, ...certIds]);
  throw new CerttrackError(
    'not_found',
    `there is no exam guide "${name}"`,
    guesses.length > 0
      ? `Did you mean ${guesses.join(' or ')}?`
      : `There are ${certIds.join(', ')} (certtrack syllabus); for another exam: certtrack syllabus new`,
  );
}

/**
 * Shipped editions of the same certification that a person may want: a newer one, and the one to renew with. They are told by their names
 * (a year, `-renewal`), so that no guide has to be read.
 */
export function otherEditions(
  env: { readonly folders: Folders },
  { id, certId }: Edition,
): { newer: string | null; renewal: string | null } {
  const ids = shippedIds(syllabiFolder(env)).filter((other) => other.startsWith(`${certId}@`));
  const newest = ids.findLast((other) => /@\d{4}$/.test(other));
  const isPlain = /@\d{4}$/.test(id);
  return {
    newer: isPlain && newest !== undefined && newest > id ? newest : null,
    renewal: ids.findLast((other) => other.endsWith('-renewal')) ?? null,
  };
}

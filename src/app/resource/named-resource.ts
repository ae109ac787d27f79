import type { Resource } from '../../domain/resource.ts';
import { CerttrackError } from '../../errors.ts';
import { handleOf, idsLike } from '../../store/handles.ts';
import { minutesByResource, resources } from '../../store/resources.ts';
import type { Db } from '../../store/sqlite.ts';

/** A resource with its short id and the minutes logged with it. */
export interface NamedResource {
  readonly resource: Resource;
  readonly handle: string;
  readonly spent: number;
}

/** Gives resources their short ids and the minutes logged with them. */
export function resourceNamer(db: Db, certId: string): (resource: Resource) => NamedResource {
  const spent = minutesByResource(db, certId);
  return (resource) => ({
    resource,
    handle: handleOf(db, 'resource', resource.id),
    spent: spent.get(resource.url) ?? 0,
  });
}

/** The resource a person means: by its address, title, short id, or a part of the title only it has. @throws decision_needed */
export function resourceFor(db: Db, certId: string, text: string): Resource | undefined {
  const known = resources(db, certId);
  const word = text.trim().toLowerCase();
  const exact = known.find(({ url, title }) => url === text.trim() || title.toLowerCase() === word);
  if (exact) return exact;
  const ids = idsLike(db, 'resource', word);
  const byId = known.filter(({ id }) => ids.includes(id));
  const found = byId.length > 0 ? byId : known.filter(({ title }) => title.toLowerCase().includes(word));
  if (found.length > 1)
    throw new CerttrackError(
      'decision_needed',
      `"${text}" fits ${found.length} resources`,
      ['Name one of them:', ...found.map(({ id, title }) => `${handleOf(db, 'resource', id)}  ${title}`)].join('\n'),
    );
  return found[0];
}

/** What a session keeps of the resource a person named: the address of one in the track, else the text as it is. @throws decision_needed */
export function resourceText(db: Db, certId: string, text: string | undefined): string | null {
  return text ? (resourceFor(db, certId, text)?.url ?? text) : null;
}

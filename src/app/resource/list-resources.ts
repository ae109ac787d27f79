import type { Resource, ResourceKind } from '../../domain/resource.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { resources } from '../../store/resources.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { topicsFor, trackOfTopics } from '../topic/find-topics.ts';
import { type Current, currentTrack } from '../track/current-track.ts';
import { type NamedResource, resourceNamer } from './named-resource.ts';

/** A person's learning track for one certification, oldest first. */
export interface LearningTrack extends Current {
  readonly resources: readonly NamedResource[];
}

export async function learningTrack(env: Env): Promise<LearningTrack> {
  const db = await env.open();
  const current = currentTrack(env, db);
  const { certId } = current.track;
  return { ...current, resources: resources(db, certId).map(resourceNamer(db, certId)) };
}

/** A resource as a person tells it; without topics it is for the whole exam. */
export interface ResourceInput {
  readonly url: string;
  readonly title?: string | undefined;
  readonly kind?: ResourceKind | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly free?: boolean | undefined;
  readonly minutes?: number | undefined;
}

/** Adds a resource to the learning track. @throws usage for one that is there already, not_found or decision_needed for topics */
export async function addResource(env: Env, input: ResourceInput): Promise<NamedResource> {
  const url = input.url.trim();
  if (url === '') throw new CerttrackError('usage', 'which resource?', 'Write its address or name');
  const db = await env.open();
  const id = await env.newId();
  return change(env, db, () => {
    const { track, edition, words } = trackOfTopics(env, db, input.topics ?? []);
    if (resources(db, track.certId).some((known) => known.url === url))
      throw new CerttrackError('usage', `${url} is in your track already`, 'certtrack resource lists it');
    const resource: Resource = {
      id,
      certId: track.certId,
      url,
      title: input.title?.trim() || url,
      kind: input.kind ?? 'article',
      topics: [...new Set(words.flatMap((text) => topicsFor(edition, text)))],
      free: input.free ?? null,
      minutes: input.minutes ?? null,
      status: 'open',
      createdAt: env.now.instant,
      updatedAt: env.now.instant,
    };
    return {
      action: 'resource add',
      summary: `added ${resource.kind} "${resource.title}"`,
      changes: [{ entity: 'resource', id, before: null, after: resource }],
      result: () => resourceNamer(db, track.certId)(resource),
    };
  });
}

/** A learning track as YAML, and how many resources are in it. */
export async function exportResources(env: Env): Promise<{ readonly text: string; readonly count: number }> {
  const db = await env.open();
  const { track } = currentTrack(env, db);
  const { resourceListText } = await import('../../syllabus/resource-list.ts');
  const listed = resources(db, track.certId).filter(({ status }) => status !== 'dropped');
  return { text: resourceListText(track.certId, listed), count: listed.length };
}

/** How many resources of a file were new, and how many are in the track already. */
export interface ImportedResources {
  readonly file: string;
  readonly imported: number;
  readonly unchanged: number;
}

/** Takes in a learning track that somebody shared. @throws bad_data with every problem and its place */
export async function importResources(env: Env, file: string): Promise<ImportedResources> {
  const [{ parseResourceList }, { problemLines, readBytes }] = await Promise.all([
    import('../../syllabus/resource-list.ts'),
    import('../../syllabus/library.ts'),
  ]);
  const bytes = readBytes(file);
  const db = await env.open();
  const { track, edition } = currentTrack(env, db);
  const parsed = parseResourceList(bytes, edition);
  if ('problems' in parsed)
    throw new CerttrackError(
      'bad_data',
      `${plural(parsed.problems.length, 'problem')} found; nothing was imported`,
      problemLines(file, parsed.problems).join('\n'),
    );
  const shared = await Promise.all(parsed.resources.map(async (resource) => ({ ...resource, id: await env.newId() })));
  return change(env, db, () => {
    const present = new Set(resources(db, track.certId).map(({ url }) => url));
    const now = env.now.instant;
    const fresh = shared
      .filter(({ url }) => !present.has(url))
      .map(
        (resource): Resource => ({ ...resource, certId: track.certId, status: 'open', createdAt: now, updatedAt: now }),
      );
    return {
      action: 'resource import',
      summary: `took in ${plural(fresh.length, 'resource')}`,
      changes: fresh.map(
        (resource): Change => ({ entity: 'resource', id: resource.id, before: null, after: resource }),
      ),
      result: () => ({ file, imported: fresh.length, unchanged: shared.length - fresh.length }),
    };
  });
}

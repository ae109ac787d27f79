import type { Resource, ResourceKind } from '../../domain/resource.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { topicsFor } from '../topic/find-topics.ts';
import { currentTrack } from '../track/current-track.ts';
import { type NamedResource, resourceNamer } from './named-resource.ts';

/** Fields of a resource to change: what is left out stays, null clears. */
export interface ResourceEdits {
  readonly title?: string | undefined;
  readonly kind?: ResourceKind | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly free?: boolean | null | undefined;
  readonly minutes?: number | null | undefined;
  readonly status?: Resource['status'] | undefined;
}

/** The change of a resource of the learning track; none where it is like that already. @throws not_found or decision_needed for topics */
export function resourceEdited(env: Env, db: Db, before: Resource, edits: ResourceEdits): Outcome<NamedResource> {
  const { edition } = currentTrack(env, db, before.certId);
  const after: Resource = {
    ...before,
    title: edits.title?.trim() || before.title,
    kind: edits.kind ?? before.kind,
    topics:
      edits.topics === undefined
        ? before.topics
        : [...new Set(edits.topics.flatMap((text) => topicsFor(edition, text)))],
    free: edits.free === undefined ? before.free : edits.free,
    minutes: edits.minutes === undefined ? before.minutes : edits.minutes,
    status: edits.status ?? before.status,
  };
  const changed = JSON.stringify(after) !== JSON.stringify(before);
  return {
    action: 'edit',
    summary: `changed ${before.kind} "${before.title}"`,
    changes: changed
      ? [{ entity: 'resource', id: before.id, before, after: { ...after, updatedAt: env.now.instant } }]
      : [],
    result: () => resourceNamer(db, before.certId)(after),
  };
}

import type { Instant } from './zone.ts';

export const RESOURCE_KINDS = ['course', 'lab', 'video', 'article', 'book', 'docs', 'practice'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Something to study from, part of a person's own learning track. `url` is unique within a certification; null is unknown. */
export interface Resource {
  readonly id: string;
  readonly certId: string;
  readonly url: string;
  readonly title: string;
  readonly kind: ResourceKind;
  readonly topics: readonly string[];
  readonly free: boolean | null;
  /** How long it takes. */
  readonly minutes: number | null;
  readonly status: 'open' | 'done' | 'dropped';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** The first unfinished resource for a topic, or for the whole exam (null): one that has been begun would be read on first. */
export function openFor(resources: readonly Resource[], topicId: string | null): Resource | undefined {
  return resources.find(
    ({ status, topics }) => status === 'open' && (topicId === null ? topics.length === 0 : topics.includes(topicId)),
  );
}

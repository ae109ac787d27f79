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

/** The first unfinished resource for a topic, or for the whole exam (null). */
export function openFor(resources: readonly Resource[], topicId: string | null): Resource | undefined {
  return resources.find(
    ({ status, topics }) => status === 'open' && (topicId === null ? topics.length === 0 : topics.includes(topicId)),
  );
}

/** A resource and the minutes logged with it; `url`, `kind` and `status` are null for what a session names and the learning track does not hold. */
export interface UsedResource {
  readonly title: string;
  readonly url: string | null;
  readonly kind: ResourceKind | null;
  readonly status: Resource['status'] | null;
  readonly minutes: number;
}

/** Resources that were used, by time, most first; `minutes` are those logged with each text, which may be the address or the title of a resource. */
export function usedResources(kept: readonly Resource[], minutes: ReadonlyMap<string, number>): UsedResource[] {
  const left = new Map(minutes);
  const take = (text: string) => {
    const own = left.get(text) ?? 0;
    left.delete(text);
    return own;
  };
  const known = kept.map(({ title, url, kind, status }) => ({
    title,
    url,
    kind,
    status,
    minutes: take(url) + take(title),
  }));
  const others = [...left].map(([title, own]) => ({ title, url: title, kind: null, status: null, minutes: own }));
  return [...known, ...others].filter(({ minutes: own }) => own > 0).sort((a, b) => b.minutes - a.minutes);
}

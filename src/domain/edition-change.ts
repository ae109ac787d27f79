import { type Edition, placedTopics } from './edition.ts';

/** What differs between two texts of one edition; topics by id. */
export interface EditionChange {
  readonly retitled: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

export function editionChange(before: Edition, after: Edition): EditionChange {
  const [old, now] = [before, after].map(
    (edition) => new Map(placedTopics(edition).map(({ topic }) => [topic.id, `${topic.label} ${topic.title}`])),
  ) as [Map<string, string>, Map<string, string>];
  return {
    retitled: [...now].filter(([id, name]) => old.has(id) && old.get(id) !== name).map(([id]) => id),
    added: [...now.keys()].filter((id) => !old.has(id)),
    gone: [...old.keys()].filter((id) => !now.has(id)),
  };
}

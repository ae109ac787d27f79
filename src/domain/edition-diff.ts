import { type Edition, type PlacedTopic, placedTopics, type Section } from './edition.ts';
import { type EditionMapping, type MappingRow, newTopics } from './edition-mapping.ts';

/** What became of one topic. */
export interface TopicChange {
  readonly old: PlacedTopic;
  readonly row: MappingRow;
  readonly targets: readonly PlacedTopic[];
}

/** A section before and after; null where there was or is none. Sections are the same when their ids are. */
export interface SectionChange {
  readonly old: Section | null;
  readonly next: Section | null;
}

/** A label that stands for something else now. `heirs` are the labels of what it stood for. */
export interface Collision {
  readonly label: string;
  readonly was: string;
  readonly is: string;
  readonly heirs: readonly string[];
}

/** All that differs between two editions. */
export interface EditionDiff {
  readonly from: Edition;
  readonly to: Edition;
  readonly sections: readonly SectionChange[];
  readonly topics: readonly TopicChange[];
  readonly fresh: readonly PlacedTopic[];
  readonly collisions: readonly Collision[];
}

/** Compares two editions, whose topics the mapping leads from one to the other. */
export function editionDiff(from: Edition, to: Edition, mapping: EditionMapping): EditionDiff {
  const after = new Map(placedTopics(to).map((placed) => [placed.topic.id, placed]));
  const rows = new Map(mapping.rows.map((row) => [row.old, row]));
  const topics = placedTopics(from).flatMap((old): TopicChange[] => {
    const row = rows.get(old.topic.id);
    const targets = (row?.targets ?? []).flatMap(({ topicId }) => after.get(topicId) ?? []);
    return row ? [{ old, row, targets }] : [];
  });
  const fresh = newTopics(mapping, to).flatMap((id) => after.get(id) ?? []);
  return {
    from,
    to,
    sections: sectionChanges(from, to),
    topics,
    fresh,
    // Two certifications have numbers of their own.
    collisions: from.certId === to.certId ? [...sectionCollisions(from, to), ...topicCollisions(topics, to)] : [],
  };
}

function sectionChanges(from: Edition, to: Edition): SectionChange[] {
  const kept = from.sections.map((old) => ({ old, next: to.sections.find(({ id }) => id === old.id) ?? null }));
  const added = to.sections.filter(({ id }) => from.sections.every((old) => old.id !== id));
  return [...kept, ...added.map((next) => ({ old: null, next }))];
}

function sectionCollisions(from: Edition, to: Edition): Collision[] {
  return from.sections.flatMap((old) => {
    const next = to.sections.find(({ label }) => label !== null && label === old.label);
    if (!next || next.id === old.id || old.label === null) return [];
    const heir = to.sections.find(({ id }) => id === old.id)?.label;
    return [{ label: old.label, was: old.title, is: next.title, heirs: heir ? [heir] : [] }];
  });
}

function topicCollisions(changes: readonly TopicChange[], to: Edition): Collision[] {
  return changes.flatMap(({ old: { topic }, targets }) => {
    const next = placedTopics(to).find((placed) => placed.topic.label !== null && placed.topic.label === topic.label);
    if (!next || topic.label === null || targets.some((target) => target.topic.id === next.topic.id)) return [];
    const heirs = targets.flatMap((target) => target.topic.label ?? []);
    return [{ label: topic.label, was: topic.title, is: next.topic.title, heirs }];
  });
}

import { type Edition, OTHER_TOPIC, placedTopics } from './edition.ts';

/** What became of a topic in another edition. */
export const MAPPING_KINDS = ['same', 'renamed', 'moved', 'split', 'merged', 'dropped'] as const;
export type MappingKind = (typeof MAPPING_KINDS)[number];

/** How much of the study of an old topic counts in the new edition: all, half, or nothing. */
export const CARRIES = { full: 1, partial: 0.5, none: 0 } as const;
export type Carry = keyof typeof CARRIES;

/** A part of an old topic's study, in 0..1, that counts for a topic of the new edition. */
export interface TopicShare {
  readonly topicId: string;
  readonly share: number;
}

/** What to know of a step; numbers in it are those of the edition it leads to, `edition` by id. */
interface MappingNote {
  readonly edition: string;
  readonly text: string;
}

/** What becomes of one old topic. The shares of its targets sum to at most 1; what is missing counts for no topic. */
export interface MappingRow {
  readonly old: string;
  readonly kind: MappingKind;
  readonly carry: Carry;
  /** The topics it became, also those that nothing of it counts for. */
  readonly targets: readonly TopicShare[];
  readonly notes: readonly MappingNote[];
}

/** From every topic of one edition to the topics of another, both named by edition id. */
export interface EditionMapping {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly MappingRow[];
}

/** The targets of a row as written down: what carries is divided evenly over them. */
export function evenTargets(topicIds: readonly string[], carry: Carry): TopicShare[] {
  return topicIds.map((topicId) => ({ topicId, share: CARRIES[carry] / topicIds.length }));
}

/**
 * Where the study of each old topic counts in the new edition; shares are above 0 and sum to at most 1 for an old topic, so hours are
 * conserved: what counts and what does not add up to what was logged. Time outside the guide stays outside.
 */
export function sharesByTopic(mapping: EditionMapping): Map<string, readonly TopicShare[]> {
  const shares = mapping.rows.map(({ old, targets }) => [old, targets.filter(({ share }) => share > 0)] as const);
  return new Map([...shares, [OTHER_TOPIC, [{ topicId: OTHER_TOPIC, share: 1 }]]]);
}

/** Topics of the new edition that no old topic became. */
export function newTopics(mapping: EditionMapping, to: Edition): string[] {
  const reached = new Set(mapping.rows.flatMap(({ targets }) => targets.map(({ topicId }) => topicId)));
  return placedTopics(to)
    .map(({ topic }) => topic.id)
    .filter((id) => !reached.has(id));
}

/**
 * Two mappings in a row as one: shares multiply along each way and add up where ways meet. Associative in what carries. A topic the
 * second mapping does not know is dropped there.
 */
export function compose(first: EditionMapping, second: EditionMapping): EditionMapping {
  const onward = new Map(second.rows.map((row) => [row.old, row]));
  const rows = first.rows.map((row) => {
    const steps = row.targets.flatMap(({ topicId, share }) => {
      const next = onward.get(topicId);
      return next ? [{ share, next }] : [];
    });
    const shares = new Map<string, number>();
    for (const { share, next } of steps)
      for (const target of next.targets)
        shares.set(target.topicId, (shares.get(target.topicId) ?? 0) + share * target.share);
    const targets = [...shares].map(([topicId, share]) => ({ topicId, share }));
    return {
      old: row.old,
      kind: kindOf(
        row.kind,
        steps.map(({ next }) => next.kind),
        targets.length,
      ),
      carry: carryOf(targets),
      targets,
      notes: [...row.notes, ...steps.flatMap(({ next }) => next.notes)],
    };
  });
  return { from: first.from, to: second.to, rows };
}

/** The one word for two steps: how many targets are left decides, then the step that changed most. */
function kindOf(first: MappingKind, then: readonly MappingKind[], targets: number): MappingKind {
  if (targets === 0) return 'dropped';
  if (targets > 1) return 'split';
  const steps = [first, ...then];
  if (steps.includes('merged')) return 'merged';
  if (steps.includes('renamed')) return 'renamed';
  // What was split and has one heir left has moved there.
  return steps.includes('moved') || steps.includes('split') ? 'moved' : 'same';
}

function carryOf(targets: readonly TopicShare[]): Carry {
  const sum = targets.reduce((total, { share }) => total + share, 0);
  if (sum === 0) return 'none';
  return sum > 0.999 ? 'full' : 'partial';
}

/** The shortest way from one edition to another through the mappings there are, composed into one; `undefined` when there is none. */
export function chain(mappings: readonly EditionMapping[], from: string, to: string): EditionMapping | undefined {
  const seen = new Set([from]);
  let ways = mappings.filter((mapping) => mapping.from === from);
  while (ways.length > 0) {
    const there = ways.find((way) => way.to === to);
    if (there) return there;
    for (const way of ways) seen.add(way.to);
    ways = ways.flatMap((way) =>
      mappings.filter((next) => next.from === way.to && !seen.has(next.to)).map((next) => compose(way, next)),
    );
  }
  return undefined;
}

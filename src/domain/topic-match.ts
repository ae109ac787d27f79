import { didYouMean } from './did-you-mean.ts';
import { type Edition, OTHER_TOPIC, objectiveTexts, type PlacedTopic, placedTopics, type Section } from './edition.ts';

/** What a typed word names: topic ids (all of a section's when it names a section), several candidates, or nothing but suggestions. */
export type TopicMatch =
  | { readonly kind: 'topics'; readonly topicIds: readonly string[]; readonly section: Section | null }
  | { readonly kind: 'several'; readonly candidates: readonly PlacedTopic[] }
  | { readonly kind: 'none'; readonly suggestions: readonly string[] };

/**
 * Finds what `text` names in this edition. The first rule with a result decides: topic id, label, section id, alias, then a part of
 * a topic's id, title or alias, then a part of a section's title, then a part of an objective. Case does not matter.
 */
export function matchTopic(edition: Edition, text: string): TopicMatch {
  const word = text.trim().toLowerCase();
  const placed = placedTopics(edition);
  const contains = (part: string) => part.toLowerCase().includes(word);
  const is = (name: string | null) => name?.toLowerCase() === word;

  if (word === OTHER_TOPIC) return { kind: 'topics', topicIds: [OTHER_TOPIC], section: null };
  if (word === '') return { kind: 'none', suggestions: [] };

  const topicsWhere = (test: (entry: PlacedTopic) => boolean) => () => matchOf(placed.filter(test));
  const sectionWhere = (test: (section: Section) => boolean) => () => {
    const found = edition.sections.filter(test);
    const [section] = found;
    return section && found.length === 1
      ? ({ kind: 'topics', topicIds: section.topics.map(({ id }) => id), section } as const)
      : matchOf(placed.filter((entry) => found.includes(entry.section)));
  };
  const rules: (() => TopicMatch | undefined)[] = [
    topicsWhere(({ topic }) => is(topic.id)),
    topicsWhere(({ topic }) => is(topic.label)),
    sectionWhere(({ id, label, title }) => is(label) || is(id) || is(title)),
    topicsWhere(({ topic }) => is(topic.title) || topic.aliases.some(is)),
    topicsWhere(({ topic }) => [topic.id, topic.title, ...topic.aliases].some(contains)),
    sectionWhere(({ title }) => contains(title)),
    topicsWhere(({ topic }) => objectiveTexts(topic.objectives).some(contains)),
  ];
  for (const rule of rules) {
    const match = rule();
    if (match) return match;
  }
  return { kind: 'none', suggestions: didYouMean(word, names(edition)) };
}

function matchOf(found: readonly PlacedTopic[]): TopicMatch | undefined {
  const [only] = found;
  if (only === undefined) return undefined;
  return found.length === 1
    ? { kind: 'topics', topicIds: [only.topic.id], section: null }
    : { kind: 'several', candidates: found };
}

/** Everything a person may type for a topic or a section. */
function names(edition: Edition): string[] {
  return edition.sections.flatMap((section) => [
    section.id,
    ...section.topics.flatMap((topic) => [topic.id, ...topic.aliases]),
  ]);
}

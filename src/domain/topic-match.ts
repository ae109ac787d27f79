import { didYouMean } from './did-you-mean.ts';
import { type Edition, type Objective, OTHER_TOPIC, type PlacedTopic, placedTopics, type Section } from './edition.ts';

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

  const section = edition.sections.find(({ id, label, title }) => is(label) || is(id) || is(title));
  const rules: (() => readonly PlacedTopic[])[] = [
    () => placed.filter(({ topic }) => is(topic.id)),
    () => placed.filter(({ topic }) => is(topic.label)),
    () => (section ? placed.filter((entry) => entry.section === section) : []),
    () => placed.filter(({ topic }) => is(topic.title) || topic.aliases.some(is)),
    () => placed.filter(({ topic }) => [topic.id, topic.title, ...topic.aliases].some(contains)),
    () => placed.filter((entry) => contains(entry.section.title)),
    () => placed.filter(({ topic }) => objectiveTexts(topic.objectives).some(contains)),
  ];
  for (const rule of rules) {
    const found = rule();
    const whole = found.length > 0 && found.every((entry) => entry.section === section);
    if (found.length === 1 || (whole && found.length === section?.topics.length))
      return {
        kind: 'topics',
        topicIds: found.map(({ topic }) => topic.id),
        section: whole && found.length > 1 ? (section ?? null) : null,
      };
    if (found.length > 1) return { kind: 'several', candidates: found };
  }
  return { kind: 'none', suggestions: didYouMean(word, names(edition)) };
}

function objectiveTexts(objectives: readonly Objective[]): string[] {
  return objectives.flatMap((objective) => [objective.text, ...objectiveTexts(objective.objectives)]);
}

/** Everything a person may type for a topic or a section. */
function names(edition: Edition): string[] {
  return edition.sections.flatMap((section) => [
    section.id,
    ...section.topics.flatMap((topic) => [topic.id, ...topic.aliases]),
  ]);
}

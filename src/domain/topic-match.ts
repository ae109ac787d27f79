import { didYouMean } from './did-you-mean.ts';
import { type Edition, OTHER_TOPIC, objectiveTexts, type PlacedTopic, placedTopics, type Section } from './edition.ts';

/** What a typed word names: topic ids (all of a section's when it names a section), several candidates, or nothing but suggestions. */
export type TopicMatch =
  | { readonly kind: 'topics'; readonly topicIds: readonly string[]; readonly section: Section | null }
  | { readonly kind: 'several'; readonly candidates: readonly PlacedTopic[] }
  | { readonly kind: 'none'; readonly suggestions: readonly string[] };

/** Words shorter than this name something only by its whole name: `BQ` begins a dozen things. */
const SHORTEST_PART = 3;

/**
 * Finds what `text` names in this edition. The first rule with a result decides: whole names (topic id, label, section, title, alias), then
 * the beginning of a word in an alias, in a topic's title or id, in a section's title, in an objective. Case does not matter.
 */
export function matchTopic(edition: Edition, text: string): TopicMatch {
  const word = text.trim().toLowerCase();
  if (word === OTHER_TOPIC) return { kind: 'topics', topicIds: [OTHER_TOPIC], section: null };
  const is = (name: string | null) => name?.toLowerCase() === word;
  const placed = placedTopics(edition);

  const topicsWhere = (test: (entry: PlacedTopic) => boolean) => () => matchOf(placed.filter(test));
  const sectionWhere = (test: (section: Section) => boolean) => () => {
    const found = edition.sections.filter(test);
    const [section] = found;
    return section && found.length === 1
      ? ({ kind: 'topics', topicIds: section.topics.map(({ id }) => id), section } as const)
      : matchOf(placed.filter((entry) => found.includes(entry.section)));
  };
  const whole: Rule[] = [
    topicsWhere(({ topic }) => is(topic.id)),
    topicsWhere(({ topic }) => is(topic.label)),
    sectionWhere(({ id, label, title }) => is(label) || is(id) || is(title)),
    topicsWhere(({ topic }) => is(topic.title) || topic.aliases.some(is)),
  ];
  const begins = beginning(word);
  const parts: Rule[] = [
    topicsWhere(({ topic }) => topic.aliases.some(begins)),
    topicsWhere(({ topic }) => [topic.id, topic.title].some(begins)),
    sectionWhere(({ title }) => begins(title)),
    topicsWhere(({ topic }) => objectiveTexts(topic.objectives).some(begins)),
  ];
  const rules = word === '' ? [] : word.length < SHORTEST_PART ? whole : [...whole, ...parts];
  for (const rule of rules) {
    const match = rule();
    if (match) return match;
  }
  return { kind: 'none', suggestions: word === '' ? [] : didYouMean(word, names(edition)) };
}

/** Every topic that what was typed so far may mean, by the rules of `matchTopic`, the strongest first; all of them for nothing. */
export function topicsLike(edition: Edition, typed: string): PlacedTopic[] {
  const word = typed.trim().toLowerCase();
  const begins = beginning(word);
  const rank = ({ section, topic }: PlacedTopic): number =>
    [
      [topic.id, topic.label, topic.title, ...topic.aliases].some((name) => name?.toLowerCase() === word),
      topic.aliases.some(begins),
      [topic.id, topic.label ?? '', topic.title].some(begins),
      [section.id, section.label ?? '', section.title].some(begins),
      objectiveTexts(topic.objectives).some(begins),
    ].indexOf(true);
  const ranked = placedTopics(edition).map((placed) => ({ placed, at: word === '' ? 0 : rank(placed) }));
  return ranked
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ placed }) => placed);
}

type Rule = () => TopicMatch | undefined;

/** Whether a word of a text begins as typed: `stream` begins one of "Batch and streaming", none of "Datastream". */
function beginning(typed: string): (text: string) => boolean {
  const pattern = new RegExp(`(?:^|[^\\p{L}\\p{N}])${typed.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`, 'iu');
  return (text) => pattern.test(text);
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

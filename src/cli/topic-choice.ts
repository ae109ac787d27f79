import { labelled, type PlacedTopic } from '../domain/edition.ts';
import type { Choice } from './ask.ts';

/** A topic as people choose it from a list, under its section. */
export function topicChoice({ section, topic }: PlacedTopic): Choice {
  const about = topic.objectives.map(({ text }) => text).join(' · ');
  return {
    name: labelled(topic),
    value: topic.id,
    group: labelled(section),
    description: about.length > 76 ? `${about.slice(0, 75).trimEnd()}…` : about,
  };
}

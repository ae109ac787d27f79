import { fittingMinutes, type TopicWord } from '../app/topic/find-topics.ts';
import { parseDuration } from '../domain/duration.ts';
import type { Edition } from '../domain/edition.ts';
import { matchTopic } from '../domain/topic-match.ts';
import { CerttrackError } from '../errors.ts';
import { minutesArg } from './args.ts';
import type { Ask } from './ask.ts';
import { topicChoice } from './topic-choice.ts';

/** `TOPIC... DURATION` as typed. */
export interface TopicWords {
  readonly topics: readonly TopicWord[];
  readonly minutes: number | undefined;
}

/**
 * Tells topics from the duration, which comes last. With `timed`, --from and --to give the time, and a bare number is a label. Some
 * guides have labels that read like durations (`4h`): those are topics wherever a topic stands. @throws usage
 */
export function readTopicWords(words: readonly string[], timed: boolean, edition: Edition): TopicWords {
  const last = words.at(-1) ?? '';
  const bare = (/^\d+$/.test(last) || isLabel(edition, last)) && (timed || words.length === 1);
  const length = bare || last.includes('=') ? undefined : parseDuration(last);
  if (length !== undefined && words.length === 1)
    throw new CerttrackError(
      'usage',
      'which topic did you study?',
      `Name it first: certtrack add-session TOPIC ${last}`,
    );
  const looksTimed =
    words.length > 1 && /^\d/.test(last) && !last.includes('=') && !/^(\d+(\.\d+)*|\d[a-z]?)$/i.test(last);
  if (length === undefined && looksTimed) minutesArg(last);
  const topics = (length === undefined ? words : words.slice(0, -1)).map((word) => readTopic(word, edition));
  return { topics, minutes: fittingMinutes(topics, length) };
}

/** One topic word. A duration in its place is a slip worth naming. @throws usage */
export function readTopic(word: string, edition: Edition): TopicWord {
  const [, text = word, own] = /^(.*)=([^=]*)$/.exec(word) ?? [];
  if (own === undefined && !isLabel(edition, word) && /[mh:]/i.test(word) && parseDuration(word) !== undefined)
    throw new CerttrackError(
      'usage',
      `"${word}" is a duration, not a topic`,
      'The duration comes last, in one word: certtrack add-session sharing-data 1h30',
    );
  return { text, minutes: own === undefined ? null : minutesArg(own) };
}

function isLabel({ sections }: Edition, word: string): boolean {
  const labelled = sections.flatMap((section) => [section, ...section.topics]);
  return labelled.some(({ label }) => label?.toLowerCase() === word.toLowerCase());
}

/** Lets a person choose where a word fits several topics; without one the words stay as they are. */
export async function chosenTopics(
  ask: Ask | null,
  edition: Edition,
  words: readonly TopicWord[],
): Promise<TopicWord[]> {
  const chosen: TopicWord[] = [];
  for (const word of words) {
    const match = ask === null ? undefined : matchTopic(edition, word.text);
    const text =
      ask && match?.kind === 'several'
        ? await ask.select(`Which "${word.text}"?`, match.candidates.map(topicChoice))
        : word.text;
    chosen.push({ ...word, text });
  }
  return chosen;
}

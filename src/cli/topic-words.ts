import { parseDuration } from '../domain/duration.ts';
import type { Edition } from '../domain/edition.ts';
import type { Share } from '../domain/session.ts';
import { CerttrackError } from '../errors.ts';
import { minutesArg } from './args.ts';
import { topicsFor } from './find.ts';

/** `TOPIC... DURATION` as typed: topic words with their own minutes where given, and the duration. */
export interface TopicWords {
  readonly topics: readonly { readonly text: string; readonly minutes: number | null }[];
  readonly minutes: number | undefined;
}

/** Tells topics from the duration, which comes last. With `timed`, --from and --to give the time and a lone `3` is a label. @throws usage */
export function readTopicWords(words: readonly string[], timed: boolean): TopicWords {
  const last = words.at(-1);
  const lone = words.length === 1 && (timed || /^\d+$/.test(last ?? ''));
  const length = last === undefined || lone || last.includes('=') ? undefined : parseDuration(last);
  if (length !== undefined && words.length === 1)
    throw new CerttrackError(
      'usage',
      'which topic did you study?',
      `Name it first: certtrack add-session TOPIC ${last}`,
    );
  if (
    length === undefined &&
    words.length > 1 &&
    last !== undefined &&
    !last.includes('=') &&
    /^\d/.test(last) &&
    !/^(\d+(\.\d+)+|\d[a-z]?)$/i.test(last)
  )
    minutesArg(last);
  const topics = (length === undefined ? words : words.slice(0, -1)).map((word) => {
    const [, text, own] = /^(.*)=([^=]*)$/.exec(word) ?? [word, word, undefined];
    return { text: text ?? word, minutes: own === undefined ? null : minutesArg(own) };
  });
  const named = topics.reduce((sum, topic) => sum + (topic.minutes ?? 0), 0);
  const allNamed = topics.length > 0 && topics.every((topic) => topic.minutes !== null);
  if (length !== undefined && (allNamed ? named !== length : named > 0 && named >= length))
    throw new CerttrackError(
      'usage',
      `the minutes of the topics (${named}) do not fit the duration (${length})`,
      'Leave the duration out, or make them fit',
    );
  return { topics, minutes: length ?? (allNamed ? named : undefined) };
}

/** The words' topics in an edition; `all` are the editions a wrong word is looked for in. @throws not_found or decision_needed */
export function sharesFor(
  edition: Edition,
  topics: TopicWords['topics'],
  all: () => readonly Edition[] = () => [],
): Share[] {
  return topics.map(({ text, minutes }) => ({ topicIds: topicsFor(edition, text, all), minutes }));
}

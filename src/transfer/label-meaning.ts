import { ACTIVITIES, type Activity } from '../domain/activity.ts';
import { type Edition, OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { remembered } from '../domain/remembered.ts';

/** What a label of another tool says of an entry: topics of an edition, an activity, or that it is no study of a topic. */
export type Meaning =
  | { readonly kind: 'topics'; readonly editionId: string; readonly topicIds: readonly string[] }
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'none' };

/**
 * What labels mean: as the person said, else by themselves where nothing is guessed: an exact topic id of the edition in use, an
 * account that begins with a certification and ends with a topic id of its edition, or the name of an activity.
 */
export function labelMeanings(
  said: ReadonlyMap<string, Meaning>,
  inUse: Edition | undefined,
  editions: readonly Edition[],
): (label: string) => Meaning | undefined {
  return remembered((label) => said.get(label) ?? byItself(label.toLowerCase(), inUse, editions));
}

function byItself(word: string, inUse: Edition | undefined, editions: readonly Edition[]): Meaning | undefined {
  const [certId, ...path] = word.split(':');
  const account = path.length > 0 ? editions.find((edition) => edition.certId === certId) : undefined;
  const edition = account ?? inUse;
  const id = account ? (path.at(-1) ?? '') : word;
  if (edition && (id === OTHER_TOPIC || placedTopics(edition).some(({ topic }) => topic.id === id)))
    return { kind: 'topics', editionId: edition.id, topicIds: [id] };
  const activity = ACTIVITIES.find((name) => name === word);
  return activity && { kind: 'activity', activity };
}

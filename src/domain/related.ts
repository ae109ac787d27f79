import { type Edition, placedTopics } from './edition.ts';

/** A topic of a certification, whatever its edition: ids keep their meaning over editions. */
export interface CertTopic {
  readonly certId: string;
  readonly topicId: string;
}

/** Study of `from` is in part study of `to`, a topic of another certification: `share` of its minutes, in 0..1. */
export interface RelatedTopics {
  readonly from: CertTopic;
  readonly to: CertTopic;
  readonly share: number;
  readonly reason: string;
}

/** What study of one topic gives another. */
export interface Overlap extends RelatedTopics {
  readonly minutes: number;
}

/**
 * What study for one certification, minutes by topic id, already gives another. Shares out of a topic and into a topic sum to at most 1,
 * so no minute counts twice. Links whose topics are not in these editions are left out.
 */
export function overlapsOf(
  links: readonly RelatedTopics[],
  from: Edition,
  to: Edition,
  minutes: ReadonlyMap<string, number>,
): Overlap[] {
  const [isFrom, isTo] = [inEdition(from), inEdition(to)];
  return links
    .filter((link) => isFrom(link.from) && isTo(link.to))
    .map((link) => ({ ...link, minutes: (minutes.get(link.from.topicId) ?? 0) * link.share }));
}

function inEdition(edition: Edition): (topic: CertTopic) => boolean {
  const ids = new Set(placedTopics(edition).map(({ topic }) => topic.id));
  return ({ certId, topicId }) => certId === edition.certId && ids.has(topicId);
}

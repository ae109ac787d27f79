import { didYouMean } from '../domain/did-you-mean.ts';
import { type Edition, labelled, type PlacedTopic, placedTopics } from '../domain/edition.ts';
import type { Session } from '../domain/session.ts';
import { matchTopic } from '../domain/topic-match.ts';
import type { Track } from '../domain/track.ts';
import { CerttrackError } from '../errors.ts';
import type { Db } from '../store/open.ts';
import { lastSessionId, sessionFinder, sessionIdsLike } from '../store/sessions.ts';
import type { Choice } from './ask.ts';

/** The track a person means. @throws not_found with the nearest names, or decision_needed when several would do */
export function trackFor(tracks: readonly Track[], wanted: string | undefined, current: string | undefined): Track {
  const [only, another] = tracks;
  if (only === undefined)
    throw new CerttrackError('not_found', 'nothing is set up yet', 'Start with: certtrack init --cert gcp-pde');
  if (wanted === undefined) {
    const inUse = tracks.find(({ certId }) => certId === current) ?? (another === undefined ? only : undefined);
    if (inUse) return inUse;
    throw new CerttrackError(
      'decision_needed',
      'which certification?',
      `Add --cert, one of: ${tracks.map(({ certId }) => certId).join(', ')}`,
    );
  }
  const found = tracks.find(({ certId, editionId }) => wanted === certId || wanted === editionId);
  if (found) return found;
  const ids = tracks.map(({ certId }) => certId);
  const [guess] = didYouMean(wanted, ids);
  throw new CerttrackError(
    'not_found',
    `you do not track "${wanted}"`,
    guess ? `Did you mean ${guess}?` : `You track ${ids.join(', ')}; add another with: certtrack init --cert ID`,
  );
}

/** The topic ids a typed word names. @throws decision_needed listing the candidates, not_found with the nearest names */
export function topicsFor(edition: Edition, text: string, all: () => readonly Edition[] = () => []): readonly string[] {
  const match = matchTopic(edition, text);
  switch (match.kind) {
    case 'topics':
      return match.topicIds;
    case 'several': {
      const width = Math.max(...match.candidates.map(({ topic }) => topic.id.length));
      const list = match.candidates.slice(0, 9).map(({ topic }) => `${topic.id.padEnd(width)}  ${labelled(topic)}`);
      const more = match.candidates.length > 9 ? [`and ${match.candidates.length - 9} more`] : [];
      throw new CerttrackError(
        'decision_needed',
        `"${text}" fits ${match.candidates.length} topics of ${edition.id}`,
        ['Name one of them:', ...list, ...more].join('\n'),
      );
    }
    case 'none': {
      const elsewhere = all().find((other) => placedTopics(other).some(({ topic }) => topic.id === text));
      const guesses = [
        ...(elsewhere ? [`It is a topic of ${elsewhere.id}: add --cert ${elsewhere.certId}`] : []),
        ...(match.suggestions.length > 0 ? [`Did you mean ${match.suggestions.join(' or ')}?`] : []),
      ];
      throw new CerttrackError(
        'not_found',
        `no topic "${text}" in ${edition.id}`,
        [...guesses, 'All topics: certtrack syllabus show. Outside the guide: other'].join('\n'),
      );
    }
  }
}

/** The full id of a session a person names by `last` or the start of its short id. @throws not_found or decision_needed */
function sessionIdFor(db: Db, text: string): string {
  if (text === 'last') {
    const last = lastSessionId(db);
    if (last === undefined)
      throw new CerttrackError('not_found', 'there is no session yet', 'Log one: certtrack add-session TOPIC 45m');
    return last;
  }
  const [id, ...others] = sessionIdsLike(db, text);
  if (id === undefined)
    throw new CerttrackError('not_found', `no session "${text}"`, 'certtrack sessions lists their ids');
  if (others.length > 0)
    throw new CerttrackError(
      'decision_needed',
      `"${text}" is the start of ${others.length + 1} sessions`,
      `Write more of it, or all: ${[id, ...others].join(', ')}`,
    );
  return id;
}

/** The session a person names. @throws not_found or decision_needed */
export function sessionFor(db: Db, text: string): Session {
  const session = sessionFinder(db)(sessionIdFor(db, text));
  if (!session) throw new CerttrackError('not_found', `no session "${text}"`);
  return session;
}

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

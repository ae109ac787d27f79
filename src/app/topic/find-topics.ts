import { type Edition, labelled, placedTopics, type Section } from '../../domain/edition.ts';
import type { Share } from '../../domain/session.ts';
import { matchTopic } from '../../domain/topic-match.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/sqlite.ts';
import { tracks } from '../../store/tracks.ts';
import type { Env } from '../env.ts';
import { type Current, currentTrack } from '../track/current-track.ts';

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
        ...(elsewhere ? [`It is a topic of ${elsewhere.id}: write ${elsewhere.certId}:${text}`] : []),
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

/** The one section a typed word names: its label, id, title or a part of the title. @throws decision_needed or not_found */
export function sectionFor(edition: Edition, text: string): Section {
  const word = text.trim().toLowerCase();
  const is = (name: string | null) => name?.toLowerCase() === word;
  const exact = edition.sections.filter(({ id, label, title }) => is(id) || is(label) || is(title));
  const found =
    exact.length > 0
      ? exact
      : edition.sections.filter(({ id, title }) => id.includes(word) || title.toLowerCase().includes(word));
  const [only] = found;
  if (only && found.length === 1) return only;
  const list = (only ? found : edition.sections).map((section) => `${section.id}  ${labelled(section)}`);
  throw new CerttrackError(
    only ? 'decision_needed' : 'not_found',
    only ? `"${text}" fits ${found.length} sections of ${edition.id}` : `no section "${text}" in ${edition.id}`,
    ['Name one of them:', ...list].join('\n'),
  );
}

/** A topic as typed, with its own minutes where given: `sharing-data`, `3.1=40m`. */
export interface TopicWord {
  readonly text: string;
  readonly minutes: number | null;
}

/** The words' topics in an edition, a wrong word looked for in the editions of every track. @throws not_found or decision_needed */
export function sharesOf(db: Db, edition: Edition, topics: readonly TopicWord[]): Share[] {
  const all = () => tracks(db).flatMap((track) => editionById(db, track.editionId) ?? []);
  return topics.map(({ text, minutes }) => ({ topicIds: topicsFor(edition, text, all), minutes }));
}

/** The track that topic words are about, and the words as its guide knows them. */
export interface AboutTrack extends Current {
  readonly words: readonly string[];
}

/**
 * `gcp-pmle:2.1` names a topic of another certification than the one in use; words without that are about the same one.
 * @throws not_found for a certification that is not tracked, usage where words are about several
 */
export function trackOfTopics(env: Env, db: Db, words: readonly string[], named?: string): AboutTrack {
  const split = words.map(certAndTopic);
  const certs = [...new Set(split.flatMap(({ cert }) => cert ?? []))];
  const [cert, other] = certs;
  if (cert !== undefined && other !== undefined)
    throw new CerttrackError(
      'usage',
      `${cert} and ${other} are two certifications`,
      'Write one command for each of them',
    );
  return { ...currentTrack(env, db, cert ?? named), words: split.map(({ topic }) => topic) };
}

/** A certification has letters before the colon; `1:30` is a duration. */
function certAndTopic(word: string): { cert?: string; topic: string } {
  const [, cert, topic] = /^([a-z][\w.-]*(?:@[\w.-]+)?):(\S.*)$/i.exec(word) ?? [];
  return cert === undefined || topic === undefined ? { topic: word } : { cert: cert.toLowerCase(), topic };
}

/** The minutes of the session: as named, or the sum of what all topics name. @throws usage when the two do not fit */
export function fittingMinutes(topics: readonly TopicWord[], length: number | undefined): number | undefined {
  const named = topics.reduce((sum, topic) => sum + (topic.minutes ?? 0), 0);
  const allNamed = topics.length > 0 && topics.every((topic) => topic.minutes !== null);
  if (length !== undefined && (allNamed ? named !== length : named > 0 && named >= length))
    throw new CerttrackError(
      'usage',
      `the minutes of the topics (${named}) do not fit the duration (${length})`,
      'Leave the duration out, or make them fit',
    );
  return length ?? (allNamed ? named : undefined);
}

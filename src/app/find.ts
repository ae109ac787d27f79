import { type Edition, labelled, placedTopics, type Section } from '../domain/edition.ts';
import type { Mock } from '../domain/mock.ts';
import type { Session } from '../domain/session.ts';
import { matchTopic } from '../domain/topic-match.ts';
import { CerttrackError } from '../errors.ts';
import { idsLike } from '../store/handles.ts';
import { lastMockId, mockById } from '../store/mocks.ts';
import type { Db } from '../store/open.ts';
import { lastSessionId, sessionFinder } from '../store/sessions.ts';

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

/** What a person can name by a short id: what it is called, how to list them, how to make one. */
const NAMED = {
  session: { last: lastSessionId, list: 'certtrack sessions', make: 'Log one: certtrack add-session TOPIC 45m' },
  mock: { last: lastMockId, list: 'certtrack mocks', make: 'Record one: certtrack add-mock --score 41/50' },
} as const;

/** The full id of a session or mock a person names by `last` or the start of its short id. @throws not_found or decision_needed */
function idFor(db: Db, table: keyof typeof NAMED, text: string): string {
  const { last, list, make } = NAMED[table];
  if (text === 'last') {
    const newest = last(db);
    if (newest === undefined) throw new CerttrackError('not_found', `there is no ${table} yet`, make);
    return newest;
  }
  const [id, ...others] = idsLike(db, table, text);
  if (id === undefined)
    throw new CerttrackError(
      'not_found',
      `no ${table} "${text}"`,
      elsewhere(db, table, text) ?? `${list} lists their ids`,
    );
  if (others.length > 0)
    throw new CerttrackError(
      'decision_needed',
      `"${text}" is the start of ${others.length + 1} ${table}s`,
      `Write more of it, or all: ${[id, ...others].join(', ')}`,
    );
  return id;
}

/** Sessions and mocks have commands of their own, and people mix them up. */
function elsewhere(db: Db, table: keyof typeof NAMED, text: string): string | undefined {
  const other = table === 'session' ? 'mock' : 'session';
  if (idsLike(db, other, text).length === 0) return undefined;
  return `It is a ${other}: certtrack ${other === 'mock' ? 'mocks show' : 'show'} ${text}`;
}

/** The session a person names. @throws not_found or decision_needed */
export function sessionFor(db: Db, text: string): Session {
  return sessionFinder(db)(idFor(db, 'session', text)) as Session;
}

/** The mock a person names. @throws not_found or decision_needed */
export function mockFor(db: Db, text: string): Mock {
  return mockById(db, idFor(db, 'mock', text)) as Mock;
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

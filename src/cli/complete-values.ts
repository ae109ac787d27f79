import { ACTIVITIES } from '../domain/activity.ts';
import { type Edition, labelled, OTHER_TITLE, OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { sessionPhrase } from '../report/session.ts';
import { listBackups } from '../store/backups.ts';
import { eachSession } from '../store/each-session.ts';
import { editionById } from '../store/editions.ts';
import { handleOf } from '../store/handles.ts';
import { mocks } from '../store/mocks.ts';
import type { Db } from '../store/open.ts';
import { openSqlite } from '../store/sqlite.ts';
import { tracks } from '../store/tracks.ts';
import { shippedIds } from '../syllabus/shipped.ts';
import { CONFIG_KEYS } from './config.ts';
import { type Context, currentTrack } from './context.ts';
import { syllabiFolder } from './editions.ts';

/** A word that may be typed, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** Said where names of files belong. */
export const FILES = 'files';

const RECENT = 20;
const DAYS = ['today', 'yesterday', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

type Source = (context: Context, word: string) => readonly Candidate[] | typeof FILES;

/** Where values come from, by the name of an option or an argument. */
const SOURCES: Readonly<Record<string, Source>> = {
  topic: (context, word) => withDb(context, (db) => topics(editionInUse(context, db), word)),
  words: (context, word) => withDb(context, (db) => topics(editionInUse(context, db), word)),
  cert: (context) => withDb(context, certifications),
  edition: editions,
  id: (context) => withDb(context, sessions),
  'mocks id': (context) => withDb(context, mockIds),
  'mocks name': (context) => withDb(context, providers),
  provider: (context) => withDb(context, providers),
  outcome: () => ['pass', 'fail'].map((value) => ({ value, about: '' })),
  old: editions,
  new: editions,
  on: days,
  activity: () => ACTIVITIES.map((value) => ({ value, about: '' })),
  tag: (context) => withDb(context, (db) => recently(db, 'SELECT DISTINCT value FROM recent, json_each(tags)')),
  resource: (context) =>
    withDb(context, (db) => recently(db, 'SELECT DISTINCT resource FROM recent WHERE resource IS NOT NULL')),
  date: days,
  since: days,
  until: days,
  key: () => Object.entries(CONFIG_KEYS).map(([value, { about }]) => ({ value, about })),
  backup: ({ dbFile }) => [
    { value: 'newest', about: 'the newest that is sound' },
    ...listBackups(dbFile).map(({ name }) => ({ value: name, about: '' })),
  ],
  file: () => FILES,
  output: () => FILES,
  db: () => FILES,
};

/** What may stand for an option or argument of that name, below a command of `group` where it means something else there; nothing where certtrack has no list. */
export function candidatesOf(
  group: string | undefined,
  name: string,
  word: string,
  context: () => Context,
): readonly Candidate[] | typeof FILES {
  const source = SOURCES[`${group} ${name}`] ?? SOURCES[name];
  return source?.(context(), word) ?? [];
}

/** Read as it is: completing a word neither creates nor upgrades a database. Not `readonly`, which would leave SQLite's helper files behind. */
function withDb(context: Context, read: (db: Db) => Candidate[]): Candidate[] {
  const db = openSqlite(context.dbFile, { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    return read(db);
  } finally {
    db.close();
  }
}

function editionInUse(context: Context, db: Db): Edition | undefined {
  return currentTrack(context, db).edition;
}

/** Slugs of topics and sections; labels once a digit is typed. */
function topics(edition: Edition | undefined, word: string): Candidate[] {
  if (edition === undefined) return [];
  const all = [...placedTopics(edition).map(({ topic }) => topic), ...edition.sections];
  if (/^\d/.test(word))
    return all.flatMap((one) => (one.label === null ? [] : [{ value: one.label, about: one.title }]));
  return [...all.map((one) => ({ value: one.id, about: labelled(one) })), { value: OTHER_TOPIC, about: OTHER_TITLE }];
}

function certifications(db: Db): Candidate[] {
  return tracks(db).map(({ certId, editionId }) => ({ value: certId, about: editionById(db, editionId)?.title ?? '' }));
}

function editions({ app }: Context): Candidate[] {
  const ids = shippedIds(syllabiFolder(app));
  return [...new Set(ids.flatMap((id) => [id.split('@')[0] ?? id, id]))].map((value) => ({ value, about: '' }));
}

function sessions(db: Db): Candidate[] {
  const recent = [...eachSession(db, { limit: RECENT })].reverse();
  const known = new Map([...new Set(recent.map(({ editionId }) => editionId))].map((id) => [id, editionById(db, id)]));
  return [
    { value: 'last', about: 'the session recorded last' },
    ...recent.map((session) => ({
      value: handleOf(db, 'session', session.id),
      about: `${session.studyDate} ${sessionPhrase(session, known.get(session.editionId))}`,
    })),
  ];
}

/** Words of the last 2,000 sessions; all of them would take seconds in a log of a million. */
function recently(db: Db, sql: string): Candidate[] {
  const recent =
    'WITH recent AS (SELECT tags, resource FROM session WHERE deleted_at IS NULL ORDER BY created_at DESC LIMIT 2000)';
  return (db.prepare(`${recent} ${sql} LIMIT 100`).pluck().all() as string[]).map((value) => ({ value, about: '' }));
}

function mockIds(db: Db): Candidate[] {
  const recent = mocks(db).slice(-RECENT).reverse();
  return [
    { value: 'last', about: 'the mock recorded last' },
    ...recent.map(({ id, provider, studyDate }) => ({
      value: handleOf(db, 'mock', id),
      about: `${studyDate} ${provider}`,
    })),
  ];
}

function providers(db: Db): Candidate[] {
  return [...new Set(mocks(db).map(({ provider }) => provider))].map((value) => ({ value, about: '' }));
}

function days(): Candidate[] {
  return DAYS.map((value) => ({ value, about: '' }));
}

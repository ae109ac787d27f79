import { syllabiFolder } from '../app/guide/find-edition.ts';
import { IMPORT_FORMATS } from '../app/import/formats.ts';
import { SETTINGS } from '../app/settings.ts';
import { currentTrack } from '../app/track/current-track.ts';
import { ACTIVITIES } from '../domain/activity.ts';
import { type Edition, labelled, OTHER_TITLE, OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { WEEKDAYS } from '../domain/local-date.ts';
import { GRADES } from '../domain/review/card.ts';
import { sessionPhrase } from '../domain/session-phrase.ts';
import { listBackups } from '../store/backups.ts';
import { eachSession } from '../store/each-session.ts';
import { editionById } from '../store/editions.ts';
import { handleOf } from '../store/handles.ts';
import { mocks } from '../store/mocks.ts';
import { type Db, openSqlite } from '../store/sqlite.ts';
import { tracks } from '../store/tracks.ts';
import { shippedIds } from '../syllabus/shipped.ts';
import type { Context } from './context.ts';

/** A word that may be typed, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

/** Said where names of files belong. */
export const FILES = 'files';

const RECENT = 20;
const DAYS = ['today', 'yesterday', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What may be typed in place of `word`, after these arguments of the command. */
type Source = (context: Context, word: string, before: readonly string[]) => readonly Candidate[] | typeof FILES;

/** Where values come from, by the name of an option or an argument, after the command where it means something else there. */
const SOURCES: Readonly<Record<string, Source>> = {
  topic: (context, word) => withDb(context, (db) => topics(editionInUse(context, db), word)),
  words: (context, word) => withDb(context, (db) => topics(editionInUse(context, db), word)),
  explain: (context, word) => withDb(context, (db) => topics(editionInUse(context, db), word)),
  cert: (context) => withDb(context, certifications),
  edition: editions,
  id: (context) => withDb(context, sessions),
  'mocks id': (context) => withDb(context, mockIds),
  'mocks name': (context) => withDb(context, providers),
  provider: (context) => withDb(context, providers),
  section: (context) => withDb(context, (db) => sections(editionInUse(context, db))),
  outcome: listed(['pass', 'fail']),
  grade: listed(GRADES),
  // Only init takes certifications that are not tracked yet.
  'init cert': editions,
  'migrate to': editions,
  old: editions,
  new: editions,
  on: days,
  activity: listed(ACTIVITIES),
  tag: (context) => withDb(context, (db) => recently(db, 'SELECT DISTINCT value FROM recent, json_each(tags)')),
  resource: (context) =>
    withDb(context, (db) => recently(db, 'SELECT DISTINCT resource FROM recent WHERE resource IS NOT NULL')),
  date: days,
  since: days,
  until: days,
  'import format': () => [
    ...Object.entries(IMPORT_FORMATS).map(([value, { about }]) => ({ value, about })),
    { value: 'mocks', about: 'practice exams, as export --what mocks writes them' },
  ],
  'export format': listed(['csv', 'json', 'ndjson', 'md', 'timeclock']),
  'export what': listed(['sessions', 'topics', 'mocks', 'all']),
  'plan export format': listed(['ics']),
  key: () => Object.entries(SETTINGS).map(([value, { about }]) => ({ value, about })),
  'config value': (context, word, [key = '']) => SETTING_VALUES[key]?.(context, word, []) ?? [],
  backup: ({ dbFile }) => [
    { value: 'newest', about: 'the newest that is sound' },
    ...listBackups(dbFile).map(({ name }) => ({ value: name, about: '' })),
  ],
  file: () => FILES,
  output: () => FILES,
  db: () => FILES,
};

/** Values of settings, by their key. */
const SETTING_VALUES: Readonly<Record<string, Source>> = {
  color: listed(['auto', 'always', 'never']),
  db: () => FILES,
  'week-start': listed(WEEKDAYS),
};

/** Where the values of an option or argument of a command come from: a list of its own, the `choices` the program knows, or those of that name. */
export function sourceOf(
  path: readonly string[],
  name: string,
  choices: readonly string[] | undefined,
): Source | undefined {
  const own = path.map((_, i) => SOURCES[[...path.slice(0, path.length - i), name].join(' ')]);
  return own.find((source) => source !== undefined) ?? (choices ? listed(choices) : SOURCES[name]);
}

function listed(values: readonly string[]): Source {
  return () => bare(values);
}

function bare(values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, about: '' }));
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

function sections(edition: Edition | undefined): Candidate[] {
  return edition?.sections.map((one) => ({ value: one.id, about: labelled(one) })) ?? [];
}

function certifications(db: Db): Candidate[] {
  return tracks(db).map(({ certId, editionId }) => ({ value: certId, about: editionById(db, editionId)?.title ?? '' }));
}

function editions({ app }: Context): Candidate[] {
  const ids = shippedIds(syllabiFolder(app));
  return bare([...new Set(ids.flatMap((id) => [id.split('@')[0] ?? id, id]))]);
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
  return bare(db.prepare(`${recent} ${sql} LIMIT 100`).pluck().all() as string[]);
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
  return bare([...new Set(mocks(db).map(({ provider }) => provider))]);
}

function days(): Candidate[] {
  return bare(DAYS);
}

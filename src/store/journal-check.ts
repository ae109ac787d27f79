import { cardById, cardRatingById } from './cards.ts';
import type { Change } from './change.ts';
import { editionById } from './editions.ts';
import { examResultById } from './exam-results.ts';
import { mappingId, mappings } from './mappings.ts';
import { mockById, providerNamed } from './mocks.ts';
import { planWishes } from './plans.ts';
import { resourceById } from './resources.ts';
import { sessionFinder } from './sessions.ts';
import { type SettingKey, setting } from './settings.ts';
import type { Db } from './sqlite.ts';
import { tracks } from './tracks.ts';

/** A row that is not what the journal says it should be. */
export interface Drift {
  readonly entity: Change['entity'];
  readonly id: string;
  readonly problem: 'missing' | 'different' | 'not in the journal';
}

interface Rows {
  /** Selects the ids of all rows that the journal must know. */
  readonly ids: string;
  /** Finds a row as the journal writes it down. */
  readonly finder: (db: Db) => (id: string) => unknown;
}

const ROWS: Readonly<Record<Change['entity'], Rows>> = {
  session: { ids: 'SELECT id FROM session', finder: sessionFinder },
  track: {
    ids: 'SELECT cert_id AS id FROM track',
    finder: (db) => {
      const present = new Map(tracks(db).map((track) => [track.certId, track]));
      return (id) => present.get(id);
    },
  },
  setting: {
    ids: "SELECT key AS id FROM setting WHERE key <> 'device'",
    finder: (db) => (id) => setting(db, id as SettingKey),
  },
  // Shipped editions are kept without the journal, which only knows those that a person added.
  edition: { ids: 'SELECT id FROM edition WHERE false', finder: (db) => (id) => editionById(db, id) },
  mock: { ids: 'SELECT id FROM mock', finder: (db) => (id) => mockById(db, id) },
  provider: { ids: 'SELECT name AS id FROM provider', finder: (db) => (id) => providerNamed(db, id) },
  resource: { ids: 'SELECT id FROM resource', finder: (db) => (id) => resourceById(db, id) },
  result: { ids: 'SELECT id FROM result', finder: (db) => (id) => examResultById(db, id) },
  mapping: {
    ids: 'SELECT id FROM mapping',
    finder: (db) => (id) => mappings(db).find((mapping) => mappingId(mapping) === id),
  },
  plan: { ids: 'SELECT cert_id AS id FROM plan', finder: (db) => (id) => planWishes(db, id) },
  card: { ids: 'SELECT id FROM card', finder: (db) => (id) => cardById(db, id) },
  rating: { ids: 'SELECT id FROM card_rating', finder: (db) => (id) => cardRatingById(db, id) },
};

/** What rows journalled by an earlier certtrack do not say, and had by default. */
const ADDED_LATER: Readonly<Partial<Record<Change['entity'], object>>> = { track: { countsRelated: true } };

function completed(entity: Change['entity'], row: unknown): unknown {
  const defaults = ADDED_LATER[entity];
  return defaults === undefined ? row : { ...defaults, ...(row as object) };
}

/** More changes than one journal entry can hold. */
const PLACES = 1_000_000_000;

/** Replays the journal: the newest state of everything it names, compared with the rows. At most `limit` differences. */
export function journalDrift(db: Db, limit: number): Drift[] {
  const found: Drift[] = [];
  const finders = new Map(Object.entries(ROWS).map(([entity, { finder }]) => [entity, finder(db)]));
  // The place of each newest change first, its text afterwards: sorting the texts themselves would take minutes at a million sessions.
  const newest = db.prepare(
    `SELECT entity, entity_id AS id, after
     FROM (SELECT max(seq * ${PLACES} + position) AS place FROM journal_change GROUP BY entity, entity_id)
       JOIN journal_change ON seq = place / ${PLACES} AND position = place % ${PLACES}`,
  );
  for (const row of newest.iterate() as Iterable<{ entity: Change['entity']; id: string; after: string | null }>) {
    const present = finders.get(row.entity)?.(row.id);
    const expected = row.after === null ? undefined : completed(row.entity, JSON.parse(row.after));
    if (canonical(present) === canonical(expected)) continue;
    found.push({
      entity: row.entity,
      id: row.id,
      problem: present === undefined ? 'missing' : expected === undefined ? 'not in the journal' : 'different',
    });
    if (found.length === limit) return found;
  }
  return [...found, ...unknownTo(db, limit - found.length)];
}

function unknownTo(db: Db, limit: number): Drift[] {
  return (Object.entries(ROWS) as [Change['entity'], Rows][])
    .flatMap(([entity, { ids }]) =>
      db
        .prepare(
          `SELECT id FROM (${ids}) WHERE id NOT IN (SELECT entity_id FROM journal_change WHERE entity = ?) LIMIT ?`,
        )
        .pluck()
        .all(entity, limit)
        .map((id): Drift => ({ entity, id: String(id), problem: 'not in the journal' })),
    )
    .slice(0, limit);
}

/** The same text for the same value: keys in order, and what is null left out, because older entries lack younger keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

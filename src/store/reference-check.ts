import { OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { editionById } from './editions.ts';
import type { Db } from './sqlite.ts';

/** Rows that refer to a row there is not, by table: `session_topic → session: 2 rows`. */
export function brokenReferences(db: Db): string[] {
  const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  const counted = new Map<string, number>();
  for (const { table, parent } of broken) {
    const between = `${table} → ${parent}`;
    counted.set(between, (counted.get(between) ?? 0) + 1);
  }
  return [...counted].map(([between, rows]) => `${between}: ${rows} row${rows === 1 ? '' : 's'}`);
}

/** Topics that sessions name and their edition does not have, as `edition topic`. */
export function unknownTopics(db: Db): string[] {
  const named = db
    .prepare(
      'SELECT DISTINCT edition_id AS edition, topic_id AS topic FROM session JOIN session_topic ON session_id = session.id',
    )
    .all() as { edition: string; topic: string }[];
  const known = new Map<string, ReadonlySet<string>>();
  for (const { edition } of named) {
    if (known.has(edition)) continue;
    const content = editionById(db, edition);
    known.set(edition, new Set([OTHER_TOPIC, ...(content ? placedTopics(content).map(({ topic }) => topic.id) : [])]));
  }
  return named
    .filter(({ edition, topic }) => !known.get(edition)?.has(topic))
    .map(({ edition, topic }) => `${edition} ${topic}`);
}

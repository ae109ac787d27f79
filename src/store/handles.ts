import type { Db } from './sqlite.ts';

/** Tables whose rows people name by a short id. */
export type Named = 'session' | 'mock' | 'resource' | 'result';

/**
 * The ids a person may mean by `text`: a full id, or the start of its last twelve digits. Those are random in a UUIDv7 while its
 * first digits are the time, so short handles stay unique even for rows imported in one second. At most nine are returned.
 */
export function idsLike(db: Db, table: Named, text: string): string[] {
  const handle = text.toLowerCase();
  if (handle.length === 36) return db.prepare(`SELECT id FROM ${table} WHERE id = ?`).pluck().all(handle) as string[];
  if (!/^[0-9a-f]{1,12}$/.test(handle)) return [];
  return db
    .prepare(`SELECT id FROM ${table} WHERE substr(id, 25) >= ? AND substr(id, 25) < ? ORDER BY substr(id, 25) LIMIT 9`)
    .pluck()
    .all(handle, `${handle}g`) as string[];
}

/** The shortest handle of at least four digits that names only this row of its table. */
export function handleOf(db: Db, table: Named, id: string): string {
  return handles(db, table)(id);
}

/** The same for many rows. */
export function handles(db: Db, table: Named): (id: string) => string {
  const neighboursOf = db
    .prepare(
      `SELECT (SELECT max(substr(id, 25)) FROM ${table} WHERE substr(id, 25) < @own),
         (SELECT min(substr(id, 25)) FROM ${table} WHERE substr(id, 25) > @own)`,
    )
    .raw();
  return (id) => {
    const own = id.slice(24);
    const neighbours = neighboursOf.get({ own }) as (string | null)[];
    let length = 4;
    while (length < own.length && neighbours.some((other) => other?.startsWith(own.slice(0, length)))) length++;
    return own.slice(0, length);
  };
}

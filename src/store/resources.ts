import type { Resource } from '../domain/resource.ts';
import type { Db } from './sqlite.ts';

type Row = Omit<Resource, 'topics' | 'free'> & { topics: string; free: number | null };

const COLUMNS =
  'id, cert_id AS certId, url, title, kind, topics, free, minutes, status, created_at AS createdAt, updated_at AS updatedAt';

function toResource(row: Row): Resource {
  return {
    ...row,
    topics: JSON.parse(row.topics) as string[],
    free: row.free === null ? null : row.free === 1,
  };
}

/** The resources of a certification, oldest first. */
export function resources(db: Db, certId: string): Resource[] {
  const rows = db
    .prepare(`SELECT ${COLUMNS} FROM resource WHERE cert_id = ? ORDER BY created_at, id`)
    .all(certId) as Row[];
  return rows.map(toResource);
}

/** A resource by its full id. */
export function resourceById(db: Db, id: string): Resource | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM resource WHERE id = ?`).get(id) as Row | undefined;
  return row && toResource(row);
}

/** Minutes logged with each resource text of a certification's sessions, or only with these texts. */
export function minutesByResource(db: Db, certId: string, texts?: readonly string[]): Map<string, number> {
  const some = texts === undefined ? '' : 'AND resource IN (SELECT value FROM json_each(@texts))';
  const rows = db
    .prepare(
      `SELECT resource, sum(minutes) AS minutes FROM session JOIN session_topic ON session_id = session.id
       WHERE resource IS NOT NULL AND deleted_at IS NULL AND cert_id = @certId ${some} GROUP BY resource`,
    )
    .all({ certId, texts: JSON.stringify(texts ?? []) }) as { resource: string; minutes: number }[];
  return new Map(rows.map(({ resource, minutes }) => [resource, minutes]));
}

/** Writes a resource over whatever stands under its id, or takes it out when it is null. Only the journal calls this. */
export function putResource(db: Db, id: string, resource: Resource | null): void {
  db.prepare('DELETE FROM resource WHERE id = ?').run(id);
  if (resource === null) return;
  db.prepare(
    `INSERT INTO resource (id, cert_id, url, title, kind, topics, free, minutes, status, created_at, updated_at)
     VALUES (@id, @certId, @url, @title, @kind, @topics, @free, @minutes, @status, @createdAt, @updatedAt)`,
  ).run({
    ...resource,
    topics: JSON.stringify(resource.topics),
    free: resource.free === null ? null : Number(resource.free),
  });
}

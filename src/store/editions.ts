import type { Edition } from '../domain/edition.ts';
import type { Db } from './open.ts';

/** Keeps an edition in the database, so that daily commands read no YAML; the newest text of an edition wins. */
export function saveEdition(db: Db, edition: Edition): void {
  db.prepare(
    'INSERT INTO edition (id, cert_id, content) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
  ).run(edition.id, edition.certId, JSON.stringify(edition));
}

/** An edition kept in the database. */
export function editionById(db: Db, id: string): Edition | undefined {
  const content = db.prepare('SELECT content FROM edition WHERE id = ?').pluck().get(id) as string | undefined;
  return content === undefined ? undefined : fromContent(content);
}

/** Editions saved before these facts were known to certtrack have none of them. */
const UNKNOWN = { productVersion: null, retiresOn: [], notes: [] };

function fromContent(content: string): Edition {
  return { ...UNKNOWN, ...(JSON.parse(content) as Edition) };
}

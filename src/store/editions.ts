import type { Edition } from '../domain/edition.ts';
import type { Db } from './sqlite.ts';

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

/** Every edition kept in the database: those that were added, and the shipped ones that were ever used. */
export function savedEditions(db: Db): Edition[] {
  const contents = db.prepare('SELECT content FROM edition ORDER BY id').pluck().all() as string[];
  return contents.map(fromContent);
}

/** Writes an edition over whatever stands under its id, or takes it out when it is null. Only the journal calls this. */
export function putEdition(db: Db, id: string, edition: Edition | null): void {
  if (edition === null) db.prepare('DELETE FROM edition WHERE id = ?').run(id);
  else saveEdition(db, edition);
}

/** Editions saved before some facts were known to certtrack have none of them. */
function fromContent(content: string): Edition {
  const edition = JSON.parse(content) as Edition & Partial<Edition>;
  const { productVersion = null, retiresOn = [], notes = [] } = edition;
  return { ...edition, productVersion, retiresOn, notes };
}

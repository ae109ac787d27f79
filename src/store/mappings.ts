import type { EditionMapping } from '../domain/edition-mapping.ts';
import type { Db } from './sqlite.ts';

/** Mappings that tracks were moved along. */
export function mappings(db: Db): EditionMapping[] {
  const contents = db.prepare('SELECT content FROM mapping ORDER BY id').pluck().all() as string[];
  return contents.map((content) => JSON.parse(content) as EditionMapping);
}

/** Under which id a mapping stands: there is one for each pair of editions. */
export function mappingId({ from, to }: Pick<EditionMapping, 'from' | 'to'>): string {
  return `${from} ${to}`;
}

/** Writes a mapping over whatever stands under its id, or takes it out when it is null. Only the journal calls this. */
export function putMapping(db: Db, id: string, mapping: EditionMapping | null): void {
  if (mapping === null) db.prepare('DELETE FROM mapping WHERE id = ?').run(id);
  else
    db.prepare(
      'INSERT INTO mapping (id, content) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
    ).run(id, JSON.stringify(mapping));
}

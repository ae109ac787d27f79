import { type Edition, placedTopics } from '../../src/domain/edition.ts';
import { type EditionMapping, evenTargets, type MappingRow } from '../../src/domain/edition-mapping.ts';

/** An edition as its own mapping: every topic stays what it is. */
export function identityMapping(edition: Edition): EditionMapping {
  const rows = placedTopics(edition).map(
    ({ topic: { id } }): MappingRow => ({
      old: id,
      kind: 'same',
      carry: 'full',
      targets: evenTargets([id], 'full'),
      notes: [],
    }),
  );
  return { from: edition.id, to: edition.id, rows };
}

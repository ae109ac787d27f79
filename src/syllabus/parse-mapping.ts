import { didYouMean } from '../domain/did-you-mean.ts';
import { type Edition, placedTopics } from '../domain/edition.ts';
import { type EditionMapping, evenTargets } from '../domain/edition-mapping.ts';
import { checked } from './checked.ts';
import { mappingSchema } from './mapping-schema.ts';
import { offsetOf, type Problem, valueAt, type YamlFile } from './places.ts';

export type ParsedMapping = { readonly mapping: EditionMapping } | { readonly problems: readonly Problem[] };

const KIND = { name: 'a mapping', start: 'from: my-cert@2025' };

/**
 * Reads a mapping file; `editionOf` finds the editions it names. Never throws for what the file holds: unknown editions and topics, old
 * topics that have no row or two, and everything else that is wrong are reported at once with their places.
 */
export function parseMapping(bytes: Uint8Array, editionOf: (id: string) => Edition | undefined): ParsedMapping {
  const result = checked(bytes, KIND, mappingSchema, (file) => referenceProblems(file, editionOf));
  if ('problems' in result) return result;
  const { from, to, rows } = result.data;
  return {
    mapping: {
      from,
      to,
      rows: rows.map(({ old, new: targets, kind, carry, note }) => ({
        old,
        kind,
        carry,
        targets: evenTargets(targets, carry),
        notes: note === null ? [] : [{ edition: to, text: note }],
      })),
    },
  };
}

function referenceProblems(
  { document, value, at }: YamlFile,
  editionOf: (id: string) => Edition | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const edition = (key: 'from' | 'to') => {
    const id = valueAt(value, [key]);
    const found = typeof id === 'string' ? editionOf(id) : undefined;
    if (typeof id === 'string' && !found)
      problems.push(at(offsetOf(document, [key]), `${key}: there is no edition "${id}"`));
    return found && new Set(placedTopics(found).map(({ topic }) => topic.id));
  };
  const [old, next] = [edition('from'), edition('to')];
  const known = (ids: ReadonlySet<string> | undefined, id: unknown, path: PropertyKey[], which: string) => {
    if (ids === undefined || typeof id !== 'string' || ids.has(id)) return;
    const [guess] = didYouMean(id, ids);
    problems.push(
      at(
        offsetOf(document, path),
        `no topic "${id}" in the ${which} edition${guess ? `; did you mean ${guess}?` : ''}`,
      ),
    );
  };
  const seen = new Set<string>();
  const rows = valueAt(value, ['rows']);
  (Array.isArray(rows) ? rows : []).forEach((row: unknown, i) => {
    const path = ['rows', i];
    const { old: from, new: targets } = (row ?? {}) as { old?: unknown; new?: unknown };
    known(old, from, [...path, 'old'], 'old');
    if (typeof from === 'string' && seen.has(from))
      problems.push(at(offsetOf(document, [...path, 'old']), `"${from}" has a row already`));
    if (typeof from === 'string') seen.add(from);
    if (!Array.isArray(targets)) return;
    targets.forEach((target: unknown, j) => {
      known(next, target, [...path, 'new', j], 'new');
      if (targets.indexOf(target) < j)
        problems.push(at(offsetOf(document, [...path, 'new', j]), `"${String(target)}" is named twice`));
    });
  });
  const missing = old ? [...old].filter((id) => !seen.has(id)) : [];
  if (missing.length > 0 && Array.isArray(rows))
    problems.push(at(offsetOf(document, ['rows']), `old topics without a row: ${missing.join(', ')}`));
  return problems;
}

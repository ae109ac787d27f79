import { didYouMean } from '../domain/did-you-mean.ts';
import { type Edition, placedTopics } from '../domain/edition.ts';
import type { CertTopic, RelatedTopics } from '../domain/related.ts';
import { checked } from './checked.ts';
import { offsetOf, type Problem, valueAt, type YamlFile } from './places.ts';
import { relatedSchema } from './related-schema.ts';

export type ParsedRelated = { readonly related: readonly RelatedTopics[] } | { readonly problems: readonly Problem[] };

const KIND = { name: 'a list of links', start: 'editions: [gcp-pde@2025, gcp-pmle@2026]' };

/** Rounding of decimal shares. */
const SLACK = 1e-9;

/**
 * Reads the links between topics of different certifications. Never throws for what the file holds: topics that do not exist, links inside
 * one certification, and shares that would count a minute twice are reported with their places.
 */
export function parseRelated(bytes: Uint8Array, editionOf: (id: string) => Edition | undefined): ParsedRelated {
  const result = checked(bytes, KIND, relatedSchema, (file) => linkProblems(file, editionOf));
  if ('problems' in result) return result;
  return { related: result.data.rows.map((row) => ({ ...row, from: certTopic(row.from), to: certTopic(row.to) })) };
}

function certTopic(reference: string): CertTopic {
  const [certId = '', topicId = ''] = reference.split('/');
  return { certId, topicId };
}

function linkProblems(file: YamlFile, editionOf: (id: string) => Edition | undefined): Problem[] {
  const { document, value, at } = file;
  const list = (key: string): unknown[] => {
    const items = valueAt(value, [key]);
    return Array.isArray(items) ? items : [];
  };
  const problems: Problem[] = [];
  const known = new Set<string>();
  list('editions').forEach((id, i) => {
    const edition = typeof id === 'string' ? editionOf(id) : undefined;
    if (typeof id === 'string' && !edition)
      problems.push(at(offsetOf(document, ['editions', i]), `there is no edition "${id}"`));
    if (edition) for (const { topic } of placedTopics(edition)) known.add(`${edition.certId}/${topic.id}`);
  });
  const sums = new Map<string, number>();
  list('rows').forEach((row, i) => {
    const { from, to, share } = (row ?? {}) as { from?: unknown; to?: unknown; share?: unknown };
    for (const [key, reference] of Object.entries({ from, to })) {
      if (typeof reference !== 'string' || !reference.includes('/') || known.has(reference)) continue;
      const [guess] = didYouMean(reference, known);
      const place = offsetOf(document, ['rows', i, key]);
      problems.push(at(place, `no topic "${reference}" in these editions${guess ? `; did you mean ${guess}?` : ''}`));
    }
    if (typeof from !== 'string' || typeof to !== 'string') return;
    const toCert = certTopic(to).certId;
    if (certTopic(from).certId === toCert)
      problems.push(at(offsetOf(document, ['rows', i]), 'a link leads to another certification'));
    for (const way of [`out of ${from} into ${toCert}`, `into ${to}`]) {
      const before = sums.get(way) ?? 0;
      const sum = before + (typeof share === 'number' ? share : 0);
      sums.set(way, sum);
      if (sum > 1 + SLACK && before <= 1 + SLACK)
        problems.push(at(offsetOf(document, ['rows', i, 'share']), `the shares ${way} sum to more than 1`));
    }
  });
  return problems;
}

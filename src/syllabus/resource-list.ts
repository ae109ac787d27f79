import { stringify } from 'yaml';
import * as z from 'zod';
import { didYouMean } from '../domain/did-you-mean.ts';
import { type Edition, placedTopics } from '../domain/edition.ts';
import { RESOURCE_KINDS, type Resource } from '../domain/resource.ts';
import { checked } from './checked.ts';
import { offsetOf, type Problem, valueAt, type YamlFile } from './places.ts';
import { slug, text } from './scalars.ts';

/** What a learning track says of a resource when it is shared: nothing of how far a person is. */
export type SharedResource = Pick<Resource, 'url' | 'title' | 'kind' | 'topics' | 'free' | 'minutes'>;

const KIND = { name: 'a learning track', start: 'certification: gcp-pde' };

const resourceListSchema = z.strictObject({
  certification: slug,
  resources: z
    .array(
      z.strictObject({
        url: text,
        title: text,
        kind: z.enum(RESOURCE_KINDS),
        topics: z.array(slug).default([]),
        free: z.boolean().nullable().default(null),
        minutes: z.int().min(1).max(100_000).nullable().default(null),
      }),
    )
    .max(1000),
});

/** Reads a learning track that somebody shared, for this edition; every problem is reported with its place. */
export function parseResourceList(
  bytes: Uint8Array,
  edition: Edition,
): { readonly resources: readonly SharedResource[] } | { readonly problems: readonly Problem[] } {
  const result = checked(bytes, KIND, resourceListSchema, (file) => placeProblems(file, edition));
  return 'problems' in result ? result : { resources: result.data.resources };
}

/** Another certification, topics the edition does not have, and addresses that stand there twice. */
function placeProblems({ document, value, at }: YamlFile, edition: Edition): Problem[] {
  const known = placedTopics(edition).map(({ topic }) => topic.id);
  const seen = new Set<unknown>();
  const certification = valueAt(value, ['certification']);
  const list = valueAt(value, ['resources']);
  const other =
    typeof certification === 'string' && certification !== edition.certId
      ? [at(offsetOf(document, ['certification']), `the track is for ${certification}, not for ${edition.certId}`)]
      : [];
  const rows = Array.isArray(list) ? (list as unknown[]) : [];
  return rows.reduce<Problem[]>((problems, row, i) => {
    const { url, topics } = (row ?? {}) as { url?: unknown; topics?: unknown };
    if (url !== undefined && seen.has(url))
      problems.push(at(offsetOf(document, ['resources', i, 'url']), `${url} stands there twice`));
    seen.add(url);
    for (const [j, topic] of (Array.isArray(topics) ? (topics as unknown[]) : []).entries()) {
      if (typeof topic !== 'string' || known.includes(topic)) continue;
      const [guess] = didYouMean(topic, known);
      const place = offsetOf(document, ['resources', i, 'topics', j]);
      problems.push(at(place, `no topic "${topic}" in ${edition.id}${guess ? `; did you mean ${guess}?` : ''}`));
    }
    return problems;
  }, other);
}

/** A learning track as YAML that `parseResourceList` reads back. */
export function resourceListText(certId: string, resources: readonly SharedResource[]): string {
  const rows = resources.map(({ url, title, kind, topics, free, minutes }) => ({
    url,
    title,
    kind,
    ...(topics.length > 0 ? { topics } : {}),
    ...(free === null ? {} : { free }),
    ...(minutes === null ? {} : { minutes }),
  }));
  return `# A learning track for certtrack: certtrack resource import FILE\n${stringify({ certification: certId, resources: rows })}`;
}

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { placedTopics } from '../../src/domain/edition.ts';
import { type MappingKind, newTopics, sharesByTopic } from '../../src/domain/edition-mapping.ts';
import { shippedEditions, shippedMapping, shippedMappings } from '../../src/syllabus/library.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const EDITIONS = new Map(shippedEditions(FOLDER).map((edition) => [edition.id, edition]));
const MAPPINGS = ['gcp-pde', 'gcp-pmle'].flatMap((certId) => shippedMappings(FOLDER, certId));
const editionOf = (id: string) => {
  const edition = EDITIONS.get(id);
  if (!edition) throw new Error(`no edition ${id}`);
  return edition;
};
const topicIds = (id: string) => placedTopics(editionOf(id)).map(({ topic }) => topic.id);
const titles = (id: string) =>
  new Map(placedTopics(editionOf(id)).map(({ topic }) => [topic.id, topic.title.toLowerCase()]));
const labels = (id: string) => new Map(placedTopics(editionOf(id)).map(({ topic }) => [topic.id, topic.label]));

test('a file is named after what it maps', () => {
  const files = readdirSync(join(FOLDER, 'migrations')).map((name) => basename(name, '.yaml'));
  expect(MAPPINGS.map(({ from, to }) => `${from}..${to}`).sort()).toEqual(files.sort());
});

/** What the comparison of the guides found: how many topics of each kind, and which are new. */
test.each<[string, string, Partial<Record<MappingKind, number>>, string[]]>([
  [
    'gcp-pde@2019',
    'gcp-pde@2023',
    { renamed: 2, moved: 3, split: 5, merged: 1, dropped: 4 },
    ['data-lake', 'data-mesh', 'sharing-data', 'exploring-and-analyzing-data', 'automation-and-repeatability'],
  ],
  ['gcp-pde@2023', 'gcp-pde@2025', { same: 16, renamed: 2, moved: 1 }, []],
  ['gcp-pde@2025', 'gcp-pde@2025-renewal', { same: 15, dropped: 4 }, []],
  [
    'gcp-pmle@2022',
    'gcp-pmle@2023',
    { same: 1, renamed: 1, moved: 3, split: 7, merged: 4, dropped: 3 },
    ['ml-apis', 'automl-training', 'notebook-prototyping', 'experiment-tracking', 'automating-retraining'],
  ],
  ['gcp-pmle@2023', 'gcp-pmle@2024', { same: 15, renamed: 1 }, []],
  ['gcp-pmle@2024', 'gcp-pmle@2026', { same: 9, renamed: 5, merged: 2 }, []],
])('%s to %s', (from, to, kinds, fresh) => {
  const mapping = MAPPINGS.find((candidate) => candidate.from === from && candidate.to === to);
  if (!mapping) throw new Error('not shipped');
  expect(mapping.rows.map(({ old }) => old)).toEqual(expect.arrayContaining(topicIds(from)));
  expect(mapping.rows).toHaveLength(topicIds(from).length);
  const counts: Partial<Record<MappingKind, number>> = {};
  for (const { kind } of mapping.rows) counts[kind] = (counts[kind] ?? 0) + 1;
  expect(counts).toEqual(kinds);
  expect(newTopics(mapping, editionOf(to))).toEqual(fresh);
});

test('kinds say what the guides print', () => {
  for (const { from, to, rows } of MAPPINGS)
    for (const { old, kind, targets } of rows) {
      const [only] = targets;
      if (!only || targets.length > 1) continue;
      const labelKept = labels(from).get(old) === labels(to).get(only.topicId);
      const row = `${from} ${old}: ${kind}`;
      const sharing = rows.filter((other) => other.targets.some(({ topicId }) => topicId === only.topicId));
      if (kind === 'merged') expect(sharing.length, row).toBeGreaterThan(1);
      if (kind === 'same') expect(labelKept, row).toBe(true);
      if (kind === 'moved') expect(labelKept, row).toBe(false);
      if (kind === 'renamed') expect(titles(from).get(old), row).not.toBe(titles(to).get(only.topicId));
    }
});

test.each([
  ['gcp-pde@2019', 'gcp-pde@2025', 'security-and-compliance', [['security-and-compliance', 1]]],
  ['gcp-pde@2019', 'gcp-pde@2025-renewal', 'storage-technologies', [['storage-systems', 0.5]]],
  ['gcp-pde@2023', 'gcp-pde@2025', 'exploring-and-analyzing-data', [['data-for-ai-and-ml', 0.5]]],
  ['gcp-pmle@2022', 'gcp-pmle@2026', 'metadata-tracking', [['experiment-tracking', 0.5]]],
  ['gcp-pmle@2022', 'gcp-pmle@2026', 'defining-ml-problems', []],
  ['gcp-pmle@2023', 'gcp-pmle@2026', 'ml-apis', [['ai-apis-and-foundation-models', 1]]],
] as const)('from %s to %s %s counts for %j', (from, to, topic, expected) => {
  const mapping = shippedMapping(FOLDER, from, to);
  expect(mapping).toMatchObject({ from, to });
  expect(mapping && sharesByTopic(mapping).get(topic)).toEqual(
    expected.map(([topicId, share]) => ({ topicId, share })),
  );
});

test.each([
  ['gcp-pde@2025', 'gcp-pde@2019'],
  ['gcp-pde@2025', 'gcp-pmle@2026'],
  ['my-exam@1', 'my-exam@2'],
])('nothing leads from %s to %s', (from, to) => expect(shippedMapping(FOLDER, from, to)).toBeUndefined());

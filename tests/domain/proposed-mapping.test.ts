import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Edition, placedTopics } from '../../src/domain/edition.ts';
import { type EditionMapping, newTopics, sharesByTopic } from '../../src/domain/edition-mapping.ts';
import { proposedMapping } from '../../src/domain/proposed-mapping.ts';
import { shippedEditions, shippedMappings } from '../../src/syllabus/library.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const EDITIONS = shippedEditions(FOLDER);
const editionOf = (id: string) => EDITIONS.find((edition) => edition.id === id) as Edition;
const MAPPINGS = ['gcp-pde', 'gcp-pmle'].flatMap((certId) => shippedMappings(FOLDER, certId));

/** The edition with its topics rewritten. */
const rewritten = (
  edition: Edition,
  topic: (topic: Edition['sections'][number]['topics'][number]) => object,
): Edition => ({
  ...edition,
  sections: edition.sections.map((section) => ({
    ...section,
    topics: section.topics.map((old) => ({ ...old, ...topic(old) })),
  })),
});
const withOtherIds = (edition: Edition) => rewritten(edition, ({ id }) => ({ id: `was-${id}` }));
const brief = ({ rows }: EditionMapping) =>
  rows.map(({ old, kind, carry, targets }) => `${old} ${kind} ${carry} ${targets.map(({ topicId }) => topicId)}`);

test('an edition becomes itself', () => {
  const edition = editionOf('gcp-pde@2025');
  expect(brief(proposedMapping(edition, edition))).toEqual(
    placedTopics(edition).map(({ topic: { id } }) => `${id} same full ${id}`),
  );
});

test('ids count more than labels and titles', () => {
  const { rows } = proposedMapping(editionOf('gcp-pde@2023'), editionOf('gcp-pde@2025'));
  const sharing = rows.find(({ old }) => old === 'sharing-data');
  expect(sharing).toMatchObject({
    kind: 'moved',
    carry: 'full',
    targets: [{ topicId: 'sharing-data', share: 1 }],
    likeness: 1,
  });
  const mesh = rows.find(({ old }) => old === 'data-mesh');
  expect(mesh).toMatchObject({ kind: 'renamed', targets: [{ topicId: 'data-platform' }] });
  const exploring = rows.find(({ old }) => old === 'exploring-and-analyzing-data');
  expect(exploring).toMatchObject({ kind: 'renamed', carry: 'partial', targets: [{ topicId: 'data-for-ai-and-ml' }] });
});

test('a title is known under another id', () => {
  const { rows } = proposedMapping(withOtherIds(editionOf('gcp-pde@2023')), editionOf('gcp-pde@2025'));
  expect(rows.find(({ old }) => old === 'was-sharing-data')).toMatchObject({
    kind: 'moved',
    targets: [{ topicId: 'sharing-data' }],
  });
  expect(rows.find(({ old }) => old === 'was-data-lake')).toMatchObject({
    kind: 'renamed',
    targets: [{ topicId: 'data-lake' }],
  });
});

test('words alone find what a comparison by hand found', () => {
  let found = 0;
  let heirs = 0;
  for (const mapping of MAPPINGS) {
    const unknown = rewritten(editionOf(mapping.from), ({ id, title }) => ({ id: `was-${id}`, title: `${title}?` }));
    const { rows } = proposedMapping(unknown, editionOf(mapping.to));
    for (const { old, kind, targets } of mapping.rows) {
      const row = rows.find((candidate) => candidate.old === `was-${old}`);
      const [first] = row?.candidates ?? [];
      if (kind === 'dropped')
        expect(row, `${mapping.from} ${old}`).toMatchObject({ kind: 'dropped', carry: 'none', targets: [] });
      else {
        heirs++;
        if (targets.some(({ topicId }) => topicId === first?.topicId)) found++;
      }
    }
  }
  expect({ found, heirs }).toEqual({ found: 92, heirs: 93 });
});

test('whatever the editions, every topic has a row and no hour counts twice', () => {
  const any = fc.constantFrom(...EDITIONS);
  fc.assert(
    fc.property(any, any, fc.boolean(), (from, to, renamed) => {
      const old = renamed ? withOtherIds(from) : from;
      const mapping = proposedMapping(old, to);
      expect(mapping.rows.map((row) => row.old)).toEqual(placedTopics(old).map(({ topic }) => topic.id));
      for (const [, targets] of sharesByTopic(mapping))
        expect(targets.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1);
      for (const id of newTopics(mapping, to))
        expect(mapping.rows.flatMap(({ targets }) => targets)).not.toContainEqual(
          expect.objectContaining({ topicId: id }),
        );
    }),
    { numRuns: 30 },
  );
});

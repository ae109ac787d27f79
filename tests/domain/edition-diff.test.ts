import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Edition, labelled } from '../../src/domain/edition.ts';
import { editionDiff } from '../../src/domain/edition-diff.ts';
import { findShipped, shippedMapping } from '../../src/syllabus/library.ts';
import { identityMapping } from './identity-mapping.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const diff = (a: string, b: string) => {
  const [from, to] = [a, b].map((id) => findShipped(FOLDER, id)) as [Edition, Edition];
  const mapping = shippedMapping(FOLDER, a, b);
  if (!mapping) throw new Error('no mapping');
  return editionDiff(from, to, mapping);
};

test('labels that mean something else are called out', () => {
  expect(diff('gcp-pde@2023', 'gcp-pde@2025').collisions).toEqual([
    { label: '4.2', was: 'Sharing data', is: 'Preparing data for AI and ML', heirs: ['4.3'] },
    { label: '4.3', was: 'Exploring and analyzing data', is: 'Sharing data', heirs: ['4.2'] },
  ]);
});

test.each([
  [
    'gcp-pde@2019',
    'gcp-pde@2023',
    ['1', '2', '3', '4', '1.1', '1.2', '1.3', '2.1', '3.1', '3.2', '3.3', '3.4', '4.1', '4.2', '4.3'],
  ],
  [
    'gcp-pmle@2022',
    'gcp-pmle@2023',
    [
      '1',
      '2',
      '3',
      '4',
      '6',
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '2.3',
      '3.1',
      '3.2',
      '3.3',
      '4.1',
      '4.2',
      '5.2',
      '6.1',
      '6.2',
    ],
  ],
  ['gcp-pmle@2023', 'gcp-pmle@2024', []],
])('from %s to %s these labels collide', (a, b, labels) => {
  expect(diff(a, b).collisions.map(({ label }) => label)).toEqual(labels);
});

test('sections pair by id, weights side by side', () => {
  const sections = diff('gcp-pmle@2023', 'gcp-pmle@2024').sections.map(({ old, next }) => [old?.weight, next?.weight]);
  expect(sections[0]).toEqual([
    { kind: 'approximate', percent: 12 },
    { kind: 'exact', percent: 13 },
  ]);
  expect(sections).toHaveLength(6);
  const old = diff('gcp-pde@2019', 'gcp-pde@2023').sections;
  expect(old.map((change) => [change.old?.id ?? null, change.next?.id ?? null])).toEqual([
    ['designing-processing-systems', null],
    ['building-and-operationalizing', null],
    ['operationalizing-ml', null],
    ['solution-quality', null],
    [null, 'designing-systems'],
    [null, 'ingesting-and-processing'],
    [null, 'storing-data'],
    [null, 'preparing-and-using-data'],
    [null, 'maintaining-and-automating'],
  ]);
});

test('what is new is listed, what is the same changes nothing', () => {
  expect(diff('gcp-pde@2019', 'gcp-pde@2023').fresh.map(({ topic }) => labelled(topic))).toEqual([
    '3.3 Using a data lake',
    '3.4 Designing for a data mesh',
    '4.2 Sharing data',
    '4.3 Exploring and analyzing data',
    '5.2 Designing automation and repeatability',
  ]);
  const edition = findShipped(FOLDER, 'gcp-pde') as Edition;
  const none = editionDiff(edition, edition, identityMapping(edition));
  expect(none).toMatchObject({ fresh: [], collisions: [] });
  expect(none.topics.every(({ row, targets }) => row.kind === 'same' && targets.length === 1)).toBe(true);
});

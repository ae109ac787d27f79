import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import { overlapsOf } from '../../src/domain/related.ts';
import { findShipped, shippedRelated } from '../../src/syllabus/library.ts';
import { parseRelated } from '../../src/syllabus/parse-related.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const [PDE, PMLE, OLD] = ['gcp-pde', 'gcp-pmle', 'gcp-pde@2023'].map((name) => findShipped(FOLDER, name)) as [
  Edition,
  Edition,
  Edition,
];
const editionOf = (id: string) => [PDE, PMLE].find((edition) => edition.id === id);
const LINKS = shippedRelated(FOLDER);

test('the shipped links resolve, and no share or sum of shares exceeds 1', () => {
  expect(LINKS.length).toBeGreaterThanOrEqual(20);
  const sums = new Map<string, number>();
  const add = (key: string, share: number) => sums.set(key, (sums.get(key) ?? 0) + share);
  for (const { from, to, share } of LINKS) {
    const ends = [from, to].map(({ certId, topicId }) => {
      const edition = [PDE, PMLE].find((candidate) => candidate.certId === certId);
      return edition?.sections.some(({ topics }) => topics.some(({ id }) => id === topicId));
    });
    expect(ends, `${from.topicId} ${to.topicId}`).toEqual([true, true]);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
    add(`out ${from.certId}/${from.topicId}`, share);
    add(`into ${to.certId}/${to.topicId}`, share);
  }
  for (const [key, sum] of sums) expect(sum, key).toBeLessThanOrEqual(1 + 1e-9);
});

test('study for one certification gives another its share, and never more than was studied', () => {
  const minutes = new Map(
    PDE.sections.flatMap(({ topics }) => topics).map(({ id, studyMinutes }) => [id, studyMinutes]),
  );
  const overlaps = overlapsOf(LINKS, PDE, PMLE, minutes);
  expect(overlaps.find(({ to }) => to.topicId === 'bigquery-ml-and-automl')).toMatchObject({
    from: { topicId: 'data-for-ai-and-ml' },
    minutes: 105 * 0.4,
  });
  for (const [id, studied] of minutes) {
    const given = overlaps.filter(({ from }) => from.topicId === id).reduce((sum, overlap) => sum + overlap.minutes, 0);
    expect(given).toBeLessThanOrEqual(studied + 1e-9);
  }
  expect(overlaps.every(({ from, to }) => from.certId === 'gcp-pde' && to.certId === 'gcp-pmle')).toBe(true);
});

test('topics an edition does not have are left out', () => {
  const ids = new Set(overlapsOf(LINKS, OLD, PMLE, new Map()).map(({ from }) => from.topicId));
  expect(ids.has('data-for-ai-and-ml')).toBe(false);
  expect(ids.has('building-pipelines')).toBe(true);
});

const SHIPPED = readFileSync(`${FOLDER}/related.yaml`, 'utf8');
test.each([
  [
    'a slip in a topic',
    ['gcp-pmle/ai-risks', 'gcp-pmle/ai-risk'],
    ['no topic "gcp-pmle/ai-risk" in these editions; did you mean gcp-pmle/ai-risks?'],
  ],
  [
    'a topic alone',
    ['gcp-pmle/ai-risks', 'ai-risks'],
    ['to: must be certification/topic, such as gcp-pde/sharing-data'],
  ],
  [
    'an unknown edition',
    ['gcp-pmle@2026', 'gcp-pmle@2027'],
    expect.arrayContaining(['there is no edition "gcp-pmle@2027"']),
  ],
  ['a share over 1', ['share: 0.1', 'share: 1.5'], expect.arrayContaining(['share: must be at most 1'])],
  ['no share', ['share: 0.1\n', 'share: 0\n'], ['share: must be more than 0']],
  [
    'shares into a topic',
    ['share: 0.3\n', 'share: 0.6\n'],
    ['the shares into gcp-pmle/exploring-and-preprocessing sum to more than 1'],
  ],
  [
    'shares out of a topic',
    ['share: 0.4\n', 'share: 0.8\n'],
    ['the shares out of gcp-pde/data-for-ai-and-ml into gcp-pmle sum to more than 1'],
  ],
  [
    'a link inside a certification',
    ['to: gcp-pmle/ai-risks', 'to: gcp-pde/sharing-data'],
    ['a link leads to another certification'],
  ],
  [
    'a slip in a key',
    ['reason: CI/CD', 'reasons: CI/CD'],
    ['reason is missing', 'unknown key "reasons"; did you mean reason?'],
  ],
] as const)('%s is found', (_, [right, wrong], expected) => {
  const yaml = SHIPPED.replace(right, wrong);
  expect(yaml).not.toBe(SHIPPED);
  const parsed = parseRelated(Buffer.from(yaml), editionOf);
  expect('problems' in parsed ? parsed.problems.map(({ message }) => message) : []).toEqual(expected);
});

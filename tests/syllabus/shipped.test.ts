import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Edition, Objective } from '../../src/domain/edition.ts';
import { placedTopics } from '../../src/domain/edition.ts';
import { shippedEditions } from '../../src/syllabus/library.ts';
import { shippedIds } from '../../src/syllabus/shipped.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const EDITIONS = shippedEditions(FOLDER);

const objectiveIds = (objectives: readonly Objective[]): string[] =>
  objectives.flatMap(({ id, objectives: nested }) => [id, ...objectiveIds(nested)]);
const idLines = ({ id, sections }: Edition) => [
  id,
  ...sections.flatMap((section) => [
    `  ${section.id}`,
    ...section.topics.flatMap((topic) => [
      `    ${topic.id}`,
      ...objectiveIds(topic.objectives).map((objective) => `      ${objective}`),
    ]),
  ]),
];

test.each([
  [
    'gcp-pde@2025',
    [
      '22 % 17 Designing data processing systems',
      '25 % 11 Ingesting and processing the data',
      '20 % 13 Storing the data',
      '15 % 11 Preparing and using data for analysis',
      '18 % 15 Maintaining and automating data workloads',
    ],
    { topics: 19, nested: 4 },
  ],
  [
    'gcp-pmle@2026',
    [
      '13 % 9 Architecting low-code AI solutions',
      '16 % 10 Collaborating within and across teams to manage data and models',
      '21 % 12 Scaling prototypes into ML models',
      '20 % 10 Serving and scaling models',
      '18 % 5 Automating and orchestrating ML pipelines',
      '13 % 6 Monitoring AI solutions',
    ],
    { topics: 14, nested: 0 },
  ],
])('%s has the sections, weights and numbers of objectives of its guide', (id, sections, { topics, nested }) => {
  const edition = EDITIONS.find((candidate) => candidate.id === id) as Edition;
  const objectives = placedTopics(edition).flatMap(({ topic }) => topic.objectives);
  expect(
    edition.sections.map((section) => {
      const { weight } = section;
      const printed = weight?.kind === 'approximate' ? weight.percent : Number.NaN;
      return `${printed} % ${section.topics.flatMap((topic) => topic.objectives).length} ${section.title}`;
    }),
  ).toEqual(sections);
  expect(placedTopics(edition)).toHaveLength(topics);
  expect(objectives.flatMap((objective) => objective.objectives)).toHaveLength(nested);
});

test.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s is whole', (_, edition) => {
  const minutes = placedTopics(edition).map(({ topic }) => topic.studyMinutes);
  expect(minutes.reduce((a, b) => a + b, 0)).toBe(3600);
  const ids = idLines(edition);
  expect(new Set(ids.map((line) => line.trim())).size).toBe(ids.length);
  edition.sections.forEach((section, i) => {
    expect(section.label).toBe(String(i + 1));
    expect(section.topics.map(({ label }) => label)).toEqual(section.topics.map((_topic, j) => `${i + 1}.${j + 1}`));
  });
});

test('a file is named after its edition', () => expect(EDITIONS.map(({ id }) => id)).toEqual(shippedIds(FOLDER)));

test('an id, once shipped, never changes', async () => {
  await expect(`${EDITIONS.flatMap(idLines).join('\n')}\n`).toMatchFileSnapshot('./ids.txt');
});

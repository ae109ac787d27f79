import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Edition, type Objective, placedTopics, recommendedMinutes } from '../../src/domain/edition.ts';
import { weightText } from '../../src/domain/weight.ts';
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

/** Sections as `weight as printed, number of objectives, title`. */
const OUTLINES: readonly [string, string[], { topics: number; objectives: number; nested: number; hours: number }][] = [
  [
    'gcp-pde@2019',
    [
      '– 19 Designing data processing systems',
      '– 12 Building and operationalizing data processing systems',
      '– 12 Operationalizing machine learning models',
      '– 15 Ensuring solution quality',
    ],
    { topics: 15, objectives: 58, nested: 0, hours: 60 },
  ],
  [
    'gcp-pde@2023',
    [
      '~22 % 17 Designing data processing systems',
      '~25 % 11 Ingesting and processing the data',
      '~20 % 14 Storing the data',
      '~15 % 12 Preparing and using data for analysis',
      '~18 % 15 Maintaining and automating data workloads',
    ],
    { topics: 19, objectives: 69, nested: 4, hours: 60 },
  ],
  [
    'gcp-pde@2025',
    [
      '~22 % 17 Designing data processing systems',
      '~25 % 11 Ingesting and processing the data',
      '~20 % 13 Storing the data',
      '~15 % 11 Preparing and using data for analysis',
      '~18 % 15 Maintaining and automating data workloads',
    ],
    { topics: 19, objectives: 67, nested: 4, hours: 60 },
  ],
  [
    'gcp-pde@2025-renewal',
    [
      '~25 % 5 Designing data processing systems',
      '~10 % 4 Ingesting and processing the data',
      '~25 % 4 Storing the data',
      '~25 % 4 Preparing and using data for analysis',
      '~15 % 3 Maintaining and automating data workloads',
    ],
    { topics: 15, objectives: 20, nested: 2, hours: 15 },
  ],
  [
    'gcp-pmle@2022',
    [
      '– 14 Framing ML problems',
      '– 12 Architecting ML solutions',
      '– 15 Designing data preparation and processing systems',
      '– 16 Developing ML models',
      '– 11 Automating and orchestrating ML pipelines',
      '– 9 Monitoring, optimizing, and maintaining ML solutions',
    ],
    { topics: 19, objectives: 77, nested: 0, hours: 60 },
  ],
  [
    'gcp-pmle@2023',
    [
      '~12 % 10 Architecting low-code ML solutions',
      '~16 % 11 Collaborating within and across teams to manage data and models',
      '~18 % 10 Scaling prototypes into ML models',
      '~19 % 9 Serving and scaling models',
      '~21 % 12 Automating and orchestrating ML pipelines',
      '~14 % 9 Monitoring ML solutions',
    ],
    { topics: 16, objectives: 61, nested: 0, hours: 60 },
  ],
  [
    'gcp-pmle@2024',
    [
      // Printed without the "about" of the others.
      '13 % 11 Architecting low-code AI solutions',
      '~14 % 14 Collaborating within and across teams to manage data and models',
      '~18 % 11 Scaling prototypes into ML models',
      '~20 % 9 Serving and scaling models',
      '~22 % 12 Automating and orchestrating ML pipelines',
      '~13 % 9 Monitoring AI solutions',
    ],
    { topics: 16, objectives: 66, nested: 0, hours: 60 },
  ],
  [
    'gcp-pmle@2026',
    [
      '~13 % 9 Architecting low-code AI solutions',
      '~16 % 10 Collaborating within and across teams to manage data and models',
      '~21 % 12 Scaling prototypes into ML models',
      '~20 % 10 Serving and scaling models',
      '~18 % 5 Automating and orchestrating ML pipelines',
      '~13 % 6 Monitoring AI solutions',
    ],
    { topics: 14, objectives: 52, nested: 0, hours: 60 },
  ],
];

test('these are all that ship', () => expect(OUTLINES.map(([id]) => id)).toEqual(EDITIONS.map(({ id }) => id)));

test.each(OUTLINES)('%s has the sections, weights and numbers of objectives of its guide', (id, sections, counts) => {
  const edition = EDITIONS.find((candidate) => candidate.id === id) as Edition;
  const placed = placedTopics(edition);
  const objectives = placed.flatMap(({ topic }) => topic.objectives);
  expect(
    edition.sections.map(
      ({ weight, topics, title }) =>
        `${weightText(weight)} ${topics.flatMap((topic) => topic.objectives).length} ${title}`,
    ),
  ).toEqual(sections);
  expect({
    topics: placed.length,
    objectives: objectives.length,
    nested: objectives.flatMap((objective) => objective.objectives).length,
    hours: recommendedMinutes(edition) / 60,
  }).toEqual(counts);
});

test.each(EDITIONS.map((edition) => [edition.id, edition] as const))('%s is whole', (_, edition) => {
  const ids = idLines(edition);
  expect(new Set(ids.map((line) => line.trim())).size).toBe(ids.length);
  expect(placedTopics(edition).every(({ topic }) => topic.aliases.length > 0 && topic.objectives.length > 0)).toBe(
    true,
  );
  edition.sections.forEach((section, i) => {
    expect(section.label).toBe(String(i + 1));
    const labels = section.topics.map(({ label }) => label);
    expect(labels).toEqual(GAPS[edition.id]?.[i] ?? section.topics.map((_topic, j) => `${i + 1}.${j + 1}`));
  });
});

/** The renewal exam keeps the numbers of the guide it is a part of. */
const GAPS: Record<string, string[][]> = {
  'gcp-pde@2025-renewal': [
    ['1.1', '1.2', '1.3'],
    ['2.1', '2.2', '2.3'],
    ['3.1', '3.3', '3.4'],
    ['4.1', '4.2', '4.3'],
    ['5.2', '5.3', '5.4'],
  ],
};

test('one edition of a certification is current', () => {
  const current = EDITIONS.filter(({ status }) => status === 'current');
  expect(current.map(({ id }) => id)).toEqual(['gcp-pde@2025', 'gcp-pmle@2026']);
  for (const { asOf, sourceUrl } of current) expect([asOf, sourceUrl]).not.toContain(null);
});

test('the renewal exam asks a part of the guide it renews', () => {
  const [whole, part] = ['gcp-pde@2025', 'gcp-pde@2025-renewal'].map((id) => {
    const edition = EDITIONS.find((candidate) => candidate.id === id) as Edition;
    return new Map(
      idLines(edition)
        .slice(1)
        .map((line) => [line.trim(), line]),
    );
  }) as [Map<string, string>, Map<string, string>];
  for (const [id, line] of part) expect(whole.get(id)).toBe(line);
});

test('a topic id with several titles means the same under each', async () => {
  const renamed = new Map<string, Set<string>>();
  for (const { certId, sections } of EDITIONS)
    for (const { id, title } of sections.flatMap(({ topics }) => topics))
      renamed.set(`${certId} ${id}`, (renamed.get(`${certId} ${id}`) ?? new Set()).add(title));
  const titles = [...renamed]
    .filter(([, names]) => names.size > 1)
    .map(([id, names]) => `${id}: ${[...names].join(' | ')}`);
  await expect(`${titles.join('\n')}\n`).toMatchFileSnapshot('./retitled.txt');
});

test('a file is named after its edition', () => expect(EDITIONS.map(({ id }) => id)).toEqual(shippedIds(FOLDER)));

test('an id, once shipped, never changes', async () => {
  await expect(`${EDITIONS.flatMap(idLines).join('\n')}\n`).toMatchFileSnapshot('./ids.txt');
});

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import { matchTopic, topicsLike } from '../../src/domain/topic-match.ts';
import { findShipped } from '../../src/syllabus/library.ts';
import { parseSyllabus } from '../../src/syllabus/parse.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const PDE = findShipped(FOLDER, 'gcp-pde') as Edition;
const PMLE = findShipped(FOLDER, 'gcp-pmle') as Edition;
const STORING = ['storage-systems', 'data-warehouse', 'data-lake', 'data-platform'];

test.each([
  ['sharing-data', 'sharing-data'],
  ['4.3', 'sharing-data'],
  [' SHARING data ', 'sharing-data'],
  ['bigquery', 'data-warehouse'],
  ['BQ', 'data-warehouse'],
  ['Data Studio', 'data-for-visualization'],
  ['looker studio', 'data-for-visualization'],
  ['dataplex', 'data-platform'],
  ['Knowledge Catalog', 'data-platform'],
  ['kafka', 'building-pipelines'],
  ['late data', 'building-pipelines'],
  ['warehouse', 'data-warehouse'],
  ['other', 'other'],
])('"%s" is the topic %s', (text, id) =>
  expect(matchTopic(PDE, text)).toEqual({ kind: 'topics', topicIds: [id], section: null }),
);

test.each(['3', 'storing-data', 'Storing the data', 'storing'])('"%s" is the whole section', (text) => {
  const match = matchTopic(PDE, text);
  expect(match).toMatchObject({ kind: 'topics', topicIds: STORING, section: { id: 'storing-data' } });
});

const YAML = `{ certification: small, edition: "1", title: Small, vendor: Nobody, sections: [
  { id: monitoring, label: 1, title: Watching over services, topics: [{ id: alerts, title: Alerts }] },
  { id: running, label: 2, title: Running services, topics: [{ id: releases, title: Releases }, { id: costs, title: Costs }] } ] }`;
const small = parseSyllabus(new TextEncoder().encode(YAML));
const SMALL = ('edition' in small && small.edition) as Edition;

test.each(['1', 'monitoring', 'Watching over services', 'watching'])(
  '"%s" is a section even with one topic',
  (text) => {
    const match = matchTopic(SMALL, text);
    expect(match).toMatchObject({ kind: 'topics', topicIds: ['alerts'], section: { id: 'monitoring' } });
  },
);

test('a word in two section titles could be any of their topics', () => {
  const match = matchTopic(SMALL, 'serv');
  expect(match.kind === 'several' && match.candidates.map(({ topic }) => topic.id)).toEqual([
    'alerts',
    'releases',
    'costs',
  ]);
});

test.each([
  [PDE, 'cloud composer', ['operationalizing-pipelines', 'automation-and-repeatability']],
  [PDE, 'managed airflow', ['operationalizing-pipelines', 'automation-and-repeatability']],
  [PDE, 'pipelines', ['planning-pipelines', 'building-pipelines', 'operationalizing-pipelines']],
  [PMLE, 'feature s', ['exploring-and-preprocessing', 'scaling-online-serving']],
] as const)('%#: "%s" could be several topics', (edition, text, ids) => {
  const match = matchTopic(edition, text);
  expect(match.kind === 'several' && match.candidates.map(({ topic }) => topic.id)).toEqual(ids);
});

test.each(['data', 'pipeline', 'cost'])('"%s" is in several topics, so none is guessed', (text) =>
  expect(matchTopic(PDE, text).kind).toBe('several'),
);

test.each(['GC', 'ML', 'da'])('"%s" is too short to be the beginning of a name', (text) =>
  expect(matchTopic(PDE, text).kind).toBe('none'),
);

test.each(['query', 'flow', 'stream'])('"%s" stands for no word that only contains it', (text) => {
  const match = matchTopic(PDE, text);
  const found = match.kind === 'several' ? match.candidates.map(({ topic }) => topic) : [];
  for (const { aliases, title, objectives } of found)
    expect([title, ...aliases, ...objectives.map((one) => one.text)].join(' ')).toMatch(new RegExp(`\\b${text}`, 'i'));
  expect(match).not.toMatchObject({ topicIds: ['data-migrations'] });
});

test('what is typed at the prompt is ranked by the same rules: whole names, aliases, titles, sections, objectives', () => {
  const ids = (typed: string) => topicsLike(PDE, typed).map(({ topic }) => topic.id);
  expect(ids('')).toHaveLength(19);
  expect(ids('bigquery')[0]).toBe('data-warehouse');
  expect(ids('4.3')).toEqual(['sharing-data']);
  expect(ids('s').length).toBeGreaterThan(3);
  expect(ids('storing')).toEqual(expect.arrayContaining(STORING));
  expect(ids('atalog')).toEqual([]);
});

test.each([
  ['sharng-data', 'sharing-data'],
  ['bigqurey', 'BigQuery'],
  ['storing-dta', 'storing-data'],
])('"%s" is nothing, but close to %s', (text, suggestion) =>
  expect(matchTopic(PDE, text)).toMatchObject({ kind: 'none', suggestions: expect.arrayContaining([suggestion]) }),
);

test.each(['', '  ', '9.9', 'watercolour painting'])('"%s" is nothing and close to nothing', (text) =>
  expect(matchTopic(PDE, text)).toEqual({ kind: 'none', suggestions: [] }),
);

test.each(['Vertex AI Pipelines', 'Agent Platform Pipelines'])('the old and the new name "%s" are one topic', (text) =>
  expect(matchTopic(PMLE, text)).toMatchObject({ topicIds: ['end-to-end-pipelines'] }),
);

test('every topic is found by its id, its label and its title', () => {
  for (const edition of [PDE, PMLE])
    for (const { id, label, title } of edition.sections.flatMap(({ topics }) => topics))
      for (const name of [id, label ?? id, title])
        expect(matchTopic(edition, name), name).toEqual({ kind: 'topics', topicIds: [id], section: null });
});

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Edition, labelled, placedTopics, topicTitle, topicWeights } from '../../src/domain/edition.ts';
import { findShipped, shippedEditions } from '../../src/syllabus/library.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const PDE = findShipped(FOLDER, 'gcp-pde') as Edition;

test.each(shippedEditions(FOLDER).map((edition) => [edition.id, edition] as const))(
  'topic weights of %s sum to 1',
  (_, edition) => {
    const weights = topicWeights(edition);
    expect(weights.size).toBe(placedTopics(edition).length);
    expect([...weights.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  },
);

test('the topics of a section share its weight equally', () => {
  expect(topicWeights(PDE).get('storage-systems')).toBeCloseTo(0.2 / 4, 12);
});

test('a label stands before the title where there is one', () => {
  expect(labelled({ label: '4.3', title: 'Sharing data' })).toBe('4.3 Sharing data');
  expect(labelled({ label: null, title: 'Networking' })).toBe('Networking');
});

test.each([
  ['sharing-data', '4.3 Sharing data'],
  ['other', 'Outside the guide'],
  ['gone-since-2023', 'gone-since-2023'],
])('the topic id %s is shown as "%s"', (id, title) => expect(topicTitle(PDE, id)).toBe(title));

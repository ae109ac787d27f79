import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedTopics } from '../../src/domain/edition.ts';
import { RESOURCE_KINDS } from '../../src/domain/resource.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { parseResourceList, resourceListText, type SharedResource } from '../../src/syllabus/resource-list.ts';
import { PACKAGE } from '../support/app.ts';

const PDE = readSyllabus(join(PACKAGE, 'syllabi/gcp-pde@2025.yaml'));
const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseResourceList(bytes(text), PDE);

test('a track that is written is read back as it was, whatever its titles hold', () => {
  const words = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((word) => word.trim() === word);
  const resource: fc.Arbitrary<SharedResource> = fc.record({
    url: words,
    title: words,
    kind: fc.constantFrom(...RESOURCE_KINDS),
    topics: fc.uniqueArray(fc.constantFrom(...placedTopics(PDE).map(({ topic }) => topic.id)), { maxLength: 4 }),
    free: fc.constantFrom(true, false, null),
    minutes: fc.option(fc.integer({ min: 1, max: 10_000 })),
  });
  fc.assert(
    fc.property(fc.uniqueArray(resource, { maxLength: 8, selector: ({ url }) => url }), (resources) => {
      expect(parse(resourceListText('gcp-pde', resources))).toEqual({ resources });
    }),
    { numRuns: 200 },
  );
});

test('every mistake is told with its place', () => {
  const text = [
    'certification: gcp-pmle',
    'resources:',
    '  - { url: a, title: A, kind: cours, topics: [sharing-dta] }',
    '  - { url: a, title: A, kind: course, minutes: 0 }',
  ].join('\n');
  expect(parse(text)).toEqual({
    problems: [
      { line: 1, column: 16, message: 'the track is for gcp-pmle, not for gcp-pde' },
      { line: 3, column: 31, message: expect.stringContaining('did you mean course?') },
      { line: 3, column: 47, message: expect.stringContaining('did you mean sharing-data?') },
      { line: 4, column: 12, message: 'a stands there twice' },
      { line: 4, column: 48, message: 'minutes: must be at least 1' },
    ],
  });
});

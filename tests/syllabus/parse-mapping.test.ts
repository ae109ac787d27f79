import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSyllabus } from '../../src/syllabus/parse.ts';
import { parseMapping } from '../../src/syllabus/parse-mapping.ts';

const editionOf = (id: string) => {
  if (!/^gcp-pde@20(23|25)$/.test(id)) return undefined;
  const parsed = parseSyllabus(readFileSync(new URL(`../../syllabi/${id}.yaml`, import.meta.url)));
  return 'edition' in parsed ? parsed.edition : undefined;
};
const SHIPPED = readFileSync(
  new URL('../../syllabi/migrations/gcp-pde@2023..gcp-pde@2025.yaml', import.meta.url),
  'utf8',
);
const problems = (yaml: string) => {
  const parsed = parseMapping(Buffer.from(yaml), editionOf);
  return 'problems' in parsed ? parsed.problems.map(({ message }) => message) : [];
};

test('what is written is what is read', () => {
  const parsed = parseMapping(Buffer.from(SHIPPED), editionOf);
  expect(parsed).toMatchObject({
    mapping: {
      from: 'gcp-pde@2023',
      to: 'gcp-pde@2025',
      rows: expect.arrayContaining([
        expect.objectContaining({
          old: 'exploring-and-analyzing-data',
          kind: 'renamed',
          carry: 'partial',
          targets: [{ topicId: 'data-for-ai-and-ml', share: 0.5 }],
        }),
        { old: 'data-lake', kind: 'same', carry: 'full', targets: [{ topicId: 'data-lake', share: 1 }], notes: [] },
      ]),
    },
  });
});

test.each([
  ['an unknown edition', ['gcp-pde@2023\n', 'gcp-pde@1999\n'], ['from: there is no edition "gcp-pde@1999"']],
  [
    'no edition at all',
    ['from: gcp-pde@2023', 'from: gcp-pde'],
    ['from: must be certification@edition, such as gcp-pde@2025', 'from: there is no edition "gcp-pde"'],
  ],
  [
    'a slip in an old topic',
    ['old: data-lake,', 'old: data-lakes,'],
    [
      'old topics without a row: data-lake',
      'no topic "data-lakes" in the old edition; did you mean data-lake?',
      'new: what is the same keeps its id',
    ],
  ],
  [
    'a slip in a new topic',
    ['new: [data-lake]', 'new: [data-lakes]'],
    ['no topic "data-lakes" in the new edition; did you mean data-lake?', 'new: what is the same keeps its id'],
  ],
  [
    'a row twice',
    ['old: data-lake,', 'old: data-warehouse,'],
    ['old topics without a row: data-lake', '"data-warehouse" has a row already', 'new: what is the same keeps its id'],
  ],
  [
    'a slip in a kind',
    ['kind: moved', 'kind: move'],
    ['kind: "move" is not one of same, renamed, moved, split, merged, dropped; did you mean moved?'],
  ],
  ['a slip in a key', ['note: Was 4.2', 'notes: Was 4.2'], ['unknown key "notes"; did you mean note?']],
  ['dropped with a new topic', ['kind: moved', 'kind: dropped'], ['new: what is dropped has no new topics']],
  [
    'dropped that carries',
    ['new: [sharing-data]\n    kind: moved', 'new: []\n    kind: dropped'],
    ['carry: what is dropped carries none'],
  ],
  ['a split into one', ['kind: moved', 'kind: split'], ['new: what is split names at least two new topics']],
  [
    'moved to two',
    ['new: [sharing-data]\n', 'new: [sharing-data, data-lake]\n'],
    ['new: what is moved names one new topic; split names several'],
  ],
  ['moved to nothing', ['new: [sharing-data]\n', 'new: []\n'], ['new: what is moved names its new topic']],
  [
    'a target twice',
    ['new: [sharing-data]\n    kind: moved', 'new: [sharing-data, sharing-data]\n    kind: split'],
    ['"sharing-data" is named twice'],
  ],
] as const)('%s is found', (_, [from, to], expected) => {
  const yaml = SHIPPED.replace(from, to);
  expect(yaml).not.toBe(SHIPPED);
  expect(problems(yaml).sort()).toEqual([...expected].sort());
});

test.each([
  ['', ['the file holds no mapping; start with "from: my-cert@2025"']],
  [
    'from: gcp-pde@2023\nto: gcp-pde@2025\nrows: []\n',
    ['rows: a mapping needs a row for every old topic', expect.stringMatching(/^old topics without a row: security/)],
  ],
  ['from: 5\nto: [a]\nrows: 7\n', ['from: must be text', 'to: must be text', 'rows: must be a list']],
])('%j is refused', (yaml, expected) => expect(problems(yaml)).toEqual(expected));

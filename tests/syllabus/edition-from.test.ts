import { expect, test } from 'vitest';
import { lastDay, placedTopics } from '../../src/domain/edition.ts';
import { parseSyllabus } from '../../src/syllabus/parse.ts';

const HEAD = 'certification: my-cert\nedition: 2025\ntitle: My exam\nvendor: Me\n';
const SECTIONS = `sections:
  - id: big
    label: 1
    title: Big
    weight: 75
    topics: [{ id: a, title: A }, { id: b, title: B, study: 1h30 }]
  - { id: small, title: Small, weight: 25, topics: [{ id: c, title: C }] }
`;
const edition = (yaml: string) => {
  const parsed = parseSyllabus(new TextEncoder().encode(yaml));
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.edition;
};

test('what a file leaves out is unknown, not invented', () => {
  expect(edition(HEAD + SECTIONS)).toMatchObject({
    id: 'my-cert@2025',
    guideVersion: null,
    status: 'current',
    asOf: null,
    sourceUrl: null,
    studyReason: null,
    exam: {
      code: null,
      questions: null,
      formats: [],
      minutes: null,
      fee: null,
      passMark: { kind: 'unpublished' },
      renewal: [],
      retake: null,
    },
    sections: [{ label: '1' }, { label: null }],
  });
});

test.each([
  ['', [1350, 90, 900]],
  ['study: { hours: 10 }\n', [225, 90, 150]],
  ['study: { hours: 0.01 }\n', [1, 90, 1]],
])('a topic without a study time has its part of the total: %j', (study, minutes) => {
  expect(placedTopics(edition(HEAD + study + SECTIONS)).map(({ topic }) => topic.studyMinutes)).toEqual(minutes);
});

test.each([
  ['unpublished', { kind: 'unpublished' }],
  ['{ percent: 66 }', { kind: 'percent', percent: 66 }],
  ['{ scaled: 720, min: 100, max: 1000 }', { kind: 'scaled', pass: 720, min: 100, max: 1000 }],
])('the pass mark %s is read', (text, mark) => {
  expect(edition(`${HEAD}exam: { pass_mark: ${text} }\n${SECTIONS}`).exam.passMark).toEqual(mark);
});

test('exam facts keep what the file says and are null where it says nothing', () => {
  const exam = `exam:
  questions: { max: 90 }
  fee: { amount: 425, currency: USD }
  renewal: [{ kind: courses, extends_years: 1 }]
  retake: { wait_days: [0, 14] }
`;
  expect(edition(HEAD + exam + SECTIONS).exam).toMatchObject({
    questions: { min: null, max: 90, scored: null, unscored: null },
    fee: { amount: 425, currency: 'USD', note: null },
    renewal: [{ kind: 'courses', windowDays: null, extendsYears: 1 }],
    retake: { waitDays: [0, 14], maxAttempts: null, withinYears: null },
  });
});

const outline = (
  items: readonly {
    id: string;
    label?: string | null;
    text?: string;
    title?: string;
    objectives?: readonly object[];
  }[],
): string[] =>
  items.flatMap(({ id, label, text, title, objectives = [] }) => [
    `${label ?? '-'} ${id}: ${title ?? text}`,
    ...outline(objectives as Parameters<typeof outline>[0]).map((line) => `  ${line}`),
  ]);

test('texts alone are topics and objectives; labels are split off and ids made', () => {
  const { sections } = edition(`${HEAD}sections:
  - "1 Storing data"
  - title: Moving data
    label: 1.10
    topics:
      - "2.1 Planning"
      - title: Building
        objectives: [Batch, { text: Streams, objectives: [Windows, { id: late, text: Late data, objectives: [Watermarks] }] }]
`);
  expect(sections.map((section) => `${section.label} ${section.id}: ${section.title}`)).toEqual([
    '1 storing-data: Storing data',
    '1.10 moving-data: Moving data',
  ]);
  expect(sections.map(({ topics }) => outline(topics))).toEqual([
    ['1 storing-data: Storing data'],
    [
      '2.1 planning: Planning',
      '- building: Building',
      '  - building-batch: Batch',
      '  - building-streams: Streams',
      '    - building-streams-windows: Windows',
      '    - late: Late data',
      '      - late-watermarks: Watermarks',
    ],
  ]);
});

test('a section without topics is a topic itself', () => {
  const { sections } = edition(`${HEAD}sections:
  - { id: a, label: 1, title: A, weight: 100, study: 2h, aliases: [x], objectives: [One] }
`);
  expect(sections).toEqual([
    {
      id: 'a',
      label: '1',
      title: 'A',
      weight: { kind: 'exact', percent: 100 },
      topics: [
        {
          id: 'a',
          label: '1',
          title: 'A',
          studyMinutes: 120,
          aliases: ['x'],
          objectives: [{ id: 'a-one', text: 'One', objectives: [] }],
        },
      ],
    },
  ]);
});

test.each([
  ['2027-06-11', [{ language: null, date: '2027-06-11' }], '2027-06-11', '2027-06-11'],
  ['{ en: 2027-06-11 }', [{ language: 'en', date: '2027-06-11' }], '2027-06-11', null],
  ['null', [], null, null],
])('the last days of %s', (text, expected, english, japanese) => {
  const read = edition(`${HEAD}retires_on: ${text}\n${SECTIONS}`);
  expect(read.retiresOn).toEqual(expected);
  expect(lastDay(read, 'en')).toBe(english);
  expect(lastDay(read, 'ja')).toBe(japanese);
});

test('versions are kept as they are printed', () => {
  expect(edition(`${HEAD}guide_version: 1.10\nproduct_version: 1.20\n${SECTIONS}`)).toMatchObject({
    guideVersion: '1.10',
    productVersion: '1.20',
  });
  expect(edition(`${HEAD.replace('2025', '1.10')}${SECTIONS}`).id).toBe('my-cert@1.10');
});

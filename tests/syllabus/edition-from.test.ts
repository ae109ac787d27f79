import { expect, test } from 'vitest';
import { placedTopics } from '../../src/domain/edition.ts';
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

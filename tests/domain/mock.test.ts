import { expect, test } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { countsLess, type Mock, mockProblem, profileOf } from '../../src/domain/mock.ts';
import { parseSyllabus } from '../../src/syllabus/parse.ts';

const YAML = `{ certification: small, edition: "1", title: Small, vendor: Nobody, sections: [
  { id: big, title: Big, weight: 60, topics: [{ id: a, title: A, study: 100 }] },
  { id: little, title: Little, weight: 40, topics: [{ id: c, title: C, study: 200 }] } ] }`;
const parsed = parseSyllabus(new TextEncoder().encode(YAML));
const SMALL = ('edition' in parsed && parsed.edition) as Edition;
const NOW = Date.parse('2026-09-22T20:00:00Z');

const MOCK: Mock = {
  id: '0',
  certId: 'small',
  editionId: 'small@1',
  provider: 'Set 1',
  takenAt: NOW,
  timezone: 'Europe/Berlin',
  studyDate: '2026-09-22' as LocalDate,
  correct: 30,
  questions: 40,
  sections: [],
  minutes: 90,
  timed: true,
  firstAttempt: true,
  openBook: false,
  note: null,
  prediction: null,
  source: 'certtrack',
  createdAt: NOW,
  updatedAt: NOW,
  deletedAt: null,
};
const section = (sectionId: string, correct: number, questions: number) => ({ sectionId, correct, questions });

test.each<[string, Partial<Mock>]>([
  ['as it is', {}],
  ['nothing right', { correct: 0 }],
  ['all right', { correct: 40 }],
  ['a percentage', { correct: 36.9, questions: 45 }],
  ['sections that make up the whole', { sections: [section('big', 20, 25), section('little', 10, 15)] }],
  ['sections that make up a part, with the rest all wrong', { sections: [section('big', 30, 30)] }],
  ['a whole day', { minutes: 1440 }],
  ['no time', { minutes: null }],
  [
    'parts of questions that only add up nearly',
    { correct: 0.3, questions: 1, sections: [section('big', 0.1 + 0.2, 1)] },
  ],
])('may be recorded: %s', (_, more) => expect(mockProblem({ ...MOCK, ...more }, SMALL, NOW)).toBeUndefined());

test.each<[string, Partial<Mock>, string]>([
  ['no questions', { correct: 0, questions: 0 }, 'the score needs at least one question'],
  ['fewer than none', { correct: -1, questions: -1 }, 'the score needs at least one question'],
  ['a number that is none', { questions: Number.NaN }, 'the score needs at least one question'],
  ['more right than asked', { correct: 41 }, 'the score: 41 right of 40 questions is more than there were'],
  ['fewer than none right', { correct: -1 }, 'the score: -1 right of 40 questions'],
  ['right answers that are no number', { correct: Number.NaN }, 'the score: NaN right'],
  [
    'too many questions to be a paper',
    { correct: 9, questions: 1001 },
    '1001 questions are more than a practice exam has',
  ],
  ['a section with more right than asked', { sections: [section('big', 6, 5)] }, 'section big: 6 right of 5'],
  ['a section without questions', { sections: [section('big', 0, 0)] }, 'section big needs at least one question'],
  [
    'sections larger than the whole',
    { sections: [section('big', 15, 25), section('little', 15, 16)] },
    'the sections have 41 questions, the whole only 40',
  ],
  ['more right in the sections than in all', { sections: [section('big', 31, 35)] }, 'do not fit the whole score'],
  ['fewer wrong in all than in the sections', { sections: [section('big', 10, 35)] }, 'do not fit the whole score'],
  ['a section the guide does not have', { sections: [section('huge', 1, 2)] }, 'small@1 has no section huge'],
  ['longer than a day', { minutes: 1441 }, '24 h 01 m is more than a day'],
  ['in the future', { takenAt: NOW + 1 }, 'the mock would lie in the future'],
])('must not be recorded: %s', (_, more, message) =>
  expect(mockProblem({ ...MOCK, ...more }, SMALL, NOW)?.message).toContain(message),
);

test.each<[Partial<Mock>, string[]]>([
  [{}, []],
  [{ firstAttempt: false }, ['repeat']],
  [{ openBook: true }, ['open book']],
  [{ timed: false }, ['untimed']],
  [{ firstAttempt: false, openBook: true, timed: false }, ['repeat', 'open book', 'untimed']],
])('%o counts less because of %j', (more, reasons) => {
  expect(countsLess({ ...MOCK, ...more })).toEqual(reasons);
  const profile = reasons.length > 0 ? 're-used' : undefined;
  for (const own of ['official', 'third-party', 're-used'] as const)
    expect(profileOf({ ...MOCK, ...more }, own)).toBe(profile ?? own);
});

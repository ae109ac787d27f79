import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/domain/edition.ts';
import { assess } from '../../../src/domain/readiness/assess.ts';
import { type Evidence, examOf } from '../../../src/domain/readiness/exam.ts';
import type { StudyDay } from '../../../src/domain/readiness/packed-days.ts';
import type { Weight } from '../../../src/domain/weight.ts';
import { PDE } from '../../store/logs.ts';
import { evidenceFrom, examFrom, type ReferenceLog } from './reference-log.ts';
import { expectSound } from './sound.ts';

const EXAM = examFrom({
  sections: [
    { id: 'A', weight: 60, topics: [{ id: 'a1' }, { id: 'a2' }] },
    { id: 'B', weight: 40, topics: [{ id: 'b1' }] },
  ],
});
const DAY = 30;
const DAY_WITH = { day: 10, minutes: 60, testedMinutes: 60, correct: 0, questions: 0, rating: null };

const onA1 = (day: Partial<StudyDay>): Evidence => ({
  topics: new Map([['a1', [{ ...DAY_WITH, ...day }]]]),
  mocks: [],
  results: [],
});
const logged = (log: ReferenceLog, exam = EXAM, day = DAY) => assess(exam, evidenceFrom(log), day);

test.each<[string, Partial<StudyDay>]>([
  ['more right answers than questions', { correct: 11, questions: 10 }],
  ['a negative count of right answers', { correct: -1, questions: 10 }],
  ['a negative count of questions', { correct: 0, questions: -3 }],
  ['right answers to no questions', { correct: 3, questions: 0 }],
  ['endless questions', { correct: 3, questions: Number.POSITIVE_INFINITY }],
  ['questions that are no number', { correct: 3, questions: Number.NaN }],
  ['right answers that are no number', { correct: Number.NaN, questions: 5 }],
  ['negative minutes', { minutes: -1 }],
  ['endless minutes', { minutes: Number.POSITIVE_INFINITY }],
  ['minutes that are no number', { minutes: Number.NaN }],
  ['a rating of 0', { rating: 0 }],
  ['a rating of 6', { rating: 6 }],
  ['a rating that is no number', { rating: Number.NaN }],
])('%s are refused', (_, day) => {
  expect(() => assess(EXAM, onA1(day), DAY)).toThrow(RangeError);
});

test('a refusal names the topic or the numbers', () => {
  expect(() => assess(EXAM, onA1({ correct: 11, questions: 10 }), DAY)).toThrow('11 right of 10 questions');
  expect(() => assess(EXAM, onA1({ minutes: -5 }), DAY)).toThrow('minutes -5 on a1');
  expect(() => assess(EXAM, { ...onA1({}), topics: new Map([['zz', []]]) }, DAY)).toThrow('unknown topic zz');
});

test.each<[string, Required<ReferenceLog>['exams'][number]]>([
  ['no questions', { day: 1, k: 0, n: 0 }],
  ['negative questions', { day: 1, k: 0, n: -50 }],
  ['more right than asked', { day: 1, k: 51, n: 50 }],
  ['a section there is not', { day: 1, k: 30, n: 50, sections: { C: [5, 10] } }],
  ['a section without questions', { day: 1, k: 30, n: 50, sections: { A: [0, 0] } }],
  ['a section with more right than asked', { day: 1, k: 30, n: 50, sections: { A: [11, 10] } }],
])('a mock with %s is refused', (_, exam) => {
  expect(() => logged({ exams: [exam] })).toThrow(RangeError);
});

test('what is refused is refused on any day, also one that would not count yet', () => {
  expect(() => assess(EXAM, onA1({ day: DAY + 5, minutes: -1 }), DAY)).toThrow(RangeError);
});

describe('is bounded', () => {
  test('a thousand hours in a day count as twelve', () => {
    const found = logged({ sessions: [{ topic: 'a1', day: 10, minutes: 60_000, kind: 'reading' }] });
    expectSound(found, EXAM);
    expect(found).toEqual(logged({ sessions: [{ topic: 'a1', day: 10, minutes: 720, kind: 'reading' }] }));
  });

  test('a thousand hours over many days', () => {
    const sessions = Array.from({ length: 500 }, (_, day) => ({ topic: 'a1', day, minutes: 720, kind: 'lab' }));
    const found = logged({ sessions }, EXAM, 500);
    expectSound(found, EXAM);
    expect(found.chance).toBeLessThan(0.9);
  });

  test('a million questions, all right and all wrong', () => {
    const all = (k: number) => {
      const sessions = ['a1', 'a2', 'b1'].map((topic) => ({ topic, day: 10, minutes: 60, k, n: 1_000_000 }));
      return logged({ sessions, exams: [{ day: 20, k, n: 1_000_000 }] });
    };
    const [worst, best] = [all(0), all(1_000_000)];
    expectSound(worst, EXAM);
    expectSound(best, EXAM);
    expect(worst.chance).toBeLessThan(0.001);
    expect(best.chance).toBeGreaterThan(0.99);
  });

  test.each([700, 20_000])('%i wrong answers and as many right ones the day after', (n) => {
    const sessions = [
      { topic: 'a1', day: 10, minutes: 60, k: 0, n },
      { topic: 'a1', day: 11, minutes: 60, k: n, n },
    ];
    expectSound(logged({ sessions }), EXAM);
  });

  test.each(['official', 'practice'] as const)('all practice wrong and all of a mock right (%s)', (kind) => {
    const sessions = ['a1', 'a2', 'b1'].map((topic) => ({ topic, day: 10, minutes: 60, k: 0, n: 20_000 }));
    expectSound(logged({ sessions, exams: [{ day: 10, k: 20_000, n: 20_000, kind }] }), EXAM);
  });

  test('sixty mocks of fifty questions in one section', () => {
    const exams = Array.from({ length: 60 }, (_, i) => {
      const [k, n] = [45, 50];
      return { day: Math.floor(i / 2), k, n, sections: { A: [k, n] as const } };
    });
    const found = logged({ exams });
    expectSound(found, EXAM);
    expect(found.sections[0]?.mean).toBeGreaterThan(0.75);
  });

  test('fractions of questions, as from a mock given in percent', () => {
    const found = logged({ exams: [{ day: 10, k: 33.75, n: 50 }] });
    expectSound(found, EXAM);
    expect(found.score).toBeLessThan(logged({ exams: [{ day: 10, k: 34, n: 50 }] }).score);
    expect(found.score).toBeGreaterThan(logged({ exams: [{ day: 10, k: 33, n: 50 }] }).score);
  });
});

describe('is ignored', () => {
  const nothing = logged({});

  test('everything after the day asked about', () => {
    const late = { day: DAY + 1, k: 45, n: 50 };
    expect(logged({ sessions: [{ topic: 'a1', ...late, minutes: 600, confidence: 5 }], exams: [late] })).toEqual(
      nothing,
    );
    const on = { ...late, day: DAY };
    expect(logged({ sessions: [{ topic: 'a1', ...on }] }).chance).toBeGreaterThan(nothing.chance);
  });

  test('a session without minutes, answers and rating', () => {
    const found = logged({ sessions: [{ topic: 'a1', day: 10, minutes: 0, k: 0, n: 0 }] });
    expect(found).toEqual(nothing);
  });

  test('a topic with no days', () => {
    expect(assess(EXAM, { topics: new Map([['a1', []]]), mocks: [], results: [] }, DAY)).toEqual(nothing);
  });
});

describe('an edition', () => {
  const edition = (weights: readonly Weight[], change: Partial<Edition['exam']> = {}): Edition => ({
    ...PDE,
    exam: { ...PDE.exam, ...change },
    sections: PDE.sections.map((section, i) => ({ ...section, weight: weights[i] ?? null })),
  });
  const nothing: Evidence = { topics: new Map(), mocks: [], results: [] };

  test('without weights counts its sections equally', () => {
    const exam = examOf(edition([]), { target: 70 });
    expect(exam.sections.map(({ weight }) => weight)).toEqual(PDE.sections.map(() => 1 / PDE.sections.length));
    expectSound(assess(exam, nothing, 0), exam);
  });

  test('with weights that do not sum to 100 has them normalised', () => {
    const exam = examOf(edition(PDE.sections.map(() => ({ kind: 'range', min: 15, max: 25 }))), { target: 70 });
    expect(exam.sections.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test('that does not say how many questions there are gets the usual fifty', () => {
    expect(examOf(edition([], { questions: null }), { target: 70 }).questions).toBe(50);
    expect(
      examOf(edition([], { questions: { min: null, max: null, scored: null, unscored: null } }), { target: 70 })
        .questions,
    ).toBe(50);
    expect(
      examOf(edition([], { questions: { min: 40, max: 60, scored: 45, unscored: 5 } }), { target: 70 }).questions,
    ).toBe(45);
  });

  test.each([0, 100])('with a target of %i percent is bounded', (target) => {
    const exam = examOf(edition([], { passMark: { kind: 'percent', percent: target } }), { target });
    const { chance, ...rest } = assess(exam, nothing, 0);
    expectSound({ chance, ...rest }, exam);
    if (target === 0) expect(chance).toBeGreaterThan(0.999);
    else expect(chance).toBeLessThan(0.01);
  });
});

test('one section with one topic', () => {
  const exam = examFrom({ sections: [{ id: 'all', weight: 1, topics: [{ id: 'it' }] }] });
  const found = logged(
    {
      sessions: [{ topic: 'it', day: 3, minutes: 30, k: 4, n: 5 }],
      exams: [{ day: 5, k: 40, n: 50, sections: { all: [40, 50] } }],
    },
    exam,
  );
  expectSound(found, exam);
  expect(found.sections[0]?.mean).toBeCloseTo(found.score, 12);
  expect(found.topics[0]?.mean).toBeCloseTo(found.score, 12);
  expect(found.sections[0]?.share).toBeCloseTo(1, 9);
});

test('sixty topics with five hundred study days', () => {
  const exam = examFrom({
    sections: Array.from({ length: 6 }, (_, s) => ({
      id: `s${s}`,
      weight: 10 + s,
      topics: Array.from({ length: 10 }, (_, t) => ({ id: `s${s}t${t}` })),
    })),
  });
  const sessions = Array.from({ length: 500 }, (_, i) => ({
    topic: `s${i % 6}t${Math.floor(i / 6) % 10}`,
    day: Math.floor(i / 3),
    minutes: 20 + (i % 50),
    ...(i % 2 === 0 ? { k: i % 9, n: 10 } : {}),
  }));
  const log = {
    sessions,
    exams: [
      { day: 100, k: 32, n: 50 },
      { day: 150, k: 38, n: 50 },
    ],
  };
  const evidence = evidenceFrom(log);
  expectSound(assess(exam, evidence, 170), exam);
  // Processor time, which other work on the machine changes least; on an idle one it is under 20 ms.
  const times = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    assess(exam, evidence, 170);
    return process.cpuUsage(before).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(60);
});

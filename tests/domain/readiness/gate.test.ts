import { expect, test } from 'vitest';
import type { MockEvidence } from '../../../src/domain/readiness/exam.ts';
import { GATE, gateOf } from '../../../src/domain/readiness/gate.ts';
import type { StudyDay } from '../../../src/domain/readiness/packed-days.ts';
import { EXAM, evidence, mock, studyDay } from './invented.ts';

const TODAY = 200;
const quiz = (questions: number, day = TODAY) => [studyDay(day, { correct: 0, questions, minutes: 30 })];
const gate = (topics: Record<string, StudyDay[]>, ...mocks: MockEvidence[]) =>
  gateOf(EXAM, evidence(topics, mocks), TODAY);

test('nothing logged: not met, no result, everything untested', () => {
  expect(gate({})).toEqual({
    met: false,
    answers: 0,
    weight: 0,
    untested: ['a', 'b', 'c', 'd'],
    lastResult: null,
  });
});

test('hours without a question are no result', () => {
  expect(gate({ a1: [studyDay(TODAY, { minutes: 6000 })] })).toMatchObject({ met: false, lastResult: null });
});

const few = Math.floor(GATE.answers / 2);
test.each<[string, Record<string, StudyDay[]>, boolean]>([
  ['just enough answers in just enough of the exam', { a1: quiz(few), c1: quiz(few) }, true],
  ['one answer short', { a1: quiz(few), c1: quiz(few - 1) }, false],
  ['enough answers in too little of the exam', { a1: quiz(400), d1: quiz(400) }, false],
  ['the last section that counts, one answer short', { a1: quiz(80), c1: quiz(GATE.sectionAnswers - 1) }, false],
  ['and with it', { a1: quiz(80), c1: quiz(GATE.sectionAnswers) }, true],
  ['topics of a section count together', { a1: quiz(80), c1: quiz(2), c2: quiz(GATE.sectionAnswers - 2) }, true],
  ['the last day that is recent', { a1: quiz(40, TODAY - GATE.days + 1), b1: quiz(5) }, true],
  ['a day later', { a1: quiz(40, TODAY - GATE.days), b1: quiz(5) }, false],
  ['answers from the future', { a1: quiz(40, TODAY + 1), b1: quiz(40, TODAY + 1) }, false],
])('practice: %s', (_, topics, met) => expect(gate(topics).met).toBe(met));

test('wrong answers are evidence as right ones are', () => {
  const right = { a1: [studyDay(TODAY, { correct: 40, questions: 40 })], b1: quiz(40) };
  expect(gate(right)).toEqual(gate({ a1: quiz(40), b1: quiz(40) }));
});

test.each<[string, MockEvidence[], boolean, number]>([
  ['of 40 questions is spread by weight, and the smallest section has too few', [mock(TODAY, 20, 40)], true, 0.9],
  ['of 39 is one short', [mock(TODAY, 20, 39)], false, 0.9],
  ['of 50 tests every section', [mock(TODAY, 20, 50)], true, 1],
  ['from three months ago counts no more', [mock(TODAY - GATE.days, 20, 50)], false, 0],
  ['from the future counts not yet', [mock(TODAY + 1, 20, 50)], false, 0],
  ['of questions seen before is no evidence', [mock(TODAY, 50, 50, { profile: 're-used' })], false, 0],
  ["of the vendor's own is", [mock(TODAY, 20, 50, { profile: 'official' })], true, 1],
  ['of half the length twice is one', [mock(TODAY, 20, 25), mock(TODAY - 1, 20, 25)], true, 1],
])('a mock %s', (_, mocks, met, weight) => {
  const found = gate({}, ...mocks);
  expect(found.met).toBe(met);
  expect(found.weight).toBeCloseTo(weight, 12);
});

test('a mock that reports its sections counts where it asked, and only its rest is spread', () => {
  const sections = [
    { sectionId: 'a', correct: 20, questions: 30 },
    { sectionId: 'b', correct: 10, questions: 10 },
  ];
  expect(gate({}, mock(TODAY, 30, 40, { sections }))).toMatchObject({ met: true, answers: 40, untested: ['c', 'd'] });
  const found = gate({}, mock(TODAY, 40, 65, { sections }));
  expect(found).toMatchObject({ answers: 65, untested: ['d'] });
});

test('answers in sessions and mocks add up', () => {
  const found = gate({ a1: quiz(10), d1: quiz(2) }, mock(TODAY, 20, 30));
  expect(found).toMatchObject({ met: true, answers: 42, weight: 1 });
});

test('the last result is the latest day of answers or of a mock that counts, however old', () => {
  expect(gate({ a1: quiz(3, 20), b1: quiz(1, 40) }, mock(30, 1, 50)).lastResult).toBe(40);
  expect(gate({ a1: quiz(3, 20) }, mock(30, 1, 50), mock(50, 1, 50, { profile: 're-used' })).lastResult).toBe(30);
  expect(gate({ a1: quiz(3, 20) }, mock(TODAY + 1, 1, 50)).lastResult).toBe(20);
});

test.each([5, 10, 15, 20, 35, 45, 65])('exactly enough of %d equal sections is enough', (count) => {
  const sections = Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    weight: 1 / count,
    topics: [{ id: `t${i}`, weight: 1, recommended: 60 }],
  }));
  const tested = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, i) => [`t${i}`, quiz(40)]));
  const met = (many: number) => gateOf({ ...EXAM, sections }, evidence(tested(many)), TODAY).met;
  expect([met((count * 3) / 5 - 1), met((count * 3) / 5)]).toEqual([false, true]);
});

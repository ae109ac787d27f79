import { expect, test } from 'vitest';
import { ANSWER_FROM, answerTo } from '../../../src/domain/readiness/answer.ts';
import { type Assessment, assess } from '../../../src/domain/readiness/assess.ts';
import { GATE, gateOf } from '../../../src/domain/readiness/gate.ts';
import type { Variance } from '../../../src/domain/readiness/score.ts';
import { judge } from '../../../src/domain/readiness/verdict.ts';
import { EXAM, everywhere, evidence, mock, studyDay } from './invented.ts';

const TODAY = 200;
const quiz = (correct: number, questions: number, day = TODAY - 1) =>
  studyDay(day, { minutes: 60, correct, questions });

const judged = (found: ReturnType<typeof evidence>) =>
  judge(assess(EXAM, found, TODAY), gateOf(EXAM, found, TODAY), EXAM.target);

test.each<[string, ReturnType<typeof evidence>, object]>([
  ['nothing logged', evidence({}), { kind: 'no_results' }],
  ['only hours', evidence(everywhere(studyDay(TODAY - 3, { minutes: 300 }))), { kind: 'no_results' }],
  [
    'only old results',
    evidence({}, [mock(TODAY - GATE.days, 45, 50)]),
    { kind: 'old_results', day: TODAY - GATE.days },
  ],
  [
    'results in half of the exam',
    evidence({ a1: [quiz(40, 80)] }),
    { kind: 'untested_sections', sections: ['b', 'c', 'd'] },
  ],
  ['too few answers everywhere', evidence({}, [mock(TODAY, 20, 30)]), { kind: 'few_answers', missing: 10 }],
])('not enough evidence: %s', (_, found, turn) => expect(judged(found)).toEqual({ turn }));

test('missing sections are named before missing answers, because they cannot be made up for elsewhere', () => {
  expect(judged(evidence({ a1: [quiz(1, 3)] })).turn.kind).toBe('untested_sections');
});

test('a poor mock after poor study: not yet, and the heaviest sections are what is missing', () => {
  expect(judged(evidence({}, [mock(TODAY, 20, 50)]))).toEqual({
    turn: { kind: 'study', sections: ['a', 'b'] },
  });
});

test('sections above the target are never what is missing', () => {
  const found = evidence({ ...everywhere(quiz(10, 10)), c1: [quiz(0, 20)], c2: [quiz(0, 20)] });
  const { turn } = judge({ ...assess(EXAM, found, TODAY), chance: 0.1 }, gateOf(EXAM, found, TODAY), EXAM.target);
  expect(turn).toEqual({ kind: 'study', sections: ['c'] });
});

const MET = gateOf(EXAM, evidence({}, [mock(TODAY, 35, 50)]), TODAY);
const base = assess(EXAM, evidence({}, [mock(TODAY, 35, 50)]), TODAY);
const verdictAt = (more: Partial<Assessment>) => judge({ ...base, ...more }, MET, EXAM.target);

const paper = (questions: number, more: object = {}) => evidence({}, [{ ...mock(TODAY, 40, questions), ...more }]);
test.each([
  [ANSWER_FROM.ready, 'ready'],
  [ANSWER_FROM.ready - 1e-9, 'likely'],
  [ANSWER_FROM.likely, 'likely'],
  [ANSWER_FROM.likely - 1e-9, 'even'],
  [ANSWER_FROM.even, 'even'],
  [ANSWER_FROM.even - 1e-9, 'not_yet'],
  [0, 'not_yet'],
  [1, 'ready'],
])('a chance of %d: %s', (chance, answer) =>
  expect(answerTo(chance, MET, paper(40))).toEqual({ answer, ownQuestionsOnly: false }),
);

test.each([
  ['practice questions alone', evidence({})],
  ['a short practice exam', paper(39)],
  ['a repeated practice exam', paper(50, { reused: true })],
  ['re-used questions', paper(50, { profile: 're-used' })],
])('%s make nobody ready', (_, found) =>
  expect(answerTo(0.99, MET, found)).toEqual({ answer: 'likely', ownQuestionsOnly: true }),
);

test('too early to say without enough evidence, whatever the chance', () => {
  expect(answerTo(0.99, gateOf(EXAM, evidence({}), TODAY), paper(50)).answer).toBe('too_early');
});

const variance = (transfer: number): Variance => ({ learner: 0.01, sections: 0.01, transfer, luck: 0, passMark: 0 });
test.each<[string, Partial<Assessment>, string]>([
  ['below the target', { score: 0.69, variance: variance(1) }, 'study'],
  ['at it, most unsure of the learner', { score: 0.7, variance: variance(0.02) }, 'mocks'],
  ['at it, most unsure of what practice is worth', { score: 0.7, variance: variance(0.021) }, 'official_mock'],
])('borderline %s: %s', (_, more, kind) => expect(verdictAt({ chance: 0.5, ...more }).turn.kind).toBe(kind));

test('likely ready: keep it fresh', () => {
  const found = evidence(everywhere(quiz(19, 20)), [mock(TODAY - 2, 46, 50)]);
  expect(judged(found)).toEqual({ turn: { kind: 'keep_fresh' } });
});

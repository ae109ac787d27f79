import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlook } from '../../../src/domain/readiness/assess.ts';
import type { Evidence, MockEvidence } from '../../../src/domain/readiness/exam.ts';
import { infer } from '../../../src/domain/readiness/infer.ts';
import { valueOfMock, valueOfQuestions } from '../../../src/domain/readiness/information.ts';
import { expected, varianceOf } from '../../../src/domain/readiness/score.ts';
import { anyEvidence, EXAM, evidence, mock, studyDay, TOPICS } from './invented.ts';

const TODAY = 100;
const seen = (log: Evidence) => outlook(infer(EXAM, log, TODAY));
const topicId = fc.constantFrom(...TOPICS);

test('questions take away a share of the uncertainty, and more questions never less', () => {
  fc.assert(
    fc.property(anyEvidence, topicId, (log, id) => {
      const outcome = seen(log);
      const values = [1, 2, 5, 10, 20].map((questions) => valueOfQuestions(outcome, id, TODAY, questions));
      for (const [i, value] of values.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
        expect(value).toBeGreaterThanOrEqual((values[i - 1] ?? 0) - 1e-3);
      }
    }),
    { numRuns: 12 },
  );
});

test('so does a mock', () => {
  fc.assert(
    fc.property(anyEvidence, (log) => {
      const outcome = seen(log);
      const values = [5, 10, 25, 50, 100].map((questions) => valueOfMock(outcome, questions));
      for (const [i, value] of values.entries()) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
        expect(value).toBeGreaterThanOrEqual((values[i - 1] ?? 0) - 1e-3);
      }
    }),
    { numRuns: 12 },
  );
});

test('a mock says more than a quiz, and a quiz more where nothing has been asked', () => {
  const outcome = seen(evidence({ a1: [studyDay(99, { minutes: 60, correct: 30, questions: 40 })] }));
  const [known, unknown] = ['a1', 'a2'].map((id) => valueOfQuestions(outcome, id, TODAY, 10)) as [number, number];
  expect(unknown).toBeGreaterThan(known);
  expect(valueOfMock(outcome, 50)).toBeGreaterThan(unknown);
});

test('what is known already is not worth asking again', () => {
  const fresh = valueOfMock(seen(evidence({})), 50);
  const after = valueOfMock(seen(evidence({}, [mock(99, 35, 50)])), 50);
  const often = valueOfMock(seen(evidence({}, [mock(97, 35, 50), mock(98, 35, 50), mock(99, 35, 50)])), 50);
  expect(after).toBeLessThan(fresh / 2);
  expect(often).toBeLessThan(after);
});

/** Variance of what is unknown of the learner, and the expected score. */
function known(log: Evidence): { unsure: number; score: number } {
  const { cases } = seen(log);
  const { learner, sections } = varianceOf(EXAM, cases);
  return { unsure: learner + sections, score: expected(cases, ({ mean }) => mean) };
}

/** What one answer removes on average: its chances are those under which the expected score stays what it is. */
function removedByOne(before: Evidence, wrong: Evidence, right: Evidence): number {
  const [was, bad, good] = [known(before), known(wrong), known(right)];
  const chance = (was.score - bad.score) / (good.score - bad.score);
  return 1 - (chance * good.unsure + (1 - chance) * bad.unsure) / was.unsure;
}

test('the value of a question is what a full assessment with either answer says on average', () => {
  const log = (more: object) => evidence({ b1: [studyDay(TODAY, { minutes: 60, ...more })] });
  const answered = (correct: number) => log({ testedMinutes: 60, correct, questions: 1 });
  const value = valueOfQuestions(seen(log({})), 'b1', TODAY, 1);
  expect(value).toBeCloseTo(removedByOne(log({}), answered(0), answered(1)), 9);
});

test('and so is that of a mock', () => {
  const log = (...mocks: MockEvidence[]) => evidence({ b1: [studyDay(TODAY - 1, { minutes: 60 })] }, mocks);
  const value = valueOfMock(seen(log()), 1);
  expect(value).toBeCloseTo(removedByOne(log(), log(mock(TODAY, 0, 1)), log(mock(TODAY, 1, 1))), 4);
});

test('one answer is worth nothing where it would only make old ones count less', () => {
  const log = evidence({ d1: [studyDay(0, { minutes: 1, testedMinutes: 1, questions: 3 })] });
  expect(valueOfQuestions(seen(log), 'd1', TODAY, 1)).toBe(0);
  expect(valueOfQuestions(seen(log), 'd1', TODAY, 10)).toBeGreaterThan(0);
});

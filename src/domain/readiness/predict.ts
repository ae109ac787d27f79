import type { Prediction } from '../mock.ts';
import { outlook } from './assess.ts';
import type { Evidence, Exam } from './exam.ts';
import { infer } from './infer.ts';
import { paperOffset } from './mock-results.ts';
import type { Profile } from './parameters.ts';
import { type Component, chanceOf, expected, scoreQuantile } from './score.ts';

/** What the evidence says of the exam on `day`. */
export function predictExam(exam: Exam, evidence: Evidence, day: number): Prediction {
  return predictionOf(exam, outlook(infer(exam, evidence, day)).cases);
}

/**
 * What the evidence says of a mock of `questions` questions on `day`. There is no transfer gap to the practice questions' own kind, and a
 * fixed one to others. What a paper varies by itself enters the variance of the score by its slope: (p (1 - p))² * variance.
 */
export function predictMock(
  exam: Exam,
  evidence: Evidence,
  day: number,
  questions: number,
  profile: Profile,
): Prediction {
  const posterior = infer(exam, evidence, day);
  const offset = paperOffset(profile, evidence.profile);
  const { cases } = outlook({ ...posterior, nodes: [{ gap: offset.mean, weight: 1 }] });
  const noise = posterior.p.mockSd ** 2 + offset.variance;
  const noisy = cases.map((one): Component => ({ ...one, variance: one.variance + one.luck ** 2 * noise }));
  return predictionOf({ ...exam, questions, targetSd: 0 }, noisy);
}

function predictionOf(exam: Exam, cases: readonly Component[]): Prediction {
  return {
    chance: chanceOf(exam, cases),
    target: exam.target,
    score: expected(cases, ({ mean }) => mean),
    score80: {
      low: scoreQuantile(cases, 0.1, exam.questions),
      high: scoreQuantile(cases, 0.9, exam.questions),
    },
  };
}

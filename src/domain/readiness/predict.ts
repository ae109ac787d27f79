import type { Prediction } from '../mock.ts';
import { outlook } from './assess.ts';
import type { Evidence, Exam } from './exam.ts';
import { infer } from './infer.ts';
import { type Profile, TRANSFER_GAPS } from './parameters.ts';
import { type Component, chanceOf, expected, scoreQuantile } from './score.ts';

/** What the evidence says of the exam on `day`. */
export function predictExam(exam: Exam, evidence: Evidence, day: number): Prediction {
  return predictionOf(exam, outlook(infer(exam, evidence, day)).cases);
}

/**
 * What the evidence says of a mock of `questions` questions on `day`. On questions of the practice kind there is no transfer gap; other kinds
 * differ from the exam by their own. Their noise enters the variance of the score by its slope: (p (1 - p) * sd)².
 */
export function predictMock(
  exam: Exam,
  evidence: Evidence,
  day: number,
  questions: number,
  profile: Profile,
): Prediction {
  const posterior = infer(exam, evidence, day);
  const own = TRANSFER_GAPS[profile];
  const tied = profile !== evidence.profile;
  const nodes = posterior.nodes.map((node) => ({ ...node, gap: tied ? node.gap - own.mean : 0 }));
  const noise = posterior.p.mockSd ** 2 + (tied ? own.sd ** 2 : 0);
  const { cases } = outlook({ ...posterior, nodes });
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

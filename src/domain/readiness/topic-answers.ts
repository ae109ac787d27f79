import { type Curve, type Kernels, product, scaled, smoothed } from './grid.ts';
import type { Parameters } from './parameters.ts';
import { answerLogLikelihood, likelihoods } from './probability.ts';
import { dose, type StudyDay, studyEffect } from './study-curve.ts';

/** One day's practice answers on a topic, and where study had brought it by then (logit). */
export interface AnswerDay {
  readonly day: number;
  readonly correct: number;
  readonly questions: number;
  readonly effect: number;
}

/** The days with practice answers up to `at`, each seen from the study before it. */
export function answerDays(days: readonly StudyDay[], at: number, recommended: number, p: Parameters): AnswerDay[] {
  return days
    .filter(({ day, questions }) => day <= at && questions > 0)
    .map(({ day, correct, questions }) => ({
      day,
      correct,
      questions,
      effect: studyEffect(dose(days, day, 'topic', recommended, p), p),
    }));
}

/** Likelihood of a topic's answers over the learner's level on it; null without any. Between two days the level drifts. */
export function answersLikelihood(answers: readonly AnswerDay[], kernel: Kernels, p: Parameters): Curve | null {
  let filtered: Curve | null = null;
  let last = 0;
  for (const { day, correct, questions, effect } of answers) {
    const [own] = likelihoods([answerLogLikelihood(correct, questions, effect)]) as [Curve];
    if (filtered === null) filtered = own;
    else filtered = scaled(product(smoothed(kernel((p.topicDrift * (day - last)) / 30), filtered), own));
    last = day;
  }
  return filtered === null ? null : scaled(smoothed(kernel(p.bankSd ** 2), filtered));
}

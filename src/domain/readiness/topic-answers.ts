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

/** Likelihood of a topic's answers over what its questions measure; null without any. */
export function measuredLevel(answers: readonly AnswerDay[], kernel: Kernels, p: Parameters): Curve | null {
  return answers.reduce<Curve | null>((before, answer, i) => {
    const gap = answer.day - (answers[i - 1]?.day ?? answer.day);
    return afterAnswers(before, gap, answer, kernel, p);
  }, null);
}

/** The same after one more day of answers, `gap` days after the last: in between the level drifts. */
export function afterAnswers(
  before: Curve | null,
  gap: number,
  { correct, questions, effect }: Omit<AnswerDay, 'day'>,
  kernel: Kernels,
  p: Parameters,
): Curve {
  const [own] = likelihoods([answerLogLikelihood(correct, questions, effect)]) as [Curve];
  return before === null ? own : scaled(product(smoothed(kernel((p.topicDrift * gap) / 30), before), own));
}

/** Likelihood over the learner's level on the topic, from that over what its questions measure: they are not quite the topic. */
export function topicLikelihood(measured: Curve, kernel: Kernels, p: Parameters): Curve {
  return scaled(smoothed(kernel(p.bankSd ** 2), measured));
}

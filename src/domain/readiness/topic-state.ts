import type { Evidence, ExamTopic } from './exam.ts';
import { type Curve, type Kernels, scaled, smoothed } from './grid.ts';
import type { Posterior, TopicState } from './infer.ts';
import { lastRating, NO_DAYS } from './packed-days.ts';
import type { Parameters } from './parameters.ts';
import { countUpTo, dose, type Moment, ratingEffect, studyEffect } from './study-curve.ts';
import { type AnswerReader, topicLikelihood } from './topic-answers.ts';

/** A topic's days in the evidence, one by one and packed. */
export function studyOf({ topics, earlier }: Evidence, topicId: string) {
  return { all: topics.get(topicId) ?? [], earlier: earlier?.get(topicId) ?? NO_DAYS };
}

/** What is known of a topic by a day. */
export function topicState(
  topic: ExamTopic,
  sectionWeight: number,
  { all, earlier }: ReturnType<typeof studyOf>,
  day: number,
  moment: Moment,
  read: AnswerReader,
  { kernel, curves, p }: Pick<Posterior, 'kernel' | 'curves' | 'p'>,
): TopicState {
  const days = (all.at(-1)?.day ?? day) <= day ? all : all.slice(0, countUpTo(all, day));
  const x = dose(days, day, moment, topic.recommended, p, curves, earlier);
  const { answers, correct, questions, last, measured } = read(topic, days, day, earlier);
  const rating = days.findLast((entry) => entry.rating !== null)?.rating ?? lastRating(earlier);
  const likelihood = measured && topicLikelihood(measured, kernel, p);
  return {
    topic,
    examWeight: sectionWeight * topic.weight,
    days,
    earlier,
    dose: x,
    rating,
    answers,
    correct,
    questions,
    lastAnswer: last,
    effect: studyEffect(x, p) + ratingEffect(rating, questions, p),
    measured,
    likelihood,
    message: likelihood && messageUp(likelihood, kernel, p),
  };
}

/** A topic's likelihood over the level on its section. */
export function messageUp(likelihood: Curve, kernel: Kernels, p: Parameters): Curve {
  return scaled(smoothed(kernel(p.topicSd ** 2), likelihood));
}

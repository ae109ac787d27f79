import type { Evidence, ExamTopic } from './exam.ts';
import { type Curve, type Kernels, scaled, smoothed } from './grid.ts';
import { lastRating, NO_DAYS, type PackedDays, type StudyDay } from './packed-days.ts';
import type { Parameters } from './parameters.ts';
import { countUpTo, dose, type Moment, type RetentionCurves, ratingEffect, studyEffect } from './study-curve.ts';
import { type AnswerDay, type AnswerReader, topicLikelihood } from './topic-answers.ts';

/**
 * What is known of a topic. Its answers' likelihood: `measured` over what the questions measure, `likelihood` over the learner's level on
 * the topic, `message` over the level on the section; null without answers.
 */
export interface TopicState {
  readonly topic: ExamTopic;
  /** Share of the exam. */
  readonly examWeight: number;
  /** The days known one by one, and those before them. */
  readonly days: readonly StudyDay[];
  readonly earlier: PackedDays;
  /** In recommended minutes, decayed to the day asked about. */
  readonly dose: number;
  readonly rating: number | null;
  /** Every answer, but for those that are only in what was kept of them. */
  readonly answers: readonly AnswerDay[];
  readonly correct: number;
  readonly questions: number;
  readonly lastAnswer: number | null;
  /** Study and rating, logit on the practice scale. */
  readonly effect: number;
  readonly measured: Curve | null;
  readonly likelihood: Curve | null;
  readonly message: Curve | null;
}

/** What every topic of an exam is read with. */
interface Reading {
  readonly kernel: Kernels;
  readonly curves: RetentionCurves;
  readonly p: Parameters;
}

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
  { kernel, curves, p }: Reading,
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

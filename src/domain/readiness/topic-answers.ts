import { type Curve, type Kernels, product, scaled, smoothed } from './grid.ts';
import { NO_DAYS, type PackedDays, type StudyDay } from './packed-days.ts';
import type { Parameters } from './parameters.ts';
import { answerLogLikelihood, likelihood } from './probability.ts';
import {
  addDay,
  countedDays,
  countedMinutes,
  countUpTo,
  minutesLeft,
  type RetentionCurves,
  retentions,
  studyEffect,
} from './study-curve.ts';

/** One day's practice answers on a topic, and where study had brought it by then (logit). */
export interface AnswerDay {
  readonly day: number;
  readonly correct: number;
  readonly questions: number;
  readonly effect: number;
}

/** The days with practice answers up to `at`, each seen from the study before it; `days` are in order. Only those later than `after`, where given. */
function answerDays(
  days: readonly StudyDay[],
  at: number,
  recommended: number,
  p: Parameters,
  after = Number.NEGATIVE_INFINITY,
  curves: RetentionCurves = retentions(p),
  packedDays: PackedDays = NO_DAYS,
): AnswerDay[] {
  const answers: AnswerDay[] = [];
  if (!days.slice(countUpTo(days, after), countUpTo(days, at)).some(({ questions }) => questions > 0)) return answers;
  const earlier = countedDays(packedDays, days.length, at, 'now', p);
  for (const entry of days) {
    const { day, correct, questions } = entry;
    if (day > at) break;
    if (questions > 0 && day > after) {
      const own = countedMinutes(entry, day, 'topic', p) ?? 0;
      const x = (minutesLeft(earlier, day, curves(earlier.count + 1)) + own) / recommended;
      answers.push({ day, correct, questions, effect: studyEffect(x, p) });
    }
    const minutes = countedMinutes(entry, day, 'now', p);
    if (minutes !== undefined) addDay(earlier, day, minutes);
  }
  return answers;
}

/** What a topic's answers say by some day: how many there are, the last day with any, and their likelihood over what its questions measure. */
export interface AnswersSoFar {
  readonly correct: number;
  readonly questions: number;
  readonly last: number | null;
  readonly measured: Curve | null;
}

/** The same with the answers themselves, as far as they were read one by one. */
interface Answered extends AnswersSoFar {
  readonly answers: readonly AnswerDay[];
}

const NONE: Answered = {
  correct: 0,
  questions: 0,
  last: null,
  measured: null,
  answers: [],
};

/** Reads a topic's answers up to a day; those of packed `earlier` days are in what was kept. */
export type AnswerReader = (
  topic: { readonly id: string; readonly recommended: number },
  days: readonly StudyDay[],
  at: number,
  earlier?: PackedDays,
) => Answered;

/** Reads none, as if no question had been asked. */
export const readNothing: AnswerReader = () => NONE;

/** Reads every answer each time, but for those that are in what was `kept` of a topic by an earlier day. */
export function readAnswers(
  kernel: Kernels,
  p: Parameters,
  kept: ReadonlyMap<string, AnswersSoFar> = new Map(),
): AnswerReader {
  const curves = retentions(p);
  return ({ id, recommended }, days, at, earlier) => {
    const before = kept.get(id);
    return goneOn(before && { ...before, answers: [] }, days, at, recommended, { kernel, curves, p }, earlier);
  };
}

/** Reads the same evidence as of one day after another and goes on from where it was: asked for an earlier day it starts again. */
export function readOn(kernel: Kernels, p: Parameters): AnswerReader {
  const known = new Map<string, Answered>();
  const curves = retentions(p);
  return ({ id, recommended }, days, at) => {
    const answered = goneOn(known.get(id), days, at, recommended, { kernel, curves, p });
    known.set(id, answered);
    return answered;
  };
}

/** The answers after those of `before`, taken together with them; all anew when some of those are later than `at`. */
function goneOn(
  before: Answered | undefined,
  days: readonly StudyDay[],
  at: number,
  recommended: number,
  { kernel, curves, p }: { readonly kernel: Kernels; readonly curves: RetentionCurves; readonly p: Parameters },
  earlier?: PackedDays,
): Answered {
  const from = before && (before.last ?? at) <= at ? before : NONE;
  const more = answerDays(days, at, recommended, p, from.last ?? undefined, curves, earlier);
  return {
    correct: more.reduce((sum, { correct }) => sum + correct, from.correct),
    questions: more.reduce((sum, { questions }) => sum + questions, from.questions),
    last: more.at(-1)?.day ?? from.last,
    measured: measuredLevel(more, kernel, p, from.measured, from.last),
    answers: [...from.answers, ...more],
  };
}

/** Likelihood of a topic's answers over what its questions measure, after what was known by day `last`; null without any. */
function measuredLevel(
  answers: readonly AnswerDay[],
  kernel: Kernels,
  p: Parameters,
  known: Curve | null,
  last: number | null,
): Curve | null {
  return answers.reduce((before, answer, i) => {
    const gap = answer.day - (answers[i - 1]?.day ?? last ?? answer.day);
    return afterAnswers(before, gap, answer, kernel, p);
  }, known);
}

/** The same after one more day of answers, `gap` days after the last: in between the level drifts. */
export function afterAnswers(
  before: Curve | null,
  gap: number,
  { correct, questions, effect }: Omit<AnswerDay, 'day'>,
  kernel: Kernels,
  p: Parameters,
): Curve {
  const own = likelihood(answerLogLikelihood(correct, questions, effect));
  return before === null ? own : scaled(product(smoothed(kernel((p.topicDrift * gap) / 30), before), own));
}

/** Likelihood over the learner's level on the topic, from that over what its questions measure: they are not quite the topic. */
export function topicLikelihood(measured: Curve, kernel: Kernels, p: Parameters): Curve {
  return scaled(smoothed(kernel(p.bankSd ** 2), measured));
}

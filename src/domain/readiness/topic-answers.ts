import { type Curve, type Kernels, product, scaled, smoothed } from './grid.ts';
import type { Parameters } from './parameters.ts';
import { answerLogLikelihood, likelihood } from './probability.ts';
import { countedMinutes, countUpTo, dose, retentions, type StudyDay, studyEffect } from './study-curve.ts';

/** One day's practice answers on a topic, and where study had brought it by then (logit). */
export interface AnswerDay {
  readonly day: number;
  readonly correct: number;
  readonly questions: number;
  readonly effect: number;
}

/** How far a topic's days have been read: the next of them, and the minutes counted so far. */
interface Walk {
  next: number;
  readonly earlier: Counted[];
}

/** The days with practice answers up to `at`, each seen from the study before it; `days` are in order. Goes on from where `walk` was left. */
function answerDays(
  days: readonly StudyDay[],
  at: number,
  recommended: number,
  p: Parameters,
  walk: Walk,
  curves: ReturnType<typeof retentions>,
): AnswerDay[] {
  const answers: AnswerDay[] = [];
  const { earlier } = walk;
  for (let entry = days[walk.next]; entry !== undefined && entry.day <= at; entry = days[++walk.next]) {
    const { day, correct, questions } = entry;
    if (questions > 0) {
      const own = countedMinutes(entry, day, 'topic', p) ?? 0;
      const x = (doseBefore(earlier, day, curves(earlier.length + 1)) + own) / recommended;
      answers.push({ day, correct, questions, effect: studyEffect(x, p) });
    }
    const minutes = countedMinutes(entry, day, 'now', p);
    if (minutes !== undefined) earlier.push({ day, minutes });
  }
  return answers;
}

interface Counted {
  readonly day: number;
  readonly minutes: number;
}

/** Minutes left of what was studied before `day`. */
function doseBefore(earlier: readonly Counted[], day: number, left: (days: number) => number): number {
  let sum = 0;
  for (const counted of earlier) sum += counted.minutes * left(day - counted.day);
  return sum;
}

/** What a topic's answers say by a day, the answers themselves, and the dose of study by then. */
interface Answered {
  readonly dose: number;
  readonly answers: readonly AnswerDay[];
  readonly measured: Curve | null;
}

/** Reads a topic's study days and answers up to a day. */
export type AnswerReader = (
  topic: { readonly id: string; readonly recommended: number },
  days: readonly StudyDay[],
  at: number,
) => Answered;

/** Reads every answer each time. */
export function readAnswers(kernel: Kernels, p: Parameters): AnswerReader {
  return ({ recommended }, days, at) => {
    const answers = answerDays(days, at, recommended, p, { next: 0, earlier: [] }, retentions(p));
    return { answers, measured: measuredLevel(answers, kernel, p), dose: dose(days, at, 'now', recommended, p) };
  };
}

/** Reads the same answers as of one day after another and goes on from where it was; asked for a day before the last answer it has read, it starts again. */
export function readOn(kernel: Kernels, p: Parameters): AnswerReader {
  const known = new Map<string, Omit<Answered, 'dose'> & { readonly walk: Walk }>();
  const curves = retentions(p);
  return ({ id, recommended }, days, at) => {
    const before = known.get(id);
    const last = before?.answers.at(-1)?.day;
    const from =
      before && (last ?? at) <= at ? before : { answers: [], measured: null, walk: { next: 0, earlier: [] } };
    const since = from.answers.at(-1)?.day;
    const coming = days.slice(from.walk.next, countUpTo(days, at));
    const dosed = dose(days, at, 'now', recommended, p, curves);
    // Days without answers are left to be read with the next that has some: they may not be the same for who asks about the future.
    if (!coming.some(({ questions }) => questions > 0)) return { ...from, dose: dosed };
    const more = answerDays(
      days,
      coming.findLast(({ questions }) => questions > 0)?.day ?? at,
      recommended,
      p,
      from.walk,
      curves,
    );
    const answered = {
      answers: [...from.answers, ...more],
      measured: measuredLevel(more, kernel, p, from.measured, since),
      walk: from.walk,
    };
    known.set(id, answered);
    return { ...answered, dose: dosed };
  };
}

/** Likelihood of a topic's answers over what its questions measure, after what was known by day `last`; null without any. */
function measuredLevel(
  answers: readonly AnswerDay[],
  kernel: Kernels,
  p: Parameters,
  known: Curve | null = null,
  last?: number,
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

import type { Parameters } from './parameters.ts';

/**
 * What happened on one topic on one study date. `day` counts days; minutes are effective ones (see EFFICIENCY) and `testedMinutes` those
 * of sessions with practice questions; `rating` is the day's mean confidence, 1 to 5, weighted by minutes.
 */
export interface StudyDay {
  readonly day: number;
  readonly minutes: number;
  readonly testedMinutes: number;
  readonly correct: number;
  readonly questions: number;
  readonly rating: number | null;
}

/**
 * Which study counts at day `at`. `now`: all up to and with it. `topic`, before questions on the topic: earlier days, and what of the same
 * day carried questions, so that "60 minutes, then 10 questions" is read as tested after studying. `mock`: earlier days. `untested`: as
 * `now`, had no question been asked.
 */
export type Moment = 'now' | 'topic' | 'mock' | 'untested';

/** The share of a gain that is left after `days`: R = (1 + days / stability) ^ -decay, a power law as in FSRS. */
export function retention(days: number, stability: number, { decay }: Parameters): number {
  return (1 + Math.max(days, 0) / stability) ** -decay;
}

/** Days until forgetting bites: S = min(first * (1 + perDay * (D - 1)), longest), D the number of days studied. */
export function stabilityAfter(daysStudied: number, p: Parameters): number {
  return Math.min(p.firstStability * (1 + p.stabilityPerDay * (daysStudied - 1)), p.longestStability);
}

/** The share left some whole days later, after so many days of study. */
export type RetentionCurves = (daysStudied: number) => (days: number) => number;

/** `retention`, looked up rather than computed again. */
export function retentions(p: Parameters): RetentionCurves {
  const curves = new Map<number, (days: number) => number>();
  return (daysStudied) => {
    const stability = stabilityAfter(daysStudied, p);
    const known = curves.get(stability);
    if (known) return known;
    const left: number[] = [];
    const curve = (days: number) => {
      while (left.length <= days) left.push(retention(left.length, stability, p));
      return left[Math.max(days, 0)] as number;
    };
    curves.set(stability, curve);
    return curve;
  };
}

/** A day's minutes as they count at `at`, floored and capped; undefined when the day does not count. */
export function countedMinutes(entry: StudyDay, at: number, moment: Moment, p: Parameters): number | undefined {
  if (entry.day > at || (entry.day === at && moment === 'mock')) return undefined;
  const own = entry.day === at && moment === 'topic' ? entry.testedMinutes : entry.minutes;
  const tested = entry.questions > 0 && moment !== 'untested';
  if (tested) return Math.min(Math.max(own, p.testedDayMinutes), p.longestDay);
  return own > 0 && !(entry.day === at && moment === 'topic') ? Math.min(own, p.longestDay) : undefined;
}

/** The dose at day `at` in units of the recommended minutes: x = sum of counted minutes * R(at - day) / recommended. `days` are in order. */
export function dose(
  days: readonly StudyDay[],
  at: number,
  moment: Moment,
  recommended: number,
  p: Parameters,
  curves: RetentionCurves = retentions(p),
): number {
  let counted = 0;
  for (const entry of days) if (countedMinutes(entry, at, moment, p) !== undefined) counted++;
  const left = curves(counted);
  let sum = 0;
  for (const entry of days) {
    const minutes = countedMinutes(entry, at, moment, p);
    if (minutes !== undefined) sum += minutes * left(at - entry.day);
  }
  return sum / recommended;
}

/** Where study has brought a topic, in logits on the practice scale: M = base + gain * (1 - exp(-rate * x)). */
export function studyEffect(x: number, { base, gain, rate }: Parameters): number {
  return base + gain * (1 - Math.exp(-rate * x));
}

/** What the latest rating adds: weight * (rating - centre) * fade / (fade + answers). */
export function ratingEffect(rating: number | null, answers: number, p: Parameters): number {
  if (rating === null) return 0;
  return (p.ratingWeight * (rating - p.ratingCentre) * p.ratingFade) / (p.ratingFade + answers);
}

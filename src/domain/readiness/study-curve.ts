import { daysIn, eachDay, NO_DAYS, type PackedDays, type StudyDay } from './packed-days.ts';
import type { Parameters } from './parameters.ts';

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
      left[days] ??= retention(days, stability, p);
      return left[days];
    };
    curves.set(stability, curve);
    return curve;
  };
}

/** A day's minutes as they count at `at`, floored and capped; undefined when the day does not count. */
export function countedMinutes(
  { day, minutes, testedMinutes, questions }: StudyDay,
  at: number,
  moment: Moment,
  p: Parameters,
): number | undefined {
  return counted(day, minutes, testedMinutes, questions, at, moment, p);
}

function counted(
  day: number,
  minutes: number,
  testedMinutes: number,
  questions: number,
  at: number,
  moment: Moment,
  p: Parameters,
): number | undefined {
  if (day > at || (day === at && moment === 'mock')) return undefined;
  const own = day === at && moment === 'topic' ? testedMinutes : minutes;
  const tested = questions > 0 && moment !== 'untested';
  if (tested) return Math.min(Math.max(own, p.testedDayMinutes), p.longestDay);
  return own > 0 && !(day === at && moment === 'topic') ? Math.min(own, p.longestDay) : undefined;
}

/** How many of `days`, which are in order, lie on or before day `at`. */
export function countUpTo(days: readonly { readonly day: number }[], at: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.day ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days that count, column by column: there may be thousands. */
export interface CountedDays {
  count: number;
  readonly day: Float64Array;
  readonly minutes: Float64Array;
}

/** None yet, with room for so many. */
export function noDays(room: number): CountedDays {
  return { count: 0, day: new Float64Array(room), minutes: new Float64Array(room) };
}

/** The days of `earlier` that count at `at`, with room for `more` days. */
export function countedDays(earlier: PackedDays, more: number, at: number, moment: Moment, p: Parameters): CountedDays {
  const known = noDays(daysIn(earlier) + more);
  eachDay(earlier, (day, minutes, testedMinutes, _, questions) => {
    const own = counted(day, minutes, testedMinutes, questions, at, moment, p);
    if (own !== undefined) addDay(known, day, own);
  });
  return known;
}

export function addDay(known: CountedDays, day: number, minutes: number): void {
  known.day[known.count] = day;
  known.minutes[known.count++] = minutes;
}

/** Minutes left of the counted days at day `at`. */
export function minutesLeft({ count, day, minutes }: CountedDays, at: number, left: (days: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (minutes[i] as number) * left(at - (day[i] as number));
  return sum;
}

/**
 * The dose at day `at` in units of the recommended minutes: x = sum of counted minutes * R(at - day) / recommended. `days` are in order, and
 * after those of `earlier`.
 */
export function dose(
  days: readonly StudyDay[],
  at: number,
  moment: Moment,
  recommended: number,
  p: Parameters,
  curves: RetentionCurves = retentions(p),
  earlier: PackedDays = NO_DAYS,
): number {
  const known = countedDays(earlier, days.length, at, moment, p);
  for (const entry of days) {
    const minutes = countedMinutes(entry, at, moment, p);
    if (minutes !== undefined) addDay(known, entry.day, minutes);
  }
  return minutesLeft(known, at, curves(known.count)) / recommended;
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

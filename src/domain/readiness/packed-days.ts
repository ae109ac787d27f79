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
 * Study days in order as numbers one after another, six a day: day, minutes, tested minutes, correct, questions, rating (NaN without).
 * Nine years of daily study of a guide are 75,000 days, and as many objects take longer to make than all that is computed from them.
 */
export type PackedDays = Float64Array;

export const NO_DAYS: PackedDays = new Float64Array(0);
const WIDTH = 6;

export function daysIn(numbers: PackedDays): number {
  return numbers.length / WIDTH;
}

export function packed(days: readonly StudyDay[]): PackedDays {
  const numbers = new Float64Array(WIDTH * days.length);
  days.forEach((entry, i) => {
    const { day, minutes, testedMinutes, correct, questions, rating } = entry;
    numbers.set([day, minutes, testedMinutes, correct, questions, rating ?? Number.NaN], WIDTH * i);
  });
  return numbers;
}

function unpacked(numbers: PackedDays): StudyDay[] {
  const days: StudyDay[] = [];
  eachDay(numbers, (day, minutes, testedMinutes, correct, questions, rating) => {
    days.push({ day, minutes, testedMinutes, correct, questions, rating: Number.isNaN(rating) ? null : rating });
  });
  return days;
}

/** Calls `take` with the numbers of each day, in order. */
export function eachDay(
  numbers: PackedDays,
  take: (
    day: number,
    minutes: number,
    testedMinutes: number,
    correct: number,
    questions: number,
    rating: number,
  ) => void,
): void {
  for (let i = 0; i < numbers.length; i += WIDTH)
    take(
      numbers[i] as number,
      numbers[i + 1] as number,
      numbers[i + 2] as number,
      numbers[i + 3] as number,
      numbers[i + 4] as number,
      numbers[i + 5] as number,
    );
}

/** The days up to `day`, still packed, and those after it; the very last day is always among the latter. */
export function cutAfter(
  numbers: PackedDays,
  day: number,
): { readonly earlier: PackedDays; readonly days: StudyDay[] } {
  let end = Math.max(numbers.length - WIDTH, 0);
  while (end > 0 && (numbers[end - WIDTH] as number) > day) end -= WIDTH;
  return { earlier: numbers.subarray(0, end), days: unpacked(numbers.subarray(end)) };
}

/** The latest rating of the days; null without any. */
export function lastRating(numbers: PackedDays): number | null {
  for (let i = numbers.length - 1; i > 0; i -= WIDTH) if (!Number.isNaN(numbers[i])) return numbers[i] as number;
  return null;
}

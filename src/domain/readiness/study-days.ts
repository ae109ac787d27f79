import type { Activity } from '../activity.ts';
import { dayNumber, type LocalDate } from '../local-date.ts';
import type { StudyDay } from './packed-days.ts';
import { EFFICIENCY } from './parameters.ts';

/** What was logged on one topic on one study date with one activity ('' is none). `ratingSum` is confidence times `ratingWeight` (minutes). */
export interface ActivityDay {
  readonly topicId: string;
  readonly date: LocalDate;
  readonly activity: Activity | '';
  readonly minutes: number;
  readonly testedMinutes: number;
  readonly correct: number;
  readonly questions: number;
  readonly ratingSum: number;
  readonly ratingWeight: number;
}

/** Study days by topic from what was logged, whatever its order. */
export function studyDays(rows: Iterable<ActivityDay>): Map<string, StudyDay[]> {
  const sums = new Map<string, Map<number, Sum>>();
  for (const row of rows) {
    const days = sums.get(row.topicId) ?? new Map<number, Sum>();
    sums.set(row.topicId, days);
    const day = dayNumber(row.date);
    const sum = days.get(day) ?? {
      minutes: 0,
      testedMinutes: 0,
      correct: 0,
      questions: 0,
      ratingSum: 0,
      ratingWeight: 0,
    };
    const efficiency = EFFICIENCY[row.activity];
    days.set(day, {
      minutes: sum.minutes + row.minutes * efficiency,
      testedMinutes: sum.testedMinutes + row.testedMinutes * efficiency,
      correct: sum.correct + row.correct,
      questions: sum.questions + row.questions,
      ratingSum: sum.ratingSum + row.ratingSum,
      ratingWeight: sum.ratingWeight + row.ratingWeight,
    });
  }
  return new Map([...sums].map(([topicId, days]) => [topicId, [...days].map(toDay).sort((a, b) => a.day - b.day)]));
}

type Sum = Omit<ActivityDay, 'topicId' | 'date' | 'activity'>;

function toDay([day, { ratingSum, ratingWeight, ...sum }]: [number, Sum]): StudyDay {
  return { day, ...sum, rating: ratingWeight > 0 ? ratingSum / ratingWeight : null };
}

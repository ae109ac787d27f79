import { addDays, dayNumber, daysBetween, type LocalDate } from '../local-date.ts';
import { EFFICIENCY } from '../readiness/parameters.ts';
import type { PlanBlock } from './plan.ts';
import type { StudyAhead } from './study-ahead.ts';
import { STEP_MINUTES, type StudyTime } from './study-time.ts';

const LONGEST_LOOK = 15;

/** The last days before the exam, from `from` on. */
export interface FinalWeek {
  readonly from: LocalDate;
  /** The last looks of a day with `left` minutes; they count as studied. */
  readonly looksOn: (date: LocalDate, left: number, ahead: StudyAhead) => Omit<PlanBlock, 'date'>[];
}

/**
 * Plans a last look at every topic in the seven days before the exam, or in the last seven with study when those are free; from earlier
 * on when days off leave too little of them for `topics` looks. `free` is the time practice exams leave. What holds best comes first and what
 * is least settled last, nearest to the exam. With too little time for all, those that gain most are looked at.
 */
export function finalWeek(free: readonly StudyTime[], exam: LocalDate, topics: number): FinalWeek {
  const latest = free.at(-1)?.date ?? exam;
  const week = latest >= addDays(exam, -7) ? addDays(exam, -7) : addDays(latest, -6);
  const from = withTime(free, week, STEP_MINUTES * topics);
  const own = free.filter(({ date }) => date >= from);
  let queue: string[] | undefined;
  let length = 0;
  return {
    from,
    looksOn(date, left, ahead) {
      if (date < from) return [];
      const today = own.findIndex((time) => time.date === date);
      const later = Math.max(
        0,
        own.slice(today + 1).reduce((sum, { minutes }) => sum + minutes, 0),
      );
      if (queue === undefined) {
        const time = Math.max(0, left + later);
        length = lookMinutes(time, ahead.topics.length);
        queue = inOrder(ahead, exam, dayNumber(date), Math.floor(time / length));
      }
      const share = later === 0 ? 1 : Math.max(0, left) / (Math.max(0, left) + later);
      const fitting = Math.min(Math.ceil(queue.length * share), Math.floor(Math.max(0, left) / length));
      return queue.splice(0, fitting).map((topicId) => look(topicId, date, length, exam, ahead));
    },
  };
}

/** `from`, or the latest day before it from which on there are so many minutes. */
function withTime(days: readonly StudyTime[], from: LocalDate, minutes: number): LocalDate {
  let time = 0;
  for (const day of days.toReversed()) {
    if (day.date < from && time >= minutes) break;
    time += day.minutes;
    if (day.date < from) from = day.date;
  }
  return from;
}

function lookMinutes(time: number, topics: number): number {
  const even = Math.floor(time / topics / STEP_MINUTES) * STEP_MINUTES;
  return Math.min(LONGEST_LOOK, Math.max(STEP_MINUTES, even));
}

/** The topics to look at, as many as there is time for. */
function inOrder(ahead: StudyAhead, exam: LocalDate, day: number, most: number): string[] {
  const end = dayNumber(exam);
  return ahead.topics
    .map(({ topic: { id } }) => ({ id, gain: ahead.gain(id, day, LONGEST_LOOK, end), left: settled(ahead, id, end) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most)
    .sort((a, b) => b.left - a.left)
    .map(({ id }) => id);
}

/** Untouched topics are the least settled of all. */
function settled(ahead: StudyAhead, id: string, day: number): number {
  return ahead.days(id).length === 0 ? 0 : ahead.left(id, day);
}

function look(
  topicId: string,
  date: LocalDate,
  minutes: number,
  exam: LocalDate,
  ahead: StudyAhead,
): Omit<PlanBlock, 'date'> {
  const fresh = ahead.days(topicId).length === 0;
  const activity = fresh ? 'reading' : 'recall';
  ahead.add(topicId, dayNumber(date), minutes * EFFICIENCY[activity]);
  return { topicId, minutes, activity, reason: { kind: 'last-look', daysLeft: daysBetween(date, exam) } };
}

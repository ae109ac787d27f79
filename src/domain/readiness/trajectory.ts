import { addDays, dayNumber, daysBetween, fromDayNumber, type LocalDate } from '../local-date.ts';
import { type Interval, outlook, summary } from './assess.ts';
import { checkEvidence, type Evidence, type Exam } from './exam.ts';
import { gateOf } from './gate.ts';
import { kernels } from './grid.ts';
import { infer, type ModelOptions } from './infer.ts';
import type { StudyDay } from './packed-days.ts';
import { DEFAULTS } from './parameters.ts';
import { retentions } from './study-curve.ts';
import { type AnswerReader, readOn } from './topic-answers.ts';

/** What the evidence of up to a day said of the exam, sat on that day. Shares in 0..1; `named` is whether there was enough to name a chance. */
export interface Reading {
  readonly date: LocalDate;
  readonly chance: number;
  readonly chanceRange: Interval;
  readonly score: number;
  readonly score80: Interval;
  readonly named: boolean;
}

/** Until when readings are a week apart, and how far apart earlier ones are. */
const WEEKLY_WEEKS = 52;
const EARLIER_WEEKS = 4;

/** The days on which readiness is looked at again: `today`, a week before, and so on, four weeks apart beyond the last year; oldest first. */
export function readingDates(first: LocalDate, today: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (
    let back = 0;
    daysBetween(first, addDays(today, -7 * back)) >= 0;
    back += back < WEEKLY_WEEKS ? 1 : EARLIER_WEEKS
  )
    dates.push(addDays(today, -7 * back));
  return dates.reverse();
}

/** How answers are read for the readings below; one reader for all of them saves most of the work. */
export function trajectoryReader(): AnswerReader {
  return readOn(kernels(), DEFAULTS);
}

/** Readiness as of each of `dates`, in order, from no more than what was known then. */
export function trajectory(
  exam: Exam,
  evidence: Evidence,
  dates: readonly LocalDate[],
  read: AnswerReader = trajectoryReader(),
): Reading[] {
  checkEvidence(exam, evidence);
  const curves = retentions(DEFAULTS);
  return dates.map((date) => readingOn(exam, evidence, date, { read, curves, checked: true }));
}

function readingOn(exam: Exam, evidence: Evidence, date: LocalDate, options: ModelOptions): Reading {
  const day = dayNumber(date);
  const { chance, chanceRange, score, score80 } = summary(outlook(infer(exam, evidence, day, options)));
  return { date, chance, chanceRange, score, score80, named: gateOf(exam, evidence, day).met };
}

/** Readiness from today to the exam under an assumption: so many minutes a week, spread over the guide by weight. */
export interface Projection {
  readonly weeklyMinutes: number;
  readonly readings: readonly Reading[];
}

const PROJECTED = 10;

/** What is ahead: readings on `today`, then whole weeks apart, and on `examDate`. No answers are invented: study alone goes on. */
export function projection(
  exam: Exam,
  evidence: Evidence,
  today: LocalDate,
  examDate: LocalDate,
  weeklyMinutes: number,
  read: AnswerReader = trajectoryReader(),
): Projection {
  const [from, to] = [dayNumber(today), dayNumber(examDate)];
  const step = 7 * Math.max(1, Math.ceil((to - from) / 7 / PROJECTED));
  const days = Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
  const ahead = weeklyMinutes > 0 ? withWeeklyStudy(exam, evidence, from, to, weeklyMinutes) : evidence;
  return { weeklyMinutes, readings: trajectory(exam, ahead, [...days, to].map(fromDayNumber), read) };
}

/** The evidence with study on every topic once a week after `from`, and for what is left of a week on the day before `to`. */
function withWeeklyStudy(exam: Exam, evidence: Evidence, from: number, to: number, weeklyMinutes: number): Evidence {
  const topics = new Map(evidence.topics);
  for (const section of exam.sections)
    for (const topic of section.topics) {
      const days: StudyDay[] = [...(topics.get(topic.id) ?? [])];
      for (let last = from, day = Math.min(from + 7, to - 1); day > last; last = day, day = Math.min(day + 7, to - 1))
        days.push({
          day,
          minutes: ((weeklyMinutes * (day - last)) / 7) * section.weight * topic.weight,
          testedMinutes: 0,
          correct: 0,
          questions: 0,
          rating: null,
        });
      topics.set(topic.id, days);
    }
  return { ...evidence, topics };
}

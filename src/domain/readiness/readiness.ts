import type { Edition } from '../edition.ts';
import { dayNumber, fromDayNumber, type LocalDate } from '../local-date.ts';
import { type Advice, type AdviceWish, advise } from './advice.ts';
import { type Answered, answerTo } from './answer.ts';
import { type Assessment, assessmentOf, outlook } from './assess.ts';
import type { Evidence, Exam } from './exam.ts';
import { type Gate, gateOf } from './gate.ts';
import { infer, type ModelOptions } from './infer.ts';
import { daysIn, eachDay, NO_DAYS } from './packed-days.ts';
import { chanceOf } from './score.ts';
import { addDay, minutesLeft, noDays, type RetentionCurves } from './study-curve.ts';
import { type Judgement, judge } from './verdict.ts';

/** The answer to "am I ready, why, and what now" on one day. */
export interface Readiness extends Judgement, Answered {
  readonly date: LocalDate;
  readonly assessment: Assessment;
  readonly gate: Gate;
  /** The chance on the day of the exam when nothing more is studied; null without an exam ahead. */
  readonly chanceOnExamDay: number | null;
  /** How much of what was studied is still there, by topic id, in 0..1; topics never studied are not in it. */
  readonly freshness: Readonly<Record<string, number>>;
  /** Practice exams the answer rests on. */
  readonly mocks: number;
  readonly lastMock: LocalDate | null;
  readonly next: readonly Advice[];
}

/** How many suggestions come with the answer, and for how much time. */
const SUGGESTIONS = 5;
const SUGGESTED_MINUTES = 60;

/** Judges the evidence up to `date`; `examDate` matters when it lies ahead. */
export function readinessOn(
  date: LocalDate,
  exam: Exam,
  evidence: Evidence,
  examDate: LocalDate | null,
  style: Edition['exam']['style'],
): Readiness {
  const day = dayNumber(date);
  const now = outlook(infer(exam, evidence, day));
  const assessment = assessmentOf(now, evidence);
  const gate = gateOf(exam, evidence, day);
  const taken = evidence.mocks.map((mock) => mock.day).filter((at) => at <= day);
  const ahead = examDate !== null && examDate > date ? dayNumber(examDate) : null;
  const seen = ahead === null ? now : outlook(infer(exam, evidence, ahead));
  const advice = advise(seen, gate, style, { today: day, minutes: SUGGESTED_MINUTES, borrowed: evidence.borrowed });
  return {
    date,
    assessment,
    gate,
    ...judge(assessment, gate, exam.target),
    ...answerTo(assessment.chance, gate, { mocks: evidence.mocks.filter((mock) => mock.day <= day) }),
    chanceOnExamDay: ahead === null ? null : chanceOf(exam, seen.cases),
    freshness: freshnessOf(evidence, day, seen.posterior.curves),
    mocks: taken.length,
    lastMock: taken.length > 0 ? fromDayNumber(Math.max(...taken)) : null,
    next: advice.slice(0, SUGGESTIONS),
  };
}

/** The advice for the next hour, looked at from the day of the exam. */
export function nextHour(
  exam: Exam,
  evidence: Evidence,
  day: number,
  gate: Gate,
  style: Edition['exam']['style'],
  wish: AdviceWish,
  options: ModelOptions = {},
) {
  const seen = outlook(infer(exam, evidence, day, options));
  return { seen, advice: advise(seen, gate, style, { ...wish, borrowed: evidence.borrowed }) };
}

function freshnessOf(
  { topics, earlier }: Evidence,
  day: number,
  curves: RetentionCurves,
): Readonly<Record<string, number>> {
  const fresh = [...topics].map(([id, days]) => {
    const long = earlier?.get(id) ?? NO_DAYS;
    const known = noDays(days.length + daysIn(long));
    const take = (at: number, own: number) => {
      if (at <= day && own > 0) addDay(known, at, own);
    };
    eachDay(long, take);
    for (const entry of days) take(entry.day, entry.minutes);
    const left = minutesLeft(known, day, curves(known.count));
    const minutes = minutesLeft(known, day, () => 1);
    return [id, minutes > 0 ? left / minutes : undefined] as const;
  });
  return Object.fromEntries(fresh.flatMap(([id, share]) => (share === undefined ? [] : [[id, share]])));
}

import { addDays, dayNumber, fromDayNumber, type LocalDate } from '../local-date.ts';
import type { Exam } from '../readiness/exam.ts';
import { normalCdf } from '../readiness/probability.ts';
import { type Component, chanceOf, cutOf, expected } from '../readiness/score.ts';
import { READY_Z } from '../readiness/verdict.ts';
import type { Learner } from './learner.ts';
import type { PlanSettings } from './plan.ts';
import { studyAhead } from './study-ahead.ts';
import { type Period, SLICE, type Slice, studyTable } from './study-table.ts';
import { dayShare, studyDates } from './study-time.ts';

/** How much of what they set out to do people do, and how often: they slip. Multiples of the pace, weights sum to 1. */
const PACES: readonly (readonly [multiple: number, weight: number])[] = [
  [0.55, 0.15],
  [0.8, 0.22],
  [1, 0.26],
  [1.2, 0.22],
  [1.55, 0.15],
];
const MOST_PERIODS = 26;
/** Minutes a week between two paces that are told apart. */
const PACE_STEP = 30;

/** What one day would bring if the pace is kept until then, averaged over how people slip. Shares in 0..1. */
export interface ForecastPoint {
  readonly date: LocalDate;
  /** Chance of reaching the target in an exam on that day. */
  readonly chance: number;
  /** The chance at 55 % and at 155 % of the pace. */
  readonly slow: number;
  readonly fast: number;
  /** How likely it is that the learner is ready by then, whether they know it or not. */
  readonly ready: number;
}

/** Where a pace leads, from today to the exam day. */
export interface Forecast {
  readonly weeklyMinutes: number;
  readonly points: readonly ForecastPoint[];
  readonly examDay: ForecastPoint;
}

/** Forecasts for one learner and exam date; inference and the table of what to study are made once for every pace. */
export interface Forecaster {
  readonly at: (weeklyMinutes: number) => Forecast;
  /** The chance on the exam day alone, which is quicker. */
  readonly chanceAt: (weeklyMinutes: number) => number;
}

type Times = Pick<PlanSettings, 'examDate' | 'days' | 'skips'>;

export function forecaster(learner: Learner, today: LocalDate, times: Times): Forecaster {
  const periods = periodsUntil(dayNumber(today), dayNumber(times.examDate));
  let table: readonly Slice[] = [];
  const studied = studyDates(times, today).map((date) => ({
    day: dayNumber(date),
    share: dayShare(date, { ...times, weeklyMinutes: 1 }),
  }));
  const weeksIn = periods.map(({ from, to }) =>
    studied.reduce((sum, { day, share }) => sum + (from <= day && day < to ? share : 0), 0),
  );
  const paths = (weeklyMinutes: number, days: readonly number[]) => {
    const minutes = weeksIn.map((weeks) => weeks * weeklyMinutes);
    const fastest = PACES.at(-1)?.[0] as number;
    const slices = Math.ceil((fastest * Math.max(0, ...minutes)) / SLICE);
    if (table.length < slices * periods.length) table = studyTable(learner, periods, slices);
    return PACES.map(([multiple]) =>
      path(
        learner,
        table,
        minutes.map((m) => m * multiple),
        days,
      ),
    );
  };
  const lastDay = Math.max(dayNumber(today), dayNumber(times.examDate));
  return {
    at(weeklyMinutes) {
      const days = [dayNumber(today), ...periods.map(({ to }) => to)];
      const points = pointsOf(paths(weeklyMinutes, days), days);
      return { weeklyMinutes, points, examDay: points.at(-1) as ForecastPoint };
    },
    chanceAt: (weeklyMinutes) => (pointsOf(paths(weeklyMinutes, [lastDay]), [lastDay])[0] as ForecastPoint).chance,
  };
}

/** Weeks up to the exam day, the last one short; longer stretches where the exam is more than half a year away. */
function periodsUntil(today: number, exam: number): Period[] {
  const length = 7 * Math.max(1, Math.ceil((exam - today) / 7 / MOST_PERIODS));
  const count = Math.max(0, Math.ceil((exam - today) / length));
  return Array.from({ length: count }, (_, i) => ({
    from: today + i * length,
    to: Math.min(today + (i + 1) * length, exam),
  }));
}

interface Waypoint {
  readonly chance: number;
  readonly ready: number;
}

/** What the days asked for would bring, with so many minutes spent in each period as the table says. */
function path(
  learner: Learner,
  table: readonly Slice[],
  minutes: readonly number[],
  days: readonly number[],
): Waypoint[] {
  const { exam } = learner.posterior;
  const ahead = studyAhead(learner);
  const left = [...minutes];
  for (const { period, day, topicId } of table) {
    const spent = Math.min(SLICE, left[period] as number);
    if (spent <= 0) continue;
    left[period] = (left[period] as number) - spent;
    ahead.add(topicId, day, spent);
  }
  let ready = 0;
  return days.map((day) => {
    const cases = ahead.casesOn(day);
    ready = Math.max(ready, readyShare(exam, cases));
    return { chance: chanceOf(exam, cases), ready };
  });
}

/** How likely the true score is high enough for a chance of READY_FROM: sum of weight * (1 - Phi((s* - mean) / sd)), s* = cut + z sqrt(luck / N + targetSd²). */
function readyShare(exam: Exam, cases: readonly Component[]): number {
  const luck = expected(cases, (one) => one.luck);
  const needed = cutOf(exam) + READY_Z * Math.sqrt(luck / exam.questions + exam.targetSd ** 2);
  return expected(
    cases,
    ({ mean, variance, transfer }) => 1 - normalCdf((needed - mean) / Math.sqrt(variance + transfer + 1e-12)),
  );
}

function pointsOf(paths: readonly (readonly Waypoint[])[], days: readonly number[]): ForecastPoint[] {
  return days.map((day, i) => {
    const points = paths.map((one) => one[i] as Waypoint);
    const mean = (pick: (point: Waypoint) => number) =>
      PACES.reduce((sum, [, weight], k) => sum + weight * pick(points[k] as Waypoint), 0);
    return {
      date: fromDayNumber(day),
      chance: mean(({ chance }) => chance),
      slow: (points[0] as Waypoint).chance,
      fast: (points[points.length - 1] as Waypoint).chance,
      ready: mean(({ ready }) => ready),
    };
  });
}

/** The first day of a forecast on which being ready is at least so likely. */
export function readyBy({ points }: Forecast, share: number): LocalDate | undefined {
  return points.find(({ ready }) => ready >= share)?.date;
}

/** The pace, in half hours a week, from which the chance on the exam day is at least `chance`; undefined when `most` does not reach it. */
export function hoursNeeded({ chanceAt }: Forecaster, chance: number, most: number): number | undefined {
  let low = 0;
  let high = Math.floor(most / PACE_STEP);
  if (chanceAt(high * PACE_STEP) < chance) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (chanceAt(middle * PACE_STEP) >= chance) high = middle;
    else low = middle + 1;
  }
  return high * PACE_STEP;
}

/** The first day of a forecast, whole weeks from today, after the planned exam on which the chance is at least `chance` at the same pace. */
export function laterDate(
  learner: Learner,
  today: LocalDate,
  settings: PlanSettings,
  chance: number,
  mostWeeks: number,
): LocalDate | undefined {
  const until = addDays(settings.examDate, 7 * mostWeeks);
  const longer = forecaster(learner, today, { ...settings, examDate: until }).at(settings.weeklyMinutes);
  return longer.points.find((point) => point.date > settings.examDate && point.chance >= chance)?.date;
}

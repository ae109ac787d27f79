import { dayNumber, type LocalDate } from '../local-date.ts';
import type { Evidence, Exam } from '../readiness/exam.ts';
import { READY_FROM } from '../readiness/verdict.ts';
import { type Forecast, forecaster, hoursNeeded, laterDate, readyBy } from './forecast.ts';
import { learnerOn } from './learner.ts';
import type { PlanSettings } from './plan.ts';

/** More than this a week nobody plans, in minutes. */
export const MOST_WEEKLY = 30 * 60;
/** How many weeks later an exam is thought of: half a year in weeks, then two years in longer steps. */
const MOST_WEEKS = [26, 104] as const;

/** Where a plan leads, and what it would take to be likely ready when it does not lead there. */
export interface Prospects {
  readonly forecast: Forecast;
  readonly halfReady: LocalDate | null;
  readonly likelyReady: LocalDate | null;
  readonly enough: boolean;
  /** Minutes a week that would be enough; null when they are enough already, or none would be. */
  readonly neededMinutes: number | null;
  /** An exam date within two years of the planned one that would be; null likewise. */
  readonly laterDate: LocalDate | null;
}

export function prospectsOf(exam: Exam, evidence: Evidence, today: LocalDate, settings: PlanSettings): Prospects {
  const learner = learnerOn(exam, evidence, dayNumber(today));
  const forecasts = forecaster(learner, today, settings);
  const forecast = forecasts.at(settings.weeklyMinutes);
  const enough = forecast.examDay.chance >= READY_FROM;
  const later = () => {
    for (const weeks of MOST_WEEKS) {
      const date = laterDate(learner, today, settings, READY_FROM, weeks);
      if (date !== undefined) return date;
    }
    return null;
  };
  return {
    forecast,
    halfReady: readyBy(forecast, 0.5) ?? null,
    likelyReady: readyBy(forecast, 0.8) ?? null,
    enough,
    neededMinutes: enough ? null : (hoursNeeded(forecasts, READY_FROM, MOST_WEEKLY) ?? null),
    laterDate: enough ? null : later(),
  };
}

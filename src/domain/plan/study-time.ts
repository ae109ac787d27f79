import { addDays, daysBetween, type LocalDate, weekdayOf } from '../local-date.ts';
import type { PlanSettings } from './plan.ts';

/** Minutes are planned in steps of this many, and a day with less to give than the shortest block hands it on to the next. */
export const STEP_MINUTES = 5;
export const SHORTEST_BLOCK = 15;

/** A day to study on, and how long. */
export interface StudyTime {
  readonly date: LocalDate;
  readonly minutes: number;
}

/** Whether the settings keep a day free: another weekday, or in a skipped range. */
function isRest(date: LocalDate, { days, skips }: Pick<PlanSettings, 'days' | 'skips'>): boolean {
  return (days[weekdayOf(date)] ?? 0) <= 0 || isSkipped(date, { skips });
}

/** Whether a day lies in a skipped range. */
export function isSkipped(date: LocalDate, { skips }: Pick<PlanSettings, 'skips'>): boolean {
  return skips.some(({ from, to }) => from <= date && date <= to);
}

/** The days from `today` to the day before the exam that are no rest. When none of the weekdays is left, every day that is not skipped. */
export function studyDates(settings: Omit<PlanSettings, 'weeklyMinutes'>, today: LocalDate): LocalDate[] {
  const days = Array.from({ length: Math.max(0, daysBetween(today, settings.examDate)) }, (_, i) => addDays(today, i));
  const chosen = days.filter((date) => !isRest(date, settings));
  return chosen.length > 0 ? chosen : days.filter((date) => !isSkipped(date, settings));
}

/** The minutes of one study day: its share of the week, or an even one where none of the days chosen is left. */
export function dayShare(
  date: LocalDate,
  { weeklyMinutes, days }: Pick<PlanSettings, 'weeklyMinutes' | 'days'>,
): number {
  const shares = Object.values(days);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return (weeklyMinutes * (days[weekdayOf(date)] ?? total / shares.length)) / total;
}

/**
 * The days to study on, each with its share of the week. Skipped days give nothing: rest is rest. `doneToday` minutes are taken off
 * today's share. Whole steps only; what is left over goes to the next day.
 */
export function studyTimes(settings: PlanSettings, today: LocalDate, doneToday: number): StudyTime[] {
  const times: StudyTime[] = [];
  let credit = 0;
  for (const date of studyDates(settings, today)) {
    const share = dayShare(date, settings);
    credit += date === today ? Math.max(0, share - doneToday) : share;
    const minutes = Math.floor((credit + 1e-9) / STEP_MINUTES) * STEP_MINUTES;
    if (minutes < SHORTEST_BLOCK) continue;
    times.push({ date, minutes });
    credit -= minutes;
  }
  return times;
}

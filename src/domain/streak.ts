import { addDays, type LocalDate, onOrBefore, type Weekday } from './local-date.ts';
import type { SkipRange } from './plan/plan.ts';
import { isSkipped } from './plan/study-time.ts';

/** What a streak is counted from. `goal` is minutes a week; without one, any study makes a week count. */
export interface StreakInput {
  readonly minutes: ReadonlyMap<LocalDate, number>;
  readonly today: LocalDate;
  readonly weekStart: Weekday;
  readonly goal: number | null;
  readonly skips: readonly SkipRange[];
}

/** Weeks in a row that reached their goal. `goal` is this week's, less what skipped days would have given; 0 for a week off. */
export interface Streak {
  readonly weeks: number;
  readonly best: number;
  readonly thisWeek: { readonly minutes: number; readonly goal: number | null; readonly reached: boolean };
}

const DAYS = 7;

/**
 * Counts whole weeks, so that resting on some days breaks nothing. Skipped days lower the goal of their week by their share, and a week
 * skipped as a whole is passed over. The present week counts once it has reached its goal and does no harm before.
 */
export function streak(input: StreakInput): Streak {
  const { minutes, today, weekStart } = input;
  const current = onOrBefore(today, weekStart);
  const first = [...minutes.keys()].reduce((a, b) => (a < b ? a : b), today);
  let weeks = 0;
  let best = 0;
  for (let from = onOrBefore(first, weekStart); from < current; from = addDays(from, DAYS)) {
    const week = judge(from, input);
    if (week.off) continue;
    weeks = week.reached ? weeks + 1 : 0;
    best = Math.max(best, weeks);
  }
  const { off, ...thisWeek } = judge(current, input);
  if (thisWeek.reached && !off) weeks++;
  return { weeks, best: Math.max(best, weeks), thisWeek };
}

function judge(from: LocalDate, { minutes, goal, skips }: StreakInput) {
  const days = Array.from({ length: DAYS }, (_, i) => addDays(from, i));
  const studied = days.reduce((sum, date) => sum + (minutes.get(date) ?? 0), 0);
  const open = days.filter((date) => !isSkipped(date, { skips })).length;
  const own = goal === null ? null : Math.round((goal * open) / DAYS);
  return {
    minutes: studied,
    goal: own,
    reached: own === null ? studied > 0 : studied >= own,
    off: open === 0 && studied === 0,
  };
}

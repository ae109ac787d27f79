import type { Activity } from './activity.ts';
import type { Now } from './day.ts';
import type { Share } from './session.ts';
import { type Instant, studyDateAt } from './zone.ts';

/** The running timer: what is studied since when. `shares` is empty while no topic has been named. */
export interface Timer {
  readonly certId: string;
  readonly editionId: string;
  readonly startedAt: Instant;
  readonly shares: readonly Share[];
  readonly activity: Activity | null;
}

/** Whole minutes the timer has run at `end`. */
export function timerMinutes({ startedAt }: Pick<Timer, 'startedAt'>, end: Instant): number {
  return Math.floor((end - startedAt) / 60_000);
}

/** Whether a timer was probably forgotten: it ran longer than `longest` minutes, or into another study day. */
export function seemsForgotten({ startedAt }: Pick<Timer, 'startedAt'>, now: Now, longest: number): boolean {
  const dayOf = (instant: Instant) => studyDateAt(now.zone, instant, now.dayStart);
  return timerMinutes({ startedAt }, now.instant) > longest || dayOf(startedAt) !== dayOf(now.instant);
}

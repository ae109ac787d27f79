import type { Life } from '../domain/certification-life.ts';
import type { Edition } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PlanProgress } from '../domain/plan/plan-progress.ts';
import type { PlannedNow } from '../domain/plan/planned-now.ts';
import type { Progress } from '../domain/progress.ts';
import type { Exam } from '../domain/readiness/exam.ts';
import type { Readiness } from '../domain/readiness/readiness.ts';
import type { Overlap } from '../domain/related.ts';
import type { Streak } from '../domain/streak.ts';
import type { Track } from '../domain/track.ts';

/** Where a track stands, as facts. */
export interface Standing {
  readonly edition: Edition;
  readonly track: Track;
  readonly progress: Progress;
  /** What study for other certifications gives this one; it counts for the readiness, not among the hours. */
  readonly related: readonly Overlap[];
  readonly life: Life;
  /** Editions to move to or renew with, by id, where there are any. */
  readonly newer: string | null;
  readonly renewal: string | null;
  /** The day it is looked at. */
  readonly today: LocalDate;
}

/** The facts with the answer to "am I ready". */
export interface JudgedStanding extends Standing {
  readonly exam: Exam;
  readonly readiness: Readiness;
  /** Null on another day than today, where it says nothing, or without a plan. */
  readonly streak: Streak | null;
  readonly plan: PlanStanding | null;
}

/** How much of a plan is done, and what it says for now. */
export interface PlanStanding {
  readonly progress: PlanProgress;
  readonly now: PlannedNow;
}

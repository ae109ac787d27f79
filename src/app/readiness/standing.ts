import { type Life, lifeOf } from '../../domain/certification-life.ts';
import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { nextPlanned, type PlannedDay } from '../../domain/plan/plan.ts';
import { type Progress, progressOf, weekOf } from '../../domain/progress.ts';
import { type Exam, examOf } from '../../domain/readiness/exam.ts';
import { type Readiness, readinessOn } from '../../domain/readiness/readiness.ts';
import type { Overlap } from '../../domain/related.ts';
import type { Streak } from '../../domain/streak.ts';
import type { Track } from '../../domain/track.ts';
import { derived, logVersion } from '../../store/derived.ts';
import { examResults } from '../../store/exam-results.ts';
import type { Db } from '../../store/sqlite.ts';
import { studyTotals } from '../../store/topic-days.ts';
import type { Env } from '../env.ts';
import { otherEditions } from '../guide/find-edition.ts';
import { planToday } from '../plan/plan.ts';
import { streakOf } from '../stats/trend.ts';
import { type NamedTimer, presentTimer } from '../timer/running-timer.ts';
import type { Current } from '../track/current-track.ts';
import { evidenceToJudge, relatedStudy } from './evidence.ts';

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
  /** The next day of the plan with study; null without a plan. */
  readonly plan: PlannedDay | null;
  /** The timer that runs, whatever it is about. */
  readonly timer: NamedTimer | null;
}

/** Gathers the facts of a track as of a day, today unless named. */
export function standingOf(
  env: Env,
  db: Db,
  track: Track,
  edition: Edition,
  day: LocalDate = today(env.now),
): Standing {
  const week = weekOf(day, env.settings.weekStart);
  return {
    edition,
    track,
    today: day,
    related: relatedStudy(db, track, day),
    life: lifeOf(examResults(db, track.certId), edition.exam, day),
    ...otherEditions(env, edition),
    progress: progressOf(edition, track, studyTotals(db, edition, week, day), day, week),
  };
}

/** The facts with the answer to "am I ready". What is said of today is kept until the log changes. */
export function judgedStanding(
  env: Env,
  db: Db,
  track: Track,
  edition: Edition,
  day: LocalDate = today(env.now),
): JudgedStanding {
  const exam = examOf(edition, track);
  const judge = () =>
    readinessOn(day, exam, evidenceToJudge(db, track, edition, day), track.examDate, edition.exam.style);
  const standing = { ...standingOf(env, db, track, edition, day), exam, timer: presentTimer(env, db) ?? null };
  if (day !== today(env.now)) return { ...standing, readiness: judge(), streak: null, plan: null };
  const basis = [logVersion(db), day, edition.id, env.settings.weekStart, env.version].join(' ');
  const kept = <Value>(name: string, compute: () => Value) => derived(db, `${name} ${track.certId}`, basis, compute);
  return {
    ...standing,
    readiness: kept('readiness', judge),
    streak: kept('streak', () => streakOf(env, db, track)),
    plan: plannedNow(env, db, { track, edition }),
  };
}

function plannedNow(env: Env, db: Db, current: Current): PlannedDay | null {
  const plan = planToday(env, db, current);
  return typeof plan === 'string' ? null : nextPlanned(plan, today(env.now));
}

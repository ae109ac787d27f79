import { today } from '../../domain/day.ts';
import { durationText } from '../../domain/duration.ts';
import type { Edition } from '../../domain/edition.ts';
import { addDays, dayNumber, type LocalDate } from '../../domain/local-date.ts';
import { makePlan } from '../../domain/plan/make-plan.ts';
import type { Plan, PlanSettings } from '../../domain/plan/plan.ts';
import { type PlanProgress, planProgress } from '../../domain/plan/plan-progress.ts';
import { type Prospects, prospectsOf } from '../../domain/plan/prospects.ts';
import { revisedPlan } from '../../domain/plan/revise-plan.ts';
import { type Evidence, type Exam, examOf } from '../../domain/readiness/exam.ts';
import { type Gate, gateOf } from '../../domain/readiness/gate.ts';
import type { Track } from '../../domain/track.ts';
import { studyDateAt } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { dailyMinutes } from '../../store/daily-minutes.ts';
import { derived, logVersion } from '../../store/derived.ts';
import { mocks } from '../../store/mocks.ts';
import type { Db } from '../../store/open.ts';
import { planOf } from '../../store/plans.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { currentTrack } from '../track/current-track.ts';

/** Length of a practice exam where the guide does not say how long the exam is. */
const USUAL_MOCK = 120;
const PACE_DAYS = 28;

/** All that planning is decided from. */
export interface Planning {
  readonly track: Track;
  readonly edition: Edition;
  readonly exam: Exam;
  readonly evidence: Evidence;
  readonly gate: Gate;
  readonly today: LocalDate;
  readonly plan: Plan | undefined;
}

export function planningFor(env: Env, db: Db): Planning {
  const { track, edition } = currentTrack(env, db);
  const now = today(env.now);
  const exam = examOf(edition, track);
  const evidence = evidenceOn(db, track, edition, now);
  return {
    track,
    edition,
    exam,
    evidence,
    gate: gateOf(exam, evidence, dayNumber(now)),
    today: now,
    plan: planOf(db, track.certId),
  };
}

/** @throws not_found when there is none */
export function presentPlan({ plan, track }: Planning): Plan {
  if (plan) return plan;
  throw new CerttrackError(
    'not_found',
    `there is no plan for ${track.certId} yet`,
    'Make one: certtrack plan create --hours 6/week --days mon,wed,sat',
  );
}

/** A plan from today on with these settings, after what of the present one is over. */
export function planWith(env: Env, db: Db, planning: Planning, settings: PlanSettings): Plan {
  const { track, edition, exam, evidence, plan: before } = planning;
  const blocks = makePlan({
    exam,
    evidence,
    today: planning.today,
    settings,
    mockMinutes: mockMinutes(edition),
    doneToday: minutesToday(db, planning),
  });
  return revisedPlan({
    certId: track.certId,
    editionId: edition.id,
    settings,
    before,
    judged: before ? progressOf(env, planning, before).blocks : [],
    blocks,
    today: planning.today,
    now: env.now.instant,
  });
}

export function progressOf(
  { now, settings }: Env,
  { evidence, today: day }: Pick<Planning, 'evidence' | 'today'>,
  plan: Plan,
): PlanProgress {
  return planProgress(plan, evidence, day, settings.weekStart, studyDateAt(now.zone, plan.updatedAt, now.dayStart));
}

/** Where settings lead; kept until the log changes. */
export function prospectsFor(env: Env, db: Db, planning: Planning, settings: PlanSettings): Prospects {
  const { track, exam, evidence, today: now } = planning;
  const basis = [logVersion(db), now, planning.edition.id, JSON.stringify(settings), track.target, env.version].join(
    ' ',
  );
  return derived(db, `prospects ${track.certId}`, basis, () => prospectsOf(exam, evidence, now, settings));
}

/** Minutes a week over the last four weeks, or since the first study when that is less long ago, at least one week. */
export function paceOf(db: Db, { track, today: now }: Planning): number {
  const days = dailyMinutes(db, { certId: track.certId, from: addDays(now, 1 - PACE_DAYS), to: now });
  const [first] = [...days.keys()];
  if (first === undefined) return 0;
  const span = Math.max(7, dayNumber(now) - dayNumber(first) + 1);
  return Math.round(([...days.values()].reduce((sum, minutes) => sum + minutes, 0) / span) * 7);
}

function mockMinutes({ exam }: Edition): number {
  return exam.minutes ?? USUAL_MOCK;
}

function minutesToday(db: Db, { track, edition, today: now }: Planning): number {
  const studied = dailyMinutes(db, { certId: track.certId, from: now, to: now }).get(now) ?? 0;
  return mocks(db, { certId: track.certId })
    .filter(({ studyDate }) => studyDate === now)
    .reduce((sum, { minutes }) => sum + (minutes ?? mockMinutes(edition)), studied);
}

/** `6 h a week until Fri 20 Nov 2026`, for the journal. */
export function settingsPhrase({ weeklyMinutes, examDate }: PlanSettings): string {
  return `${durationText(weeklyMinutes)} a week until ${examDate}`;
}

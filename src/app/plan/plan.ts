import { today } from '../../domain/day.ts';
import { durationText } from '../../domain/duration.ts';
import type { Edition } from '../../domain/edition.ts';
import { addDays, dayNumber, daysBetween, type LocalDate, longDate } from '../../domain/local-date.ts';
import { makePlan } from '../../domain/plan/make-plan.ts';
import { daysOf, EVERY_DAY, type Plan, type PlanSettings } from '../../domain/plan/plan.ts';
import { type Prospects, prospectsOf } from '../../domain/plan/prospects.ts';
import { dayShare, studyDates } from '../../domain/plan/study-time.ts';
import { type Exam, examOf } from '../../domain/readiness/exam.ts';
import { type Gate, gateOf } from '../../domain/readiness/gate.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import { dailyMinutes } from '../../store/daily-minutes.ts';
import { derived, logVersion } from '../../store/derived.ts';
import { mocks } from '../../store/mocks.ts';
import { planWishes } from '../../store/plans.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { type Current, currentTrack } from '../track/current-track.ts';

/** Length of a practice exam where the guide does not say how long the exam is. */
const USUAL_MOCK = 120;
const LONGEST_DAY = 16 * 60;
const FURTHEST = 5 * 366;
const PACE_DAYS = 28;

/** Why there is no plan: no exam date, one that is over, no weekly goal, or none wanted. */
export type NoPlan = 'no_exam' | 'exam_over' | 'no_hours' | 'not_wanted';

/** The plan of a track as it follows from the log today, or why there is none. */
export function planToday(env: Env, db: Db, { track, edition }: Current): Plan | NoPlan {
  const settings = settingsOf(db, track, today(env.now));
  if (typeof settings === 'string') return settings;
  const basis = basisOf(env, db, { track, edition }, settings);
  return derived(db, `plan ${track.certId}`, basis, () => planFor(env, db, { track, edition }, settings));
}

/** What a plan is made for; every part of it is kept with the track but the days. */
function settingsOf(db: Db, { certId, examDate, weeklyMinutes }: Track, day: LocalDate): PlanSettings | NoPlan {
  if (examDate === null) return 'no_exam';
  if (examDate <= day) return 'exam_over';
  if (weeklyMinutes === null) return 'no_hours';
  const wishes = planWishes(db, certId);
  const days = daysOf(wishes);
  if (Object.keys(days).length === 0) return 'not_wanted';
  return { examDate, weeklyMinutes, days, skips: wishes?.settings.skips ?? [] };
}

/** The plan that a pace would lead to, on every day that is not off. */
export function planAt(
  env: Env,
  db: Db,
  current: Current,
  pace: Pick<PlanSettings, 'examDate' | 'weeklyMinutes'>,
): Plan {
  const skips = planWishes(db, current.track.certId)?.settings.skips ?? [];
  return planFor(env, db, current, { ...pace, days: EVERY_DAY, skips });
}

function planFor(env: Env, db: Db, { track, edition }: Current, settings: PlanSettings): Plan {
  const day = today(env.now);
  const blocks = makePlan({
    exam: examOf(edition, track),
    evidence: evidenceOn(db, track, edition, day),
    today: day,
    settings,
    mockMinutes: examMinutes(edition),
    doneToday: minutesOn(db, track, edition, day),
  });
  return { certId: track.certId, editionId: edition.id, settings, blocks };
}

/** A plan with where it leads. */
export interface PlanView extends Current {
  readonly plan: Plan;
  readonly exam: Exam;
  readonly gate: Gate;
  readonly prospects: Prospects;
  readonly today: LocalDate;
}

/** The plan of a certification, and where it leads. @throws not_found with what is missing where there is none */
export async function viewPlan(env: Env, cert?: string): Promise<PlanView> {
  const db = await env.open();
  const current = currentTrack(env, db, cert);
  const plan = presentPlan(planToday(env, db, current), current.track);
  const day = today(env.now);
  const exam = examOf(current.edition, current.track);
  const evidence = evidenceOn(db, current.track, current.edition, day);
  const basis = basisOf(env, db, current, plan.settings);
  return {
    ...current,
    plan,
    exam,
    gate: gateOf(exam, evidence, dayNumber(day)),
    prospects: derived(db, `prospects ${current.track.certId}`, basis, () =>
      prospectsOf(exam, evidence, day, plan.settings),
    ),
    today: day,
  };
}

/** @throws not_found with the command that would make one */
function presentPlan(plan: Plan | NoPlan, { certId, examDate }: Track): Plan {
  if (typeof plan !== 'string') return plan;
  const [message, hint] = MISSING[plan](certId, examDate);
  throw new CerttrackError('not_found', message, hint);
}

const MISSING: Readonly<Record<NoPlan, (certId: string, examDate: LocalDate | null) => [string, string]>> = {
  no_exam: (certId) => ['a plan needs the date of the exam', `Say it: certtrack exam book DATE ${certId}`],
  exam_over: (certId, date) => [
    `the exam of ${certId} was on ${longDate(date as LocalDate)}, so there is nothing to plan`,
    'How did it go? certtrack exam passed, or certtrack exam failed',
  ],
  no_hours: (certId) => ['a plan needs the hours a week', `Say them: certtrack cert set ${certId} --hours 6/week`],
  not_wanted: (certId) => [
    `you wanted no plan for ${certId}`,
    `Have one again: certtrack cert set ${certId} --days every`,
  ],
};

/** Minutes a week over the last four weeks, or since the first study when that is less long ago, at least one week. */
export function paceOf(db: Db, certId: string, now: LocalDate): number {
  const days = dailyMinutes(db, { certId, from: addDays(now, 1 - PACE_DAYS), to: now });
  const [first] = [...days.keys()];
  if (first === undefined) return 0;
  const span = Math.max(7, dayNumber(now) - dayNumber(first) + 1);
  return Math.round(([...days.values()].reduce((sum, minutes) => sum + minutes, 0) / span) * 7);
}

/** @throws usage for settings that no plan can be made for */
export function checkSettings(settings: PlanSettings, day: LocalDate): PlanSettings {
  const { examDate, weeklyMinutes, days } = settings;
  if (examDate <= day)
    throw new CerttrackError('usage', `the exam on ${longDate(examDate)} does not lie ahead`, 'Name a date to come');
  if (daysBetween(day, examDate) > FURTHEST)
    throw new CerttrackError(
      'usage',
      `the exam on ${longDate(examDate)} is more than five years ahead`,
      'Check the year',
    );
  const dates = studyDates(settings, day);
  if (dates.length === 0)
    throw new CerttrackError(
      'usage',
      'the days off leave no day to study before the exam',
      'Shorten them, or certtrack plan skip none',
    );
  const count = Object.keys(days).length;
  if (dates.some((date) => dayShare(date, settings) > LONGEST_DAY))
    throw new CerttrackError(
      'usage',
      `${durationText(weeklyMinutes)} a week on ${count === 1 ? 'one day' : `${count} days`} do not fit`,
      'Name more weekdays: --days mon,tue,wed,thu,fri,sat,sun',
    );
  return settings;
}

function basisOf(env: Env, db: Db, { track, edition }: Current, settings: PlanSettings): string {
  return [logVersion(db), today(env.now), edition.id, JSON.stringify(settings), track.target, env.version].join(' ');
}

/** How long a practice exam takes: as long as the exam. */
export function examMinutes({ exam }: Edition): number {
  return exam.minutes ?? USUAL_MOCK;
}

function minutesOn(db: Db, { certId }: Track, edition: Edition, day: LocalDate): number {
  const studied = dailyMinutes(db, { certId, from: day, to: day }).get(day) ?? 0;
  return mocks(db, { certId })
    .filter(({ studyDate }) => studyDate === day)
    .reduce((sum, { minutes }) => sum + (minutes ?? examMinutes(edition)), studied);
}

import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import type { ExamResult } from '../../domain/exam-result.ts';
import { dayNumber, fromDayNumber, type LocalDate, type Weekday } from '../../domain/local-date.ts';
import type { Mock } from '../../domain/mock.ts';
import type { Advice } from '../../domain/readiness/advice.ts';
import type { Evidence } from '../../domain/readiness/exam.ts';
import { nextHour } from '../../domain/readiness/readiness.ts';
import {
  type Projection,
  projection,
  type Reading,
  readingDates,
  trajectory,
  trajectoryReader,
} from '../../domain/readiness/trajectory.ts';
import { type UsedResource, usedResources } from '../../domain/resource.ts';
import { type SectionMix, studyMix } from '../../domain/study-mix.ts';
import type { StudyNote } from '../../domain/study-note.ts';
import { recentPace, type StudyMinutes, type StudyWeek, studyWeeks } from '../../domain/study-weeks.ts';
import type { Track } from '../../domain/track.ts';
import { derived, logVersion } from '../../store/derived.ts';
import { examResults } from '../../store/exam-results.ts';
import { mocks } from '../../store/mocks.ts';
import { minutesByResource, resources } from '../../store/resources.ts';
import type { Db } from '../../store/sqlite.ts';
import { activityTotals, sessionNotes, studyMinutes } from '../../store/study-log.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { examDay } from '../readiness/exam-day.ts';
import type { Judged } from '../readiness/judge.ts';
import { nowFor } from '../readiness/now.ts';
import { type JudgedStanding, judgedStanding } from '../readiness/standing.ts';
import { currentTrack } from '../track/current-track.ts';
import { type Seal, sealOf } from './seal.ts';

/** How many notes a report holds: a page has to stay a page. */
const NOTES = 300;

/** All a report on one track tells: where it stands and how it got there. */
export interface StudyRecord extends Judged {
  /** For every topic, best first. */
  readonly advice: readonly Advice[];
  readonly trajectory: readonly Reading[];
  /** From today to the exam: without further study, and at the pace of the last four weeks; empty without an exam ahead. */
  readonly ahead: readonly Projection[];
  readonly log: readonly StudyMinutes[];
  readonly weeks: readonly StudyWeek[];
  readonly weekStart: Weekday;
  readonly mix: readonly SectionMix[];
  readonly mocks: readonly Mock[];
  readonly results: readonly ExamResult[];
  /** The newest notes and how many there are; null when they are left out. */
  readonly journal: { readonly notes: readonly StudyNote[]; readonly total: number } | null;
  readonly resources: readonly UsedResource[];
  readonly seal: Seal;
}

/** Gathers all a report on a track tells, as of today. */
function studyRecord(
  env: Env,
  db: Db,
  track: Track,
  edition: Edition,
  withNotes: boolean,
): Omit<StudyRecord, 'now' | 'expected'> {
  const day = today(env.now);
  const { certId } = track;
  const { weekStart } = env.settings;
  const standing = judgedStanding(env, db, track, edition, day);
  const log = studyMinutes(db, certId, day);
  const taken = mocks(db, { certId });
  const basis = [logVersion(db), day, edition.id, env.version].join(' ');
  const kept = <Value>(name: string, compute: () => Value) => derived(db, `${name} ${certId}`, basis, compute);
  return {
    ...standing,
    ...kept('trajectory', () => readinessOverTime(standing, evidenceOn(db, track, edition, day), day, log)),
    log,
    weeks: studyWeeks(log, day, weekStart),
    weekStart,
    mix: studyMix(edition.sections, activityTotals(db, certId, day)),
    mocks: taken,
    results: examResults(db, certId),
    journal: withNotes ? sessionNotes(db, certId, day, NOTES) : null,
    resources: usedResources(resources(db, certId), minutesByResource(db, certId)),
    seal: kept('seal', () => sealOf(db, certId, taken, log, env.version)),
  };
}

function readinessOverTime(
  { exam, readiness, track, edition }: JudgedStanding,
  evidence: Evidence,
  day: LocalDate,
  log: readonly StudyMinutes[],
): Pick<StudyRecord, 'advice' | 'trajectory' | 'ahead'> {
  const examDate = track.examDate !== null && track.examDate > day ? track.examDate : null;
  const wish = { today: dayNumber(day), minutes: 60 };
  const seenFrom = dayNumber(examDate ?? day);
  const read = trajectoryReader();
  const pace = recentPace(log, day);
  const paces = examDate === null ? [] : [0, ...(pace > 0 ? [pace] : [])];
  const readings = trajectory(exam, evidence, readingDates(firstDay(evidence, day), day), read);
  return {
    trajectory: readings,
    advice: nextHour(exam, evidence, seenFrom, readiness.gate, edition.exam.style, wish, { read }).advice,
    ahead: paces.map((minutes) => projection(exam, evidence, day, examDate ?? day, minutes, read)),
  };
}

/** The day of the first thing the model knows. */
function firstDay({ topics, mocks: papers }: Evidence, day: LocalDate): LocalDate {
  const starts = [...topics.values()].flatMap(([first]) => first?.day ?? []);
  return fromDayNumber(Math.min(dayNumber(day), ...starts, ...papers.map((paper) => paper.day)));
}

/** Gathers all a report tells. @throws not_found or decision_needed */
export async function gatherStudyRecord(
  env: Env,
  input: { readonly cert?: string | undefined; readonly notes: boolean },
) {
  const db = await env.open();
  const { track, edition } = currentTrack(env, db, input.cert);
  const record = studyRecord(env, db, track, edition, input.notes);
  return { ...record, expected: examDay(env, db, record), now: await nowFor(env, db, record) };
}

import { dayNumber, type LocalDate } from '../../domain/local-date.ts';
import type { PlanBlock } from '../../domain/plan/plan.ts';
import { type Asked, askedUpTo } from '../../domain/readiness/asked.ts';
import { type Mastery, outlook, summary } from '../../domain/readiness/assess.ts';
import type { Evidence, Exam } from '../../domain/readiness/exam.ts';
import { infer } from '../../domain/readiness/infer.ts';
import { EFFICIENCY } from '../../domain/readiness/parameters.ts';
import { type PlannedStudy, withPlanned } from '../../domain/readiness/planned-study.ts';
import { type WhyPoint, whyPoints } from '../../domain/readiness/why.ts';
import { derived, logVersion } from '../../store/derived.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { paceOf, planAt, planToday } from '../plan/plan.ts';
import { evidenceOn } from './evidence.ts';
import type { JudgedStanding } from './standing.ts';

/** Chances to pass on the day of the exam, each in 0..1; `planned` rests on the plan, or on the pace of the last four weeks. */
interface ExamDayChances {
  readonly rests: 'plan' | 'pace';
  readonly planned: number;
  /** With half the hours, and with half as many more. */
  readonly half: number;
  readonly more: number;
}

/** What is to be expected of the exam, on its day where it lies ahead, today otherwise. */
export interface ExamDay {
  readonly date: LocalDate;
  /** Null where nothing is planned and there is no pace, or no exam ahead. */
  readonly chances: ExamDayChances | null;
  /** If nothing more is studied; null without an exam ahead. */
  readonly idle: number | null;
  /** The expected score, and bounds that it stays within 8 times of 10. */
  readonly score: number;
  readonly score80: { readonly low: number; readonly high: number };
  readonly sections: readonly (Pick<Mastery, 'mean'> & { readonly id: string })[];
  /** What was answered so far. */
  readonly asked: Asked;
  /** The score in points that add up; null where only questions met before were answered. */
  readonly why: readonly WhyPoint[] | null;
}

/** Looks at the day of the exam: with the plan, with half of it and half more, and without more study. Kept until the log changes. */
export function examDay(env: Env, db: Db, standing: JudgedStanding): ExamDay {
  const { track, edition, exam, today: day } = standing;
  const basis = [logVersion(db), day, edition.id, track.target, env.version].join(' ');
  return derived(db, `exam day ${track.certId}`, basis, () => {
    const date = track.examDate !== null && track.examDate > day ? track.examDate : day;
    const evidence = evidenceOn(db, track, edition, day);
    const ahead = plannedStudy(env, db, standing);
    return expectedOn(exam, evidence, { today: day, date, ahead });
  });
}

interface Ahead {
  readonly rests: 'plan' | 'pace';
  readonly study: readonly PlannedStudy[];
}

function expectedOn(
  exam: Exam,
  evidence: Evidence,
  { today, date, ahead }: { today: LocalDate; date: LocalDate; ahead: Ahead | null },
): ExamDay {
  const day = dayNumber(date);
  const seen = (share: number) => summary(outlook(infer(exam, withPlanned(evidence, ahead?.study ?? [], share), day)));
  const full = seen(1);
  return {
    date,
    chances: ahead && { rests: ahead.rests, planned: full.chance, half: seen(0.5).chance, more: seen(1.5).chance },
    idle: date > today ? seen(0).chance : null,
    score: full.score,
    score80: full.score80,
    sections: full.sections.map(({ id, mean }) => ({ id, mean })),
    asked: askedUpTo(exam, evidence, dayNumber(today)),
    why: whyPoints(exam, evidence, { today: dayNumber(today), examDay: day, planned: ahead?.study ?? [] }),
  };
}

/** What the plan has until the exam, or what the pace of the last four weeks would bring; null without an exam ahead or either. */
function plannedStudy(env: Env, db: Db, { track, edition, today }: JudgedStanding): Ahead | null {
  const plan = planToday(env, db, { track, edition });
  if (typeof plan !== 'string') return { rests: 'plan', study: studyIn(plan.blocks) };
  const weeklyMinutes = paceOf(db, track.certId, today);
  if (track.examDate === null || track.examDate <= today || weeklyMinutes === 0) return null;
  const atPace = planAt(env, db, { track, edition }, { examDate: track.examDate, weeklyMinutes });
  return { rests: 'pace', study: studyIn(atPace.blocks) };
}

/** Practice exams tell more than they teach, and are not the model's dose. */
function studyIn(blocks: readonly PlanBlock[]): PlannedStudy[] {
  return blocks.flatMap(({ topicId, date, minutes, activity }) =>
    topicId === null ? [] : [{ topicId, day: dayNumber(date), minutes: minutes * EFFICIENCY[activity] }],
  );
}

import type { ExamResult } from '../../domain/exam-result.ts';
import type { LocalDate, Weekday } from '../../domain/local-date.ts';
import type { Mock } from '../../domain/mock.ts';
import type { Advice } from '../../domain/readiness/advice.ts';
import type { Projection, Reading } from '../../domain/readiness/trajectory.ts';
import type { UsedResource } from '../../domain/resource.ts';
import type { SectionMix } from '../../domain/study-mix.ts';
import type { StudyNote } from '../../domain/study-note.ts';
import type { StudyMinutes, StudyWeek } from '../../domain/study-weeks.ts';
import type { JudgedStanding } from '../standing.ts';

/** What the report rests on, so that somebody else can check it: counts, and SHA-256 over the rows in hexadecimal. */
export interface Seal {
  readonly version: string;
  readonly sessions: number;
  readonly sessionsHash: string;
  readonly mocksHash: string | null;
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
}

/** All a report on one track tells: where it stands and how it got there. */
export interface StudyRecord extends JudgedStanding {
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

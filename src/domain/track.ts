import type { Edition } from './edition.ts';
import type { LocalDate } from './local-date.ts';
import type { Instant } from './zone.ts';

/** The target score assumed until a person chooses one, in percent. */
export const DEFAULT_TARGET = 70;

/** The target of a new track: the pass mark where the vendor publishes one in percent. */
export function publishedTarget({ exam }: Edition): number {
  return exam.passMark.kind === 'percent' ? exam.passMark.percent : DEFAULT_TARGET;
}

/** A person's enrolment in a certification: which edition, when the exam is, how much a week, which score to be sure of (percent). */
export interface Track {
  readonly certId: string;
  readonly editionId: string;
  readonly examDate: LocalDate | null;
  readonly weeklyMinutes: number | null;
  readonly target: number;
  /** Whether study for other certifications counts here at its stated share. */
  readonly countsRelated: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

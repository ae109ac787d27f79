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

/** A new track without exam date or goal. */
export function newTrack(certId: string, editionId: string, target: number, now: Instant): Track {
  return {
    certId,
    editionId,
    examDate: null,
    weeklyMinutes: null,
    target,
    countsRelated: true,
    createdAt: now,
    updatedAt: now,
  };
}

/** Tracks for certifications, by id with an edition each, that are not tracked yet. */
export function missingTracks(editions: ReadonlyMap<string, string>, present: readonly Track[], now: Instant): Track[] {
  return [...editions]
    .filter(([certId]) => present.every((track) => track.certId !== certId))
    .map(([certId, editionId]) => newTrack(certId, editionId, DEFAULT_TARGET, now));
}

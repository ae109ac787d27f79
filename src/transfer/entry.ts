import type { Instant } from '../domain/zone.ts';
import type { RowProblem } from './found.ts';

/** One piece of time as another tool keeps it. */
export interface Entry {
  /** Where it stands in the file, and its text there. */
  readonly line: number;
  readonly text: string;
  /** The tool's own id, which stays when the entry is changed; without one it is known by its clock and content. */
  readonly ownId?: string;
  /** What certtrack up to 0.2.0 knew it by, so that it finds what it imported then. */
  readonly formerName?: string;
  /** The start in the file's own words, whatever the zone: the wall clock as if it were UTC, the midnight of a date alone. */
  readonly clock: number;
  readonly startedAt: Instant;
  /** Null while it is still running. */
  readonly endedAt: Instant | null;
  /** Set when the file tells the day only, and the time depends on what else the day holds. */
  readonly placed?: true;
  /** Minutes worked, where that is less than from start to end. */
  readonly minutes?: number;
  /** The zone it happened in, as far as the tool tells. */
  readonly timezone: string;
  /** Projects, tags or accounts: the words that may name topics. */
  readonly labels: readonly string[];
  readonly note: string | null;
}

/** What a reader of another tool's format yields. */
export type EntryOrProblem = Entry | RowProblem;

/** Reads another tool's file as entries. Its clocks are of this machine's zone where it tells none; `namesTopic` tells of a label whether it names topics. */
export type EntryReader = (
  pieces: Iterable<string>,
  timezone: string,
  namesTopic: (label: string) => boolean,
) => Iterable<EntryOrProblem>;

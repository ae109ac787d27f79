import type { Instant } from '../domain/zone.ts';
import type { RowProblem } from './found.ts';

/** One piece of time as another tool keeps it. */
export interface Entry {
  /** Where it stands in the file, and its text there. */
  readonly line: number;
  readonly text: string;
  /** What is the same whenever the tool tells of this entry again. */
  readonly sourceId: string;
  /** The tool's own id, which stays when the start is changed. */
  readonly ownId?: true;
  readonly startedAt: Instant;
  /** Null while it is still running. */
  readonly endedAt: Instant | null;
  /** Minutes worked, where that is less than from start to end. */
  readonly minutes?: number;
  /** The IANA zone it happened in, as far as the tool tells. */
  readonly timezone: string;
  /** Projects, tags or accounts: the words that may name topics. */
  readonly labels: readonly string[];
  readonly note: string | null;
}

/** What a reader of another tool's format yields. */
export type EntryOrProblem = Entry | RowProblem;

import type { Session } from '../domain/session.ts';

/**
 * A row that cannot be imported: the line it starts on, counted from 1, why, and its text as it stands in the file. Without a text
 * it is not one row that is wrong but the file, and nothing of it can be left out.
 */
export interface RowProblem {
  readonly line: number;
  readonly message: string;
  readonly text?: string;
}

/** Why an entry of another tool is no session: its labels say so, it is still running, shorter than half a minute, or was deleted. */
export type LeftOut = 'skipped' | 'running' | 'short' | 'deleted';

/** A session as a file tells it, and what has to be known to find it again in the log. */
export interface FoundSession {
  readonly kind: 'session';
  readonly session: Session;
  /** Where it stands in the file, and its text there. */
  readonly row: Pick<RowProblem, 'line' | 'text'>;
  /** The id that certtrack up to 0.2.0 gave it. */
  readonly formerId?: string | undefined;
  /** Set when the file tells its day only: the time of day is ours and may move when the file is edited. */
  readonly placed?: boolean | undefined;
  /** Set when the id is made of the content, so that after an edit in the file it is another session. */
  readonly byContent?: boolean | undefined;
}

/** What a reader finds, in the order of the file: sessions, what is wrong, what is no session, and labels nobody has explained yet. */
export type Found =
  | FoundSession
  | { readonly kind: 'problem'; readonly problem: RowProblem }
  | { readonly kind: 'left-out'; readonly why: LeftOut }
  | { readonly kind: 'unknown'; readonly label: string; readonly minutes: number };

/** The first thing wrong with a row; thrown where it is noticed and caught where sessions are put together. */
export class RowError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Thrown where a row belongs to a session that was already passed on; the file must be read again in `any` order. */
export class ScatteredRows extends Error {}

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

/** What a reader finds, in the order of the file: sessions, what is wrong, what is no session, and labels nobody has explained yet. */
export type Found =
  | { readonly kind: 'session'; readonly session: Session }
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

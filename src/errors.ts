/** Every way certtrack can fail, and the exit code a script sees. The one table; the README and `help exit-codes` are tested against it. */
export const EXIT_CODES = {
  not_met: 1,
  unhealthy: 1,
  usage: 2,
  decision_needed: 2,
  not_found: 3,
  bad_data: 4,
  database_locked: 5,
  database_newer: 5,
  database_damaged: 5,
  database_unwritable: 5,
  disk_full: 5,
  bug: 70,
  interrupted: 130,
} as const;

export type ErrorCode = keyof typeof EXIT_CODES;

/** A failure a person can act on: what happened (`message`) and what to do about it (`hint`). */
export class CerttrackError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
  }
}

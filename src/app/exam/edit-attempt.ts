import { parseDay, today } from '../../domain/day.ts';
import { type ExamResult, examPhrase } from '../../domain/exam-result.ts';
import { CerttrackError } from '../../errors.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Outcome } from '../change.ts';
import { attemptNamer, type NamedAttempt } from '../entry/show-entries.ts';
import type { Env } from '../env.ts';

/** Fields of an attempt at an exam to change: what is left out stays, null clears. */
export interface AttemptEdits {
  readonly date?: string | undefined;
  readonly passed?: boolean | undefined;
  readonly note?: string | null | undefined;
}

/** The change of an attempt. @throws usage for a day to come */
export function attemptEdited(env: Env, db: Db, before: ExamResult, edits: AttemptEdits): Outcome<NamedAttempt> {
  const examDate = edits.date === undefined ? before.examDate : parseDay(edits.date, env.now);
  if (examDate > today(env.now))
    throw new CerttrackError(
      'usage',
      'the exam would lie in the future',
      'Check --date; to book one: certtrack exam book',
    );
  const after: ExamResult = {
    ...before,
    examDate,
    passed: edits.passed ?? before.passed,
    note: edits.note === undefined ? before.note : edits.note,
  };
  return {
    action: 'edit',
    summary: `changed ${examPhrase(before)}`,
    changes: [{ entity: 'result', id: before.id, before, after }],
    result: () => attemptNamer(db)(after),
  };
}

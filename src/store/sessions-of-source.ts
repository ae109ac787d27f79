import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './sqlite.ts';

/** A session by its id and study date. */
export interface DatedSession {
  readonly id: string;
  readonly studyDate: LocalDate;
}

/** The living sessions that came from one source, oldest first. */
export function sessionsOfSource(db: Db, source: string): DatedSession[] {
  return db
    .prepare(
      'SELECT id, study_date AS studyDate FROM session WHERE source = ? AND deleted_at IS NULL ORDER BY started_at, id',
    )
    .all(source) as DatedSession[];
}

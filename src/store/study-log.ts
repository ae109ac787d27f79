import type { LocalDate } from '../domain/local-date.ts';
import type { ActivityTotal } from '../domain/study-mix.ts';
import type { StudyNote } from '../domain/study-note.ts';
import type { StudyMinutes } from '../domain/study-weeks.ts';
import type { Db } from './sqlite.ts';

/** Minutes of a certification by study date and activity up to `until`, oldest first; time outside the guide counts. */
export function studyMinutes(db: Db, certId: string, until: LocalDate): StudyMinutes[] {
  return db
    .prepare(
      `SELECT study_date AS date, activity, sum(minutes) AS minutes FROM topic_day WHERE cert_id = ? AND study_date <= ?
       GROUP BY study_date, activity ORDER BY study_date, activity`,
    )
    .all(certId, until) as StudyMinutes[];
}

/** Minutes and practice questions of a certification by topic and activity up to `until`. */
export function activityTotals(db: Db, certId: string, until: LocalDate): ActivityTotal[] {
  return db
    .prepare(
      `SELECT topic_id AS topicId, activity, sum(minutes) AS minutes, sum(questions) AS questions
       FROM topic_day WHERE cert_id = ? AND study_date <= ? GROUP BY topic_id, activity ORDER BY topic_id, activity`,
    )
    .all(certId, until) as ActivityTotal[];
}

/** The newest `limit` notes of a certification's sessions up to `until`, newest first, and how many there are. */
export function sessionNotes(
  db: Db,
  certId: string,
  until: LocalDate,
  limit: number,
): { readonly notes: readonly StudyNote[]; readonly total: number } {
  const own = `FROM session WHERE cert_id = ? AND study_date <= ? AND deleted_at IS NULL AND trim(ifnull(note, '')) <> ''`;
  const rows = db
    .prepare(
      `SELECT study_date AS date, activity, note, resource,
         (SELECT json_group_array(topic_id) FROM (SELECT topic_id FROM session_topic WHERE session_id = session.id ORDER BY position)) AS topicIds
       ${own} ORDER BY started_at DESC, id DESC LIMIT ?`,
    )
    .all(certId, until, limit) as (Omit<StudyNote, 'topicIds'> & { topicIds: string })[];
  return {
    notes: rows.map((row) => ({ ...row, topicIds: JSON.parse(row.topicIds) as string[] })),
    total: db.prepare(`SELECT count(*) ${own}`).pluck().get(certId, until) as number,
  };
}

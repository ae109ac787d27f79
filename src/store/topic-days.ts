import type { LocalDate } from '../domain/local-date.ts';
import type { Evidence, TopicTotal } from '../domain/progress.ts';
import type { Session } from '../domain/session.ts';
import type { Db } from './open.ts';

/** Adds a session's parts to the evidence (`sign` 1) or takes them out again (-1). Deleted sessions are no evidence. */
export function evidenceCounter(db: Db): (session: Session | null, sign: 1 | -1) => void {
  const add = db.prepare(
    `INSERT INTO topic_day (cert_id, edition_id, topic_id, study_date, activity, sessions, minutes, correct, questions)
     VALUES (@certId, @editionId, @topicId, @studyDate, @activity, @sign, @minutes, @correct, @questions)
     ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions, minutes = minutes + excluded.minutes,
       correct = correct + excluded.correct, questions = questions + excluded.questions`,
  );
  const sweep = db.prepare(
    `DELETE FROM topic_day WHERE cert_id = @certId AND edition_id = @editionId AND topic_id = @topicId
       AND study_date = @studyDate AND activity = @activity AND sessions = 0`,
  );
  return (session, sign) => {
    if (session === null || session.deletedAt !== null) return;
    const { certId, editionId, studyDate } = session;
    for (const part of session.parts) {
      const key = { certId, editionId, topicId: part.topicId, studyDate, activity: session.activity ?? '' };
      const { minutes, correct, questions } = part;
      add.run({
        ...key,
        sign,
        minutes: sign * minutes,
        correct: sign * (correct ?? 0),
        questions: sign * (questions ?? 0),
      });
      if (sign === -1) sweep.run(key);
    }
  };
}

const FROM_LOG = `
  SELECT cert_id, edition_id, topic_id, study_date, ifnull(activity, '') AS activity, count(*) AS sessions, sum(minutes) AS minutes,
    sum(ifnull(correct, 0)) AS correct, sum(ifnull(questions, 0)) AS questions
  FROM session JOIN session_topic ON session_id = session.id
  WHERE deleted_at IS NULL
  GROUP BY cert_id, edition_id, topic_id, study_date, ifnull(activity, '')`;

/** Rows by which the kept evidence and a recomputation from the log differ: none unless something is broken. */
export function evidenceDrift(db: Db): unknown[] {
  return db
    .prepare(
      `SELECT * FROM (${FROM_LOG} EXCEPT SELECT * FROM topic_day) UNION ALL SELECT * FROM (SELECT * FROM topic_day EXCEPT ${FROM_LOG})`,
    )
    .all();
}

/** Makes the evidence anew from the log. */
export function rebuildEvidence(db: Db): void {
  db.transaction(() => db.exec(`DELETE FROM topic_day; INSERT INTO topic_day ${FROM_LOG}`)).immediate();
}

/** The evidence of a certification, topics of every edition it was logged against, with the minutes of the days from `from` to `to` apart. */
export function evidenceOf(
  db: Db,
  certId: string,
  week: { readonly from: LocalDate; readonly to: LocalDate },
): Evidence {
  const topics = db
    .prepare(
      `SELECT topic_id AS topicId, sum(minutes) AS minutes, total(minutes) FILTER (WHERE study_date BETWEEN @from AND @to) AS weekMinutes,
         sum(correct) AS correct, sum(questions) AS questions, max(study_date) AS lastDate
       FROM topic_day WHERE cert_id = @certId GROUP BY topic_id`,
    )
    .all({ certId, ...week }) as TopicTotal[];
  const days = db
    .prepare('SELECT count(DISTINCT study_date) FROM topic_day WHERE cert_id = ?')
    .pluck()
    .get(certId) as number;
  return { topics, daysStudied: days };
}

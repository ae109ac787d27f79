import type { LocalDate } from '../domain/local-date.ts';
import type { StudyTotals, TopicTotal } from '../domain/progress.ts';
import type { Session } from '../domain/session.ts';
import type { Db } from './open.ts';

/** Adds a session's parts to the evidence (`sign` 1) or takes them out again (-1). Deleted sessions are no evidence. */
export function evidenceCounter(db: Db): (session: Session | null, sign: 1 | -1) => void {
  const add = db.prepare(
    `INSERT INTO topic_day (cert_id, edition_id, topic_id, study_date, activity, sessions, minutes, correct, questions,
       tested_minutes, rating_sum, rating_weight)
     VALUES (@certId, @editionId, @topicId, @studyDate, @activity, @sign, @minutes, @correct, @questions,
       @testedMinutes, @ratingSum, @ratingWeight)
     ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions, minutes = minutes + excluded.minutes,
       correct = correct + excluded.correct, questions = questions + excluded.questions,
       tested_minutes = tested_minutes + excluded.tested_minutes, rating_sum = rating_sum + excluded.rating_sum,
       rating_weight = rating_weight + excluded.rating_weight`,
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
      const weight = session.confidence === null ? 0 : Math.max(minutes, 1);
      add.run({
        ...key,
        sign,
        minutes: sign * minutes,
        correct: sign * (correct ?? 0),
        questions: sign * (questions ?? 0),
        testedMinutes: questions === null ? 0 : sign * minutes,
        ratingSum: sign * weight * (session.confidence ?? 0),
        ratingWeight: sign * weight,
      });
      if (sign === -1) sweep.run(key);
    }
  };
}

const FROM_LOG = `
  SELECT cert_id, edition_id, topic_id, study_date, ifnull(activity, '') AS activity, count(*) AS sessions, sum(minutes) AS minutes,
    sum(ifnull(correct, 0)) AS correct, sum(ifnull(questions, 0)) AS questions, sum(iif(questions > 0, minutes, 0)) AS tested_minutes,
    sum(iif(confidence IS NULL, 0, confidence * max(minutes, 1))) AS rating_sum,
    sum(iif(confidence IS NULL, 0, max(minutes, 1))) AS rating_weight
  FROM session JOIN session_topic ON session_id = session.id
  WHERE deleted_at IS NULL
  GROUP BY cert_id, edition_id, topic_id, study_date, ifnull(activity, '')`;

const KEPT =
  'cert_id, edition_id, topic_id, study_date, activity, sessions, minutes, correct, questions, tested_minutes, rating_sum, rating_weight';

/** Rows by which the kept evidence and a recomputation from the log differ: none unless something is broken. */
export function evidenceDrift(db: Db): unknown[] {
  return db
    .prepare(
      `SELECT * FROM (${FROM_LOG} EXCEPT SELECT ${KEPT} FROM topic_day) UNION ALL SELECT * FROM (SELECT ${KEPT} FROM topic_day EXCEPT ${FROM_LOG})`,
    )
    .all();
}

/** The totals of a certification up to a study date, topics of every edition it was logged against, with the minutes of the `week` apart. */
export function studyTotals(
  db: Db,
  certId: string,
  week: { readonly from: LocalDate; readonly to: LocalDate },
  until: LocalDate,
): StudyTotals {
  const topics = db
    .prepare(
      `SELECT topic_id AS topicId, sum(minutes) AS minutes, total(minutes) FILTER (WHERE study_date BETWEEN @from AND @to) AS weekMinutes,
         sum(correct) AS correct, sum(questions) AS questions, max(study_date) AS lastDate
       FROM topic_day WHERE cert_id = @certId AND study_date <= @until GROUP BY topic_id`,
    )
    .all({ certId, until, ...week }) as TopicTotal[];
  const days = db
    .prepare('SELECT count(DISTINCT study_date) FROM topic_day WHERE cert_id = ? AND study_date <= ?')
    .pluck()
    .get(certId, until) as number;
  return { topics, daysStudied: days };
}

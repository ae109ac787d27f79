import { carriedTotals, carryOver } from '../domain/carry-over.ts';
import type { Edition } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { StudyTotals, TopicTotal } from '../domain/progress.ts';
import type { Session } from '../domain/session.ts';
import { mappings } from './mappings.ts';
import type { Db } from './open.ts';

/** Sums evidence up in memory and writes each topic's day once: an import of many years touches the same days again and again. */
export interface EvidenceCounter {
  /** Adds a session's parts (`sign` 1) or takes them out again (-1). Deleted sessions are no evidence. */
  readonly count: (session: Session | null, sign: 1 | -1) => void;
  /** Writes what is counted; to be called when all is counted, in the same transaction. */
  readonly write: () => void;
}

/** What one topic's day adds up, in the order of the columns. */
const SUMS = ['sessions', 'minutes', 'correct', 'questions', 'tested_minutes', 'rating_sum', 'rating_weight'] as const;
const MOST_HELD = 5000;

export function evidenceCounter(db: Db): EvidenceCounter {
  const add = db.prepare(
    `INSERT INTO topic_day (cert_id, edition_id, topic_id, study_date, activity, ${SUMS.join(', ')})
     VALUES (?, ?, ?, ?, ?, ${SUMS.map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET ${SUMS.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`,
  );
  const sweep = db.prepare(
    'DELETE FROM topic_day WHERE cert_id = ? AND edition_id = ? AND topic_id = ? AND study_date = ? AND activity = ? AND sessions = 0',
  );
  const held = new Map<string, { readonly key: readonly string[]; readonly sums: number[] }>();
  const write = () => {
    for (const { key, sums } of held.values()) {
      add.run(...key, ...sums);
      if ((sums[0] ?? 0) <= 0) sweep.run(...key);
    }
    held.clear();
  };
  return {
    write,
    count(session, sign) {
      if (session === null || session.deletedAt !== null) return;
      const { certId, editionId, studyDate, activity, confidence } = session;
      for (const { topicId, minutes, correct, questions } of session.parts) {
        const key = [certId, editionId, topicId, studyDate, activity ?? ''];
        const name = key.join('\n');
        const known = held.get(name) ?? { key, sums: SUMS.map(() => 0) };
        const weight = confidence === null ? 0 : Math.max(minutes, 1);
        const tested = questions === null ? 0 : minutes;
        [1, minutes, correct ?? 0, questions ?? 0, tested, weight * (confidence ?? 0), weight].forEach((amount, i) => {
          known.sums[i] = (known.sums[i] ?? 0) + sign * amount;
        });
        held.set(name, known);
      }
      if (held.size > MOST_HELD) write();
    },
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

/** Makes the evidence, and what was derived from it, anew from the log. */
export function rebuildEvidence(db: Db): void {
  db.transaction(() =>
    db.exec(`DELETE FROM derived; DELETE FROM topic_day; INSERT INTO topic_day (${KEPT}) ${FROM_LOG}`),
  ).immediate();
}

/** The totals of a certification up to a study date, seen through an edition, with the minutes of the `week` apart. */
export function studyTotals(
  db: Db,
  edition: Edition,
  week: { readonly from: LocalDate; readonly to: LocalDate },
  until: LocalDate,
): StudyTotals {
  const topics = db
    .prepare(
      `SELECT edition_id AS editionId, topic_id AS topicId, sum(minutes) AS minutes, total(minutes) FILTER (WHERE study_date BETWEEN @from AND @to) AS weekMinutes,
         sum(correct) AS correct, sum(questions) AS questions, max(study_date) AS lastDate
       FROM topic_day WHERE cert_id = @certId AND study_date <= @until GROUP BY edition_id, topic_id`,
    )
    .all({ certId: edition.certId, until, ...week }) as (TopicTotal & { readonly editionId: string })[];
  const days = db
    .prepare('SELECT count(DISTINCT study_date) FROM topic_day WHERE cert_id = ? AND study_date <= ?')
    .pluck()
    .get(edition.certId, until) as number;
  return { topics: carriedTotals(topics, carryOver(mappings(db), edition)), daysStudied: days };
}

/** Minutes logged on each topic of a certification up to a study date, by topic id and whatever the edition. */
export function minutesByTopic(db: Db, certId: string, until: LocalDate): Map<string, number> {
  const rows = db
    .prepare('SELECT topic_id, sum(minutes) FROM topic_day WHERE cert_id = ? AND study_date <= ? GROUP BY topic_id')
    .raw()
    .all(certId, until) as [string, number][];
  return new Map(rows);
}

/** Minutes logged on each topic of an edition, by topic id; topics without a session are not there. */
export function studiedTopics(db: Db, editionId: string): Map<string, number> {
  const rows = db
    .prepare('SELECT topic_id, sum(minutes) FROM topic_day WHERE edition_id = ? GROUP BY topic_id ORDER BY topic_id')
    .raw()
    .all(editionId) as [string, number][];
  return new Map(rows);
}

import { carriedTotals, carryOver } from '../domain/carry-over.ts';
import type { Edition } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { StudyTotals, TopicTotal } from '../domain/progress.ts';
import { mappings } from './mappings.ts';
import { columnsOf, fromLog, ROLLUPS } from './rollups.ts';
import type { Db } from './sqlite.ts';

/** Rows by which the kept evidence and a recomputation from the log differ: none unless something is broken. */
export function evidenceDrift(db: Db): unknown[] {
  return ROLLUPS.flatMap((rollup) => {
    const kept = `SELECT ${columnsOf(rollup)} FROM ${rollup.table}`;
    return db
      .prepare(
        `SELECT * FROM (${fromLog(rollup)} EXCEPT ${kept}) UNION ALL SELECT * FROM (${kept} EXCEPT ${fromLog(rollup)})`,
      )
      .all();
  });
}

/** Makes the evidence, and what was derived from it, anew from the log. */
export function rebuildEvidence(db: Db): void {
  db.transaction(() => {
    db.exec('DELETE FROM derived; DELETE FROM study_past');
    for (const rollup of ROLLUPS)
      db.exec(`DELETE FROM ${rollup.table}; INSERT INTO ${rollup.table} (${columnsOf(rollup)}) ${fromLog(rollup)}`);
  }).immediate();
}

/** Totals by topic and edition up to a study date: all there is, less what comes after it. Each part is a search in the primary key. */
const TOTALS = `
  SELECT topic_total.edition_id AS editionId, topic_total.topic_id AS topicId,
    topic_total.minutes - total(later.minutes) AS minutes, topic_total.correct - total(later.correct) AS correct,
    topic_total.questions - total(later.questions) AS questions
  FROM topic_total LEFT JOIN topic_day AS later ON later.cert_id = topic_total.cert_id AND later.edition_id = topic_total.edition_id
    AND later.topic_id = topic_total.topic_id AND later.study_date > @until
  WHERE topic_total.cert_id = @certId GROUP BY topic_total.edition_id, topic_total.topic_id`;

/** The totals of a certification up to a study date, seen through an edition, with the minutes of the `week` apart. */
export function studyTotals(
  db: Db,
  edition: Edition,
  week: { readonly from: LocalDate; readonly to: LocalDate },
  until: LocalDate,
): StudyTotals {
  const topics = db
    .prepare(
      `WITH upto AS (${TOTALS})
       SELECT upto.*,
         (SELECT total(minutes) FROM topic_day WHERE cert_id = @certId AND edition_id = editionId AND topic_id = topicId
            AND study_date BETWEEN @from AND min(@to, @until)) AS weekMinutes,
         (SELECT max(study_date) FROM topic_day WHERE cert_id = @certId AND edition_id = editionId AND topic_id = topicId
            AND study_date <= @until) AS lastDate
       FROM upto WHERE lastDate IS NOT NULL`,
    )
    .all({ certId: edition.certId, until, ...week }) as (TopicTotal & { readonly editionId: string })[];
  const days = db
    .prepare('SELECT count(*) FROM study_day WHERE cert_id = ? AND study_date <= ?')
    .pluck()
    .get(edition.certId, until) as number;
  return { topics: carriedTotals(topics, carryOver(mappings(db), edition)), daysStudied: days };
}

/** Minutes logged on each topic of a certification up to a study date, by topic id and whatever the edition. */
export function minutesByTopic(db: Db, certId: string, until: LocalDate): Map<string, number> {
  const rows = db
    .prepare(`SELECT topicId, sum(minutes) AS studied FROM (${TOTALS}) GROUP BY topicId HAVING studied > 0`)
    .raw()
    .all({ certId, until }) as [string, number][];
  return new Map(rows);
}

/** Minutes logged on each topic of an edition, by topic id; topics without a session are not there. */
export function studiedTopics(db: Db, editionId: string): Map<string, number> {
  const rows = db
    .prepare('SELECT topic_id, sum(minutes) FROM topic_total WHERE edition_id = ? GROUP BY topic_id ORDER BY topic_id')
    .raw()
    .all(editionId) as [string, number][];
  return new Map(rows);
}

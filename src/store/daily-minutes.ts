import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './sqlite.ts';

/** Which study to add up; every part narrows. Both ends are included. */
export interface DailyFilter {
  readonly certId?: string | undefined;
  readonly topicIds?: readonly string[] | undefined;
  readonly activity?: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Minutes studied on each study date; days without study are not in it. */
export function dailyMinutes(db: Db, { certId, topicIds, activity, from, to }: DailyFilter): Map<LocalDate, number> {
  const every = topicIds === undefined && activity === undefined;
  const rows = db
    .prepare(
      every
        ? `SELECT study_date AS date, sum(minutes) AS minutes FROM study_day
       WHERE study_date BETWEEN @from AND @to AND (@certId IS NULL OR cert_id = @certId) GROUP BY study_date ORDER BY study_date`
        : `SELECT study_date AS date, sum(minutes) AS minutes FROM topic_day
       WHERE study_date BETWEEN @from AND @to AND (@certId IS NULL OR cert_id = @certId)
         AND (@activity IS NULL OR activity = @activity)
         AND (@topics IS NULL OR topic_id IN (SELECT value FROM json_each(@topics)))
       GROUP BY study_date ORDER BY study_date`,
    )
    .all({
      from,
      to,
      certId: certId ?? null,
      activity: activity ?? null,
      topics: topicIds === undefined ? null : JSON.stringify(topicIds),
    }) as { date: LocalDate; minutes: number }[];
  return new Map(rows.map(({ date, minutes }) => [date, minutes]));
}

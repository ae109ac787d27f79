import type { Standing } from '../app/readiness/standing.ts';
import { type Edition, OTHER_TITLE, OTHER_TOPIC } from '../domain/edition.ts';
import { accuracy } from '../domain/score.ts';
import type { Cell, Column, Json, Report } from './doc.ts';
import { rounded } from './words.ts';

const COLUMNS: readonly Column[] = [
  'cert_id',
  'edition',
  'section_id',
  'section',
  'topic_id',
  'topic',
  'weight_percent',
  'minutes',
  'recommended_minutes',
  'coverage',
  'correct',
  'questions',
  'low_95',
  'high_95',
  'last_study_date',
].map((key) => ({ key, header: key }));

/** The totals of every topic as one flat table, for spreadsheets and scripts. */
export function topicsReport({ edition, progress }: Standing): Report & { readonly rows: number } {
  const values = progress.sections.flatMap(({ section, topics }) =>
    topics.map(({ topic, weight, minutes, recommended, coverage, score, lastDate }): (string | number | null)[] => {
      const interval = score === null ? null : accuracy(score);
      return [
        edition.certId,
        edition.id,
        section.id,
        section.title,
        topic.id,
        topic.title,
        rounded(weight * 100),
        minutes,
        recommended,
        rounded(coverage),
        score?.correct ?? null,
        score?.questions ?? null,
        interval && rounded(interval.low),
        interval && rounded(interval.high),
        lastDate,
      ];
    }),
  );
  const rows = progress.otherMinutes > 0 ? [...values, otherRow(edition, progress.otherMinutes)] : values;
  return {
    title: `Topics of ${edition.id}`,
    rows: rows.length,
    data: rows.map((row) => Object.fromEntries(COLUMNS.map(({ key }, i) => [key, row[i] ?? null]))) satisfies Json,
    blocks: [
      {
        kind: 'table',
        columns: COLUMNS,
        rows: rows.map((row) => row.map((value): Cell => ({ text: String(value ?? ''), value }))),
      },
    ],
  };
}

function otherRow(edition: Edition, minutes: number): (string | number | null)[] {
  const known: Record<string, string | number> = {
    cert_id: edition.certId,
    edition: edition.id,
    topic_id: OTHER_TOPIC,
    topic: OTHER_TITLE,
    minutes,
  };
  return COLUMNS.map(({ key }) => known[key] ?? null);
}

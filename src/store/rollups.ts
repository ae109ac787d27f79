/** A table of sums over the parts of living sessions: what a row of it is about, and what it adds up. */
export interface Rollup {
  readonly table: string;
  readonly key: readonly Key[];
  readonly sums: readonly Sum[];
}

/** What a part of a session is filed under. */
export const KEYS = ['cert_id', 'edition_id', 'topic_id', 'study_date', 'activity'] as const;
export type Key = (typeof KEYS)[number];

/** What a part of a session adds. */
export const SUMS = [
  'sessions',
  'minutes',
  'correct',
  'questions',
  'tested_minutes',
  'rating_sum',
  'rating_weight',
] as const;
type Sum = (typeof SUMS)[number];

/** Evidence, and the coarser sums that daily commands ask for. */
export const ROLLUPS: readonly Rollup[] = [
  { table: 'topic_day', key: KEYS, sums: SUMS },
  {
    table: 'topic_total',
    key: ['cert_id', 'edition_id', 'topic_id'],
    sums: ['sessions', 'minutes', 'correct', 'questions'],
  },
  { table: 'study_day', key: ['cert_id', 'study_date'], sums: ['sessions', 'minutes'] },
];

const PARTS = `
  SELECT cert_id, edition_id, topic_id, study_date, ifnull(activity, '') AS activity, 1 AS sessions, minutes,
    ifnull(correct, 0) AS correct, ifnull(questions, 0) AS questions, iif(questions > 0, minutes, 0) AS tested_minutes,
    iif(confidence IS NULL, 0, confidence * max(minutes, 1)) AS rating_sum, iif(confidence IS NULL, 0, max(minutes, 1)) AS rating_weight
  FROM session JOIN session_topic ON session_id = session.id WHERE deleted_at IS NULL`;

/** The columns of a rollup, as they stand in it and in `fromLog`. */
export function columnsOf({ key, sums }: Rollup): string {
  return [...key, ...sums].join(', ');
}

/** SQL that makes a rollup from the log. */
export function fromLog({ key, sums }: Rollup): string {
  const added = sums.map((sum) => `sum(${sum}) AS ${sum}`);
  return `SELECT ${[...key, ...added].join(', ')} FROM (${PARTS}) GROUP BY ${key.join(', ')}`;
}

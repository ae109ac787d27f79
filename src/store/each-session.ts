import type { Activity } from '../domain/activity.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Part, Session } from '../domain/session.ts';
import type { Instant } from '../domain/zone.ts';
import { OWN_COLUMNS, type SessionFilter, where } from './sessions.ts';
import type { Db } from './sqlite.ts';

/** Sessions in the order they were studied, one at a time: memory stays flat however many there are. */
export function* eachSession(db: Db, filter: SessionFilter = {}): Generator<Session> {
  const { sql, params } = where(filter);
  const newest = filter.limit === undefined ? '' : 'ORDER BY started_at DESC, id DESC LIMIT @limit';
  const source = `SELECT ${OWN_COLUMNS}, topic_id, minutes, correct, questions
    FROM (SELECT * FROM session WHERE ${sql} ${newest}) AS session CROSS JOIN session_topic ON session_id = id
    ORDER BY started_at, id, position`;
  let session: (Session & { readonly parts: Part[] }) | undefined;
  for (const row of db.prepare(source).raw().iterate(params) as IterableIterator<JoinedRow>) {
    if (session?.id === row[0]) {
      session.parts.push(partOf(row));
      continue;
    }
    if (session) yield session;
    session = sessionOf(row);
  }
  if (session) yield session;
}

/** The columns of `OWN_COLUMNS` as an array, which is read faster than an object, then those of one part. */
type JoinedRow = [
  ...[id: string, certId: string, editionId: string, startedAt: Instant, endedAt: Instant, timezone: string],
  ...[studyDate: LocalDate, activity: Activity | null, confidence: number | null, note: string | null, tags: string],
  ...[resource: string | null, source: string, createdAt: Instant, updatedAt: Instant, deletedAt: Instant | null],
  ...[topicId: string, minutes: number, correct: number | null, questions: number | null],
];

function sessionOf(row: JoinedRow): Session & { readonly parts: Part[] } {
  const tags = row[10] === '[]' ? [] : (JSON.parse(row[10]) as string[]);
  return {
    id: row[0],
    certId: row[1],
    editionId: row[2],
    startedAt: row[3],
    endedAt: row[4],
    timezone: row[5],
    studyDate: row[6],
    activity: row[7],
    confidence: row[8],
    note: row[9],
    tags,
    resource: row[11],
    source: row[12],
    createdAt: row[13],
    updatedAt: row[14],
    deletedAt: row[15],
    parts: [partOf(row)],
  };
}

function partOf(row: JoinedRow): Part {
  return { topicId: row[16], minutes: row[17], correct: row[18], questions: row[19] };
}

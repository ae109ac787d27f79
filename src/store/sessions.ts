import { LONGEST_SPAN } from '../domain/duration.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Part, Session } from '../domain/session.ts';
import type { Instant } from '../domain/zone.ts';
import type { Db } from './sqlite.ts';

/** Which sessions to list; every part narrows. Dates are study dates, both ends included. */
export interface SessionFilter {
  readonly certId?: string | undefined;
  readonly since?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly topicIds?: readonly string[] | undefined;
  readonly activity?: string | undefined;
  readonly tag?: string | undefined;
  /** A text in the note, in any case. */
  readonly grep?: string | undefined;
  /** Deleted sessions instead of the living ones. */
  readonly deleted?: boolean | undefined;
  /** The newest so many. */
  readonly limit?: number | undefined;
}

type Row = Omit<Session, 'parts' | 'tags'> & { tags: string; parts: string };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const PARTS = `(SELECT json_group_array(json_object('topicId', topic_id, 'minutes', minutes, 'correct', correct, 'questions', questions))
  FROM (SELECT * FROM session_topic WHERE session_id = session.id ORDER BY position))`;
/** A session's own columns, in the order of its properties. */
export const OWN_COLUMNS = `id, cert_id AS certId, edition_id AS editionId, started_at AS startedAt, ended_at AS endedAt, timezone,
  study_date AS studyDate, activity, confidence, note, tags, resource, source, created_at AS createdAt,
  updated_at AS updatedAt, deleted_at AS deletedAt`;
const COLUMNS = `${OWN_COLUMNS}, ${PARTS} AS parts`;

function toSession(row: Row): Session {
  return { ...row, tags: JSON.parse(row.tags) as string[], parts: JSON.parse(row.parts) as Part[] };
}

/** Finds sessions by their full id, deleted ones too. */
export function sessionFinder(db: Db): (id: string) => Session | undefined {
  const find = db.prepare(`SELECT ${COLUMNS} FROM session WHERE id = ?`);
  return (id) => {
    const row = find.get(id) as Row | undefined;
    return row && toSession(row);
  };
}

/** Tells whether a full id is in the log, deleted or not. */
export function sessionKnown(db: Db): (id: string) => boolean {
  const find = db.prepare('SELECT 1 FROM session WHERE id = ?').pluck();
  return (id) => find.get(id) !== undefined;
}

/** The session recorded last; deleted ones do not count. */
export function lastSessionId(db: Db): string | undefined {
  return db
    .prepare('SELECT id FROM session WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1')
    .pluck()
    .get() as string | undefined;
}

/** How many sessions there are, living ones unless asked otherwise. */
export function countSessions(db: Db, filter: SessionFilter = {}): number {
  const { sql, params } = where(filter);
  return db.prepare(`SELECT count(*) FROM session WHERE ${sql}`).pluck().get(params) as number;
}

/** Living sessions whose time overlaps [from, to). */
export function sessionsBetween(db: Db, from: Instant, to: Instant): Session[] {
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} FROM session WHERE deleted_at IS NULL AND started_at < ? AND started_at > ? AND ended_at > ? ORDER BY started_at`,
    )
    .all(to, from - LONGEST_SPAN * MINUTE_MS, from) as Row[];
  return rows.map(toSession);
}

/** When the last session of a study date ended. */
export function lastEndOn(db: Db, date: LocalDate): Instant | undefined {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const end = db
    .prepare(
      'SELECT max(ended_at) FROM session WHERE deleted_at IS NULL AND study_date = ? AND started_at BETWEEN ? AND ?',
    )
    .pluck()
    .get(date, noon - 2 * DAY_MS, noon + 3 * DAY_MS) as Instant | null;
  return end ?? undefined;
}

/** A filter as a condition on the table `session`. */
export function where(filter: SessionFilter): { sql: string; params: Record<string, unknown> } {
  const { topicIds } = filter;
  const clauses = [
    filter.deleted ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL',
    filter.certId === undefined ? '' : 'cert_id = @certId',
    // The start lies within two days of its study date in any zone, which lets the index on started_at narrow the search.
    filter.since === undefined ? '' : 'study_date >= @since AND started_at >= @sinceAt',
    filter.until === undefined ? '' : 'study_date <= @until AND started_at <= @untilAt',
    filter.activity === undefined ? '' : 'activity = @activity',
    filter.grep === undefined ? '' : "instr(lower(coalesce(note, '')), lower(@grep)) > 0",
    filter.tag === undefined ? '' : 'EXISTS (SELECT 1 FROM json_each(tags) WHERE value = @tag)',
    topicIds === undefined
      ? ''
      : 'EXISTS (SELECT 1 FROM session_topic WHERE session_id = session.id AND topic_id IN (SELECT value FROM json_each(@topics)))',
  ];
  const params = {
    certId: filter.certId,
    since: filter.since,
    until: filter.until,
    sinceAt: filter.since === undefined ? undefined : Date.parse(`${filter.since}T00:00:00Z`) - 2 * DAY_MS,
    untilAt: filter.until === undefined ? undefined : Date.parse(`${filter.until}T00:00:00Z`) + 3 * DAY_MS,
    activity: filter.activity,
    tag: filter.tag,
    grep: filter.grep,
    topics: topicIds === undefined ? undefined : JSON.stringify(topicIds),
    limit: filter.limit,
  };
  return { sql: clauses.filter(Boolean).join(' AND '), params };
}

/** Writes a session in place of what stands under its id, or takes that out when `after` is null. Only the journal calls this. */
export function sessionWriter(db: Db): (id: string, before: Session | null, after: Session | null) => void {
  const remove = db.prepare('DELETE FROM session WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO session (id, cert_id, edition_id, started_at, ended_at, timezone, study_date, activity, confidence, note, tags,
       resource, source, created_at, updated_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPart = db.prepare(
    'INSERT INTO session_topic (session_id, position, topic_id, minutes, correct, questions) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return (id, before, after) => {
    if (before !== null) remove.run(id);
    if (after === null) return;
    const { certId, editionId, startedAt, endedAt, timezone, studyDate, activity, confidence, note, resource } = after;
    insert.run(
      ...[id, certId, editionId, startedAt, endedAt, timezone, studyDate, activity, confidence, note],
      ...[JSON.stringify(after.tags), resource, after.source, after.createdAt, after.updatedAt, after.deletedAt],
    );
    after.parts.forEach(({ topicId, minutes, correct, questions }, i) => {
      insertPart.run(id, i, topicId, minutes, correct, questions);
    });
  };
}

import type { Activity } from '../../domain/activity.ts';
import { parseDay } from '../../domain/day.ts';
import { eachSession } from '../../store/each-session.ts';
import { countSessions, type SessionFilter } from '../../store/sessions.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { topicsFor, trackOfTopics } from '../topic/find-topics.ts';
import { wantedTrack } from '../track/current-track.ts';
import { type NamedSession, sessionNamer } from './named-session.ts';

/** What narrows a list of sessions; days and topics as people type them. */
export interface SessionQuery {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly topic?: readonly string[] | undefined;
  readonly activity?: Activity | undefined;
  readonly tag?: string | undefined;
  /** A text in the note, in any case. */
  readonly grep?: string | undefined;
  readonly deleted?: boolean | undefined;
  /** The newest so many. */
  readonly limit?: number | undefined;
}

/** Sessions, oldest first, and how many there are without the limit. */
export interface SessionList {
  readonly sessions: readonly NamedSession[];
  readonly total: number;
}

/** The sessions that a query is about. @throws usage for days, not_found or decision_needed for topics */
export async function listSessions(env: Env, query: SessionQuery): Promise<SessionList> {
  const db = await env.open();
  const filter = sessionFilter(env, db, query);
  return {
    sessions: [...eachSession(db, { ...filter, limit: query.limit })].map(sessionNamer(env, db)),
    total: countSessions(db, filter),
  };
}

/** What a query means here and now. Topics are those of the certification named, asked for or in use. */
export function sessionFilter(env: Env, db: Db, query: SessionQuery): SessionFilter {
  const about = query.topic && trackOfTopics(env, db, query.topic);
  const current = about ?? wantedTrack(env, db);
  return {
    certId: current?.track.certId,
    since: query.since === undefined ? undefined : parseDay(query.since, env.now),
    until: query.until === undefined ? undefined : parseDay(query.until, env.now),
    topicIds: about?.words.flatMap((text) => topicsFor(about.edition, text)),
    activity: query.activity,
    tag: query.tag,
    grep: query.grep,
    deleted: query.deleted,
  };
}

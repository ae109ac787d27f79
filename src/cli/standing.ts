import type { Edition } from '../domain/edition.ts';
import { progressOf } from '../domain/progress.ts';
import type { Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { today } from '../domain/when.ts';
import type { NamedSession } from '../report/session.ts';
import type { Standing } from '../report/status.ts';
import { editionById } from '../store/editions.ts';
import type { Db } from '../store/open.ts';
import { handleOf } from '../store/sessions.ts';
import { topicDays } from '../store/topic-days.ts';
import type { Context } from './context.ts';

/** Gathers what `status` and the confirmations say of a track. */
export function standingOf(context: Context, db: Db, track: Track, edition: Edition): Standing {
  const day = today(context.now);
  return { edition, track, today: day, progress: progressOf(edition, track, topicDays(db, track.certId), day, context.config.weekStart) };
}

/** Gives sessions their short ids and editions, each edition read once. */
export function sessionNamer(db: Db): (session: Session) => NamedSession {
  const editions = new Map<string, Edition | undefined>();
  return (session) => {
    if (!editions.has(session.editionId)) editions.set(session.editionId, editionById(db, session.editionId));
    return { session, handle: handleOf(db, session.id), edition: editions.get(session.editionId) };
  };
}

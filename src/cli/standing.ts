import { today } from '../domain/day.ts';
import type { Edition } from '../domain/edition.ts';
import { progressOf, weekOf } from '../domain/progress.ts';
import type { Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { storedZone, type Zone } from '../domain/zone.ts';
import type { NamedSession } from '../report/session.ts';
import type { Standing } from '../report/standing.ts';
import { editionById } from '../store/editions.ts';
import type { Db } from '../store/open.ts';
import { handleOf } from '../store/sessions.ts';
import { studyTotals } from '../store/topic-days.ts';
import type { Context } from './context.ts';

/** Gathers what `status` and the confirmations say of a track. */
export function standingOf(context: Context, db: Db, track: Track, edition: Edition): Standing {
  const day = today(context.now);
  const week = weekOf(day, context.config.weekStart);
  return {
    edition,
    track,
    today: day,
    progress: progressOf(edition, track, studyTotals(db, track.certId, week), day, week),
  };
}

/** Gives sessions their short ids, editions and zones, each edition and zone looked up once. */
export function sessionNamer(context: Context, db: Db): (session: Session) => NamedSession {
  const editions = new Map<string, Edition | undefined>();
  const zones = new Map<string, Zone>([[context.now.zone.name, context.now.zone]]);
  return (session) => {
    if (!editions.has(session.editionId)) editions.set(session.editionId, editionById(db, session.editionId));
    const zone = zones.get(session.timezone) ?? storedZone(session.timezone);
    zones.set(session.timezone, zone);
    return { session, handle: handleOf(db, session.id), edition: editions.get(session.editionId), zone };
  };
}

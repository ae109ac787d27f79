import type { Edition } from '../../domain/edition.ts';
import { remembered } from '../../domain/remembered.ts';
import type { Session } from '../../domain/session.ts';
import { storedZone, type Zone } from '../../domain/zone.ts';
import { zoneByDay } from '../../domain/zone-by-day.ts';
import { editionById } from '../../store/editions.ts';
import { handles } from '../../store/handles.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';

/** A session with what is needed to print it: its short id, the edition it was logged against, the zone it happened in. */
export interface NamedSession {
  readonly session: Session;
  readonly handle: string;
  readonly edition: Edition | undefined;
  readonly zone: Zone;
}

/** Gives sessions their short ids, editions and zones, each edition and zone looked up once. */
export function sessionNamer(env: Env, db: Db): (session: Session) => NamedSession {
  const { zone: own } = env.now;
  const editionOf = remembered((id: string) => editionById(db, id));
  const zoneOf = remembered((name: string) => (name === own.name ? own : zoneByDay(storedZone(name))));
  const handle = handles(db, 'session');
  return (session) => ({
    session,
    handle: handle(session.id),
    edition: editionOf(session.editionId),
    zone: zoneOf(session.timezone),
  });
}

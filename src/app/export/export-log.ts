import { parseDay } from '../../domain/day.ts';
import type { Session } from '../../domain/session.ts';
import { storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { eachSession } from '../../store/each-session.ts';
import { editionById } from '../../store/editions.ts';
import { mocks } from '../../store/mocks.ts';
import type { Db } from '../../store/sqlite.ts';
import { mockRow } from '../../transfer/mocks-csv.ts';
import { type SessionColumn, sessionRowWriter } from '../../transfer/sessions-csv.ts';
import { type TimeclockEntry, timeclockWriter } from '../../transfer/timeclock-entries.ts';
import type { Env } from '../env.ts';
import { mockNamer, type NamedMock } from '../mock/named-mock.ts';
import { type SessionQuery, sessionFilter } from '../session/list-sessions.ts';
import { type NamedSession, sessionNamer } from '../session/named-session.ts';
import { wantedTrack } from '../track/current-track.ts';

type Cells = readonly (string | number | null)[];

/** Sessions one at a time, in one of the forms that are written; memory stays flat however many there are. */
export interface SessionExport {
  /** A row per session and topic. */
  readonly rows: (columns: readonly SessionColumn[]) => Iterable<Cells>;
  readonly named: () => Iterable<NamedSession>;
  readonly timeclock: () => Iterable<TimeclockEntry>;
  /** How many have been read so far. */
  readonly count: () => number;
}

/** The sessions that a query is about, oldest first. @throws usage, not_found or decision_needed for what it names */
export async function exportSessions(env: Env, query: SessionQuery): Promise<SessionExport> {
  const db = await env.open();
  const filter = sessionFilter(env, db, query);
  let count = 0;
  function* sessions(): Generator<Session> {
    for (const session of eachSession(db, filter)) {
      count++;
      yield session;
    }
  }
  const edition = (id: string) => editionById(db, id);
  return {
    *rows(columns) {
      const rowsOf = sessionRowWriter(edition, storedZone);
      for (const session of sessions()) for (const row of rowsOf(session)) yield columns.map((column) => row[column]);
    },
    *named() {
      const name = sessionNamer(env, db);
      for (const session of sessions()) yield name(session);
    },
    *timeclock() {
      const entriesOf = timeclockWriter(edition, storedZone);
      for (const session of sessions()) yield* entriesOf(session);
    },
    count: () => count,
  };
}

/** Practice exams with the row each is written as. */
export interface MockExport {
  readonly named: readonly NamedMock[];
  readonly rows: readonly Cells[];
}

/** The practice exams of a certification or of all, oldest first. @throws usage for filters that are for sessions */
export async function exportMocks(env: Env, query: SessionQuery): Promise<MockExport> {
  if ([query.topic, query.activity, query.tag, query.grep].some((option) => option !== undefined))
    throw new CerttrackError(
      'usage',
      'practice exams have no topic, activity or tag',
      'Narrow them with --cert, --since and --until',
    );
  const db = await env.open();
  const named = mocksBetween(env, db, query).map(mockNamer(db));
  return { named, rows: named.map(({ mock, profile }) => mockRow(mock, profile, storedZone(mock.timezone))) };
}

function mocksBetween(env: Env, db: Db, { since, until }: SessionQuery) {
  const day = (text: string | undefined) => (text === undefined ? undefined : parseDay(text, env.now));
  const [from, to] = [day(since), day(until)];
  return mocks(db, { certId: wantedTrack(env, db)?.track.certId }).filter(
    ({ studyDate }) => (from === undefined || studyDate >= from) && (to === undefined || studyDate <= to),
  );
}

import { createHash } from 'node:crypto';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Mock } from '../../domain/mock.ts';
import type { StudyMinutes } from '../../domain/study-weeks.ts';
import { storedZone } from '../../domain/zone.ts';
import { eachSession } from '../../store/each-session.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/sqlite.ts';
import { csvStream } from '../../transfer/csv-text.ts';
import { inPieces } from '../../transfer/in-pieces.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../transfer/sessions-csv.ts';

/** What the report rests on, so that somebody else can check it: counts, and SHA-256 over the rows in hexadecimal. */
export interface Seal {
  readonly version: string;
  readonly sessions: number;
  readonly sessionsHash: string;
  readonly mocksHash: string | null;
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
}

/** The hash of a certification's sessions is that of the bytes `certtrack export --cert` writes, so that anybody with the log can check it. */
export function sealOf(
  db: Db,
  certId: string,
  mocks: readonly Mock[],
  log: readonly StudyMinutes[],
  version: string,
): Seal {
  const rowsOf = sessionRowWriter((id) => editionById(db, id), storedZone);
  let sessions = 0;
  function* rows() {
    for (const session of eachSession(db, { certId })) {
      sessions++;
      for (const row of rowsOf(session)) yield SESSION_COLUMNS.map((column) => row[column]);
    }
  }
  const sessionsHash = sha256(csvStream(SESSION_COLUMNS, rows(), false));
  return {
    version,
    sessions,
    sessionsHash,
    mocksHash: mocks.length === 0 ? null : sha256(mocks.map((mock) => `${JSON.stringify(mock)}\n`)),
    first: log[0]?.date ?? null,
    last: log.at(-1)?.date ?? null,
  };
}

function sha256(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const piece of inPieces(texts)) hash.update(piece);
  return hash.digest('hex');
}

import { join } from 'node:path';
import fc from 'fast-check';
import { ACTIVITIES } from '../../src/domain/activity.ts';
import { type Edition, OTHER_TOPIC, placedTopics } from '../../src/domain/edition.ts';
import { type Part, type Session, sessionMinutes } from '../../src/domain/session.ts';
import { studyDateAt, zoneNamed } from '../../src/domain/zone.ts';
import { saveEdition } from '../../src/store/editions.ts';
import { record } from '../../src/store/journal.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { findShipped } from '../../src/syllabus/library.ts';
import { csvLine } from '../../src/transfer/csv-text.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';
import { PACKAGE } from '../support/app.ts';

export const PDE = findShipped(join(PACKAGE, 'syllabi'), 'gcp-pde') as Edition;
export const PMLE = findShipped(join(PACKAGE, 'syllabi'), 'gcp-pmle') as Edition;
export const NOW = '2026-11-24T12:00:00Z';

/** Puts sessions into a database as one journalled change. */
export function addAll(db: Db, sessions: readonly Session[]): void {
  for (const edition of [PDE, PMLE]) saveEdition(db, edition);
  const entries = db.prepare('SELECT count(*) FROM journal').pluck().get() as number;
  const entry = { id: `added-${entries}`, at: Date.parse(NOW), action: 'test', summary: 'added sessions' };
  record(
    db,
    entry,
    sessions.map((session) => ({ entity: 'session', id: session.id, before: null, after: session })),
  );
}

/** The sessions as a file that `import csv` reads. */
export function csvOf(sessions: readonly Session[]): string {
  const rows = sessionRowWriter((id) => [PDE, PMLE].find((edition) => edition.id === id), zoneNamed);
  const cells = sessions.flatMap(rows).map((row) => SESSION_COLUMNS.map((column) => row[column]));
  return [[...SESSION_COLUMNS], ...cells].map((line) => csvLine(line)).join('');
}

/** What the log says, table by table: everything but the journal that led there. */
export function logOf(db: Db) {
  return {
    sessions: db.prepare('SELECT * FROM session ORDER BY id').all(),
    parts: db.prepare('SELECT * FROM session_topic ORDER BY session_id, position').all(),
    evidence: db.prepare('SELECT * FROM topic_day ORDER BY cert_id, edition_id, topic_id, study_date, activity').all(),
    tracks: db.prepare('SELECT * FROM track ORDER BY cert_id').all(),
    mocks: db.prepare('SELECT * FROM mock ORDER BY id').all(),
    mockSections: db.prepare('SELECT * FROM mock_section ORDER BY mock_id, position').all(),
    providers: db.prepare('SELECT * FROM provider ORDER BY name').all(),
    resources: db.prepare('SELECT * FROM resource ORDER BY id').all(),
    results: db.prepare('SELECT * FROM result ORDER BY id').all(),
    settings: db.prepare("SELECT * FROM setting WHERE key <> 'device' ORDER BY key").all(),
  };
}

const TRICKY =
  '= + - @ ＝ ＋ － ＠ \' " "" , ; \t \n \r\n \r \u0001 \u0007 \u001b[31m \u007f \u0085 \u202e \u2066 \u200b \ufeff 😀 👩‍💻 é \'=1 \'\' =HYPERLINK("x") a';

/** Text as the worst of pasted notes: formulas, quotes, line ends, escape sequences, bidi controls, emoji. */
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...TRICKY.split(' '), ' '), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replaceAll('\0', '0')),
);

const topicIds = [OTHER_TOPIC, ...placedTopics(PDE).map(({ topic }) => topic.id)];
const partOf = (topicId: string): fc.Arbitrary<Part> =>
  fc.tuple(fc.integer({ min: 1, max: 200 }), fc.option(fc.tuple(fc.nat(30), fc.nat(30)))).map(([minutes, answers]) => ({
    topicId,
    minutes,
    correct: answers && Math.min(...answers),
    questions: answers && Math.max(...answers, 1),
  }));

/** A session that certtrack would accept, however odd its texts. */
const hostileSession: fc.Arbitrary<Session> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    startedAt: fc.integer({ min: Date.UTC(2019, 0), max: Date.parse(NOW) - 86_400_000 }),
    pauses: fc.nat(8 * 3_600_000),
    timezone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Honolulu'),
    activity: fc.option(fc.constantFrom(...ACTIVITIES)),
    confidence: fc.option(fc.integer({ min: 1, max: 5 })),
    note: fc.option(hostileText),
    tags: fc.array(
      hostileText.map((tag) => tag.replace(/\s/g, '')).filter((tag) => tag !== ''),
      { maxLength: 3 },
    ),
    resource: fc.option(hostileText),
    source: fc.constantFrom('certtrack', 'toggl'),
    createdAt: fc.integer({ min: Date.UTC(2019, 0), max: Date.parse(NOW) }),
    parts: fc
      .uniqueArray(fc.constantFrom(...topicIds), { minLength: 1, maxLength: 3 })
      .chain((ids) => fc.tuple(...ids.map(partOf))),
  })
  .map(({ pauses, ...rest }) => ({
    ...rest,
    certId: PDE.certId,
    editionId: PDE.id,
    endedAt: rest.startedAt + sessionMinutes(rest) * 60_000 + pauses,
    studyDate: studyDateAt(zoneNamed(rest.timezone), rest.startedAt, 240),
    updatedAt: rest.createdAt,
    deletedAt: null,
  }));

export const hostileLog = fc.uniqueArray(hostileSession, { selector: ({ id }) => id, minLength: 1, maxLength: 5 });

import type { Mock, MockSection, Prediction, Provider } from '../domain/mock.ts';
import type { Db } from './sqlite.ts';

/** Which mocks to list; every part narrows. */
export interface MockFilter {
  readonly certId?: string | undefined;
  readonly provider?: string | undefined;
  readonly deleted?: boolean | undefined;
}

type Row = Omit<Mock, 'sections' | 'prediction' | 'timed' | 'firstAttempt' | 'openBook'> & {
  sections: string;
  prediction: string | null;
  timed: number;
  firstAttempt: number;
  openBook: number;
};

const COLUMNS = `id, cert_id AS certId, edition_id AS editionId, provider, taken_at AS takenAt, timezone, study_date AS studyDate,
  correct, questions, minutes, timed, first_attempt AS firstAttempt, open_book AS openBook, note, prediction, source,
  created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt,
  (SELECT json_group_array(json_object('sectionId', section_id, 'correct', correct, 'questions', questions))
    FROM (SELECT * FROM mock_section WHERE mock_id = mock.id ORDER BY position)) AS sections`;

function toMock(row: Row): Mock {
  return {
    ...row,
    sections: JSON.parse(row.sections) as MockSection[],
    prediction: row.prediction === null ? null : (JSON.parse(row.prediction) as Prediction),
    timed: row.timed === 1,
    firstAttempt: row.firstAttempt === 1,
    openBook: row.openBook === 1,
  };
}

/** Mocks in the order they were taken. */
export function mocks(db: Db, { certId, provider, deleted = false }: MockFilter = {}): Mock[] {
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} FROM mock WHERE (deleted_at IS NOT NULL) = @deleted AND (@certId IS NULL OR cert_id = @certId)
         AND (@provider IS NULL OR provider = @provider COLLATE NOCASE) ORDER BY taken_at, id`,
    )
    .all({ deleted: deleted ? 1 : 0, certId: certId ?? null, provider: provider ?? null }) as Row[];
  return rows.map(toMock);
}

/** A mock by its full id, deleted ones too. */
export function mockById(db: Db, id: string): Mock | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM mock WHERE id = ?`).get(id) as Row | undefined;
  return row && toMock(row);
}

/** The mock recorded last; deleted ones do not count. */
export function lastMockId(db: Db): string | undefined {
  return db
    .prepare('SELECT id FROM mock WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1')
    .pluck()
    .get() as string | undefined;
}

/** Writes a mock over whatever stands under its id, or takes it out when it is null. Only the journal calls this. */
export function putMock(db: Db, id: string, mock: Mock | null): void {
  db.prepare('DELETE FROM mock WHERE id = ?').run(id);
  if (mock === null) return;
  const flag = (value: boolean) => (value ? 1 : 0);
  db.prepare(
    `INSERT INTO mock (id, cert_id, edition_id, provider, taken_at, timezone, study_date, correct, questions, minutes, timed,
       first_attempt, open_book, note, prediction, source, created_at, updated_at, deleted_at)
     VALUES (@id, @certId, @editionId, @provider, @takenAt, @timezone, @studyDate, @correct, @questions, @minutes, @timed,
       @firstAttempt, @openBook, @note, @prediction, @source, @createdAt, @updatedAt, @deletedAt)`,
  ).run({
    ...mock,
    timed: flag(mock.timed),
    firstAttempt: flag(mock.firstAttempt),
    openBook: flag(mock.openBook),
    prediction: mock.prediction && JSON.stringify(mock.prediction),
  });
  const insert = db.prepare(
    'INSERT INTO mock_section (mock_id, position, section_id, correct, questions) VALUES (?, ?, ?, ?, ?)',
  );
  mock.sections.forEach(
    ({ sectionId, correct, questions }, i) => void insert.run(id, i, sectionId, correct, questions),
  );
}

/** Providers whose questions somebody has classed, by name. */
export function providers(db: Db): Provider[] {
  return db.prepare('SELECT name, profile FROM provider ORDER BY name').all() as Provider[];
}

/** A provider by its name in any case. */
export function providerNamed(db: Db, name: string): Provider | undefined {
  return db.prepare('SELECT name, profile FROM provider WHERE name = ?').get(name) as Provider | undefined;
}

/** Only the journal calls this. */
export function putProvider(db: Db, name: string, provider: Provider | null): void {
  db.prepare('DELETE FROM provider WHERE name = ?').run(name);
  if (provider !== null) db.prepare('INSERT INTO provider (name, profile) VALUES (@name, @profile)').run(provider);
}

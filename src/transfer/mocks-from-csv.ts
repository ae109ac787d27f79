import { validate as isUuid } from 'uuid';
import type { Edition } from '../domain/edition.ts';
import { parseIsoDate } from '../domain/local-date.ts';
import { type Mock, type MockSection, mockProblem, type Prediction } from '../domain/mock.ts';
import { type Profile, TRANSFER_GAPS } from '../domain/readiness/parameters.ts';
import { type Instant, isZone, parseIsoInstant } from '../domain/zone.ts';
import { suggestion, unguarded } from './csv-lines.ts';
import { csvRecords } from './csv-records.ts';
import type { RowProblem } from './found.ts';
import { MOCK_COLUMNS, type MockColumn } from './mocks-csv.ts';

/** What reading a row may look up: editions by id, and the time. */
export interface MockReading {
  readonly edition: (id: string) => Edition | undefined;
  readonly now: Instant;
}

/** A practice exam of a file, and whose questions its provider asks. */
export interface FoundMock {
  readonly mock: Mock;
  readonly profile: Profile;
}

type Cells = Readonly<Record<MockColumn, string>>;

/** Reads the practice exams that `export --what mocks` writes, every bad row with its line. */
export function mocksFromCsv(text: string, reading: MockReading): { mocks: FoundMock[]; problems: RowProblem[] } {
  const mocks: FoundMock[] = [];
  const problems: RowProblem[] = [];
  let names: readonly string[] | undefined;
  for (const { line, cells, wrong } of csvRecords([text])) {
    if (wrong !== undefined) problems.push({ line, message: wrong });
    else if (names === undefined) {
      problems.push(...headerProblems(cells).map((message) => ({ line, message })));
      if (problems.length > 0) return { mocks, problems };
      names = cells;
    } else {
      const found =
        cells.length === names.length
          ? mockFrom(cellsOf(names, cells), reading)
          : `${cells.length} cells where the header has ${names.length}`;
      if (typeof found === 'string') problems.push({ line, message: found });
      else mocks.push(found);
    }
  }
  if (names === undefined) problems.push(...headerProblems([]).map((message) => ({ line: 1, message })));
  return { mocks, problems };
}

function headerProblems(names: readonly string[]): string[] {
  const missing = MOCK_COLUMNS.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !MOCK_COLUMNS.includes(name as MockColumn));
  return [
    ...missing.map((column) => `the column ${column} is missing`),
    ...unknown.map((name) => `unknown column "${name}"${suggestion(name, MOCK_COLUMNS)}`),
  ];
}

function cellsOf(names: readonly string[], cells: readonly string[]): Cells {
  return Object.fromEntries(
    MOCK_COLUMNS.map((column) => [column, unguarded(cells[names.indexOf(column)] ?? '')]),
  ) as Record<MockColumn, string>;
}

/** The mock of a row, or what is wrong with it. */
function mockFrom(cells: Cells, { edition: editionOf, now }: MockReading): FoundMock | string {
  const edition = editionOf(cells.edition);
  const takenAt = parseIsoInstant(cells.taken_at);
  const studyDate = parseIsoDate(cells.study_date);
  const createdAt = parseIsoInstant(cells.created_at) ?? takenAt;
  const sections = sectionsOf(cells.sections);
  if (!isUuid(cells.mock_id)) return `mock_id "${cells.mock_id}" is not a UUID`;
  if (!edition) return `unknown edition "${cells.edition}"`;
  if (edition.certId !== cells.cert_id) return `cert_id "${cells.cert_id}" does not belong to ${edition.id}`;
  if (takenAt === undefined || createdAt === undefined)
    return `taken_at "${cells.taken_at}" is not a time with an offset`;
  if (studyDate === undefined) return `study_date "${cells.study_date}" is not a date such as 2026-09-22`;
  if (!isZone(cells.timezone)) return `unknown time zone "${cells.timezone}"`;
  if (sections === undefined) return `sections "${cells.sections}" are not written as storing-data=7/10`;
  if (!Object.hasOwn(TRANSFER_GAPS, cells.profile)) return `no such kind of questions: "${cells.profile}"`;
  const prediction = predictionOf(cells);
  if (prediction === undefined) return 'the prediction is not made of numbers, or not whole';
  const odd = YES_NO.find((column) => !/^(yes|no)$/.test(cells[column]));
  if (odd) return `${odd} is neither yes nor no`;
  const mock: Mock = {
    id: cells.mock_id,
    certId: edition.certId,
    editionId: edition.id,
    provider: cells.provider,
    takenAt,
    timezone: cells.timezone,
    studyDate,
    correct: numberOf(cells.correct),
    questions: numberOf(cells.questions),
    sections,
    minutes: cells.minutes === '' ? null : numberOf(cells.minutes),
    timed: cells.timed === 'yes',
    firstAttempt: cells.first_attempt === 'yes',
    openBook: cells.open_book === 'yes',
    note: cells.note || null,
    prediction,
    source: cells.source || 'csv',
    createdAt,
    updatedAt: parseIsoInstant(cells.updated_at) ?? createdAt,
    deletedAt: null,
  };
  return mockProblem(mock, edition, now)?.message ?? { mock, profile: cells.profile as Profile };
}

const YES_NO = ['timed', 'first_attempt', 'open_book'] as const;

function sectionsOf(text: string): MockSection[] | undefined {
  const words = text.split(' ').filter((word) => word !== '');
  const sections = words.flatMap((word) => {
    const [, sectionId, correct, questions] = /^([a-z0-9-]+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(word) ?? [];
    return sectionId === undefined ? [] : [{ sectionId, correct: Number(correct), questions: Number(questions) }];
  });
  return sections.length === words.length ? sections : undefined;
}

/** Null without one; undefined when a part of it is no number. */
function predictionOf(cells: Cells): Prediction | null | undefined {
  const parts = [
    cells.predicted_chance,
    cells.predicted_target,
    cells.predicted_score,
    cells.predicted_low_80,
    cells.predicted_high_80,
  ];
  if (parts.every((part) => part === '')) return null;
  const [chance = 0, target = 0, score = 0, low = 0, high = 0] = parts.map(numberOf);
  return [chance, target, score, low, high].some(Number.isNaN)
    ? undefined
    : { chance, target, score, score80: { low, high } };
}

/** NaN for what is no number, which the checks of a mock refuse. */
function numberOf(text: string): number {
  return /^\d+(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

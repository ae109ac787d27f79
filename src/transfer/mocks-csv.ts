import type { Mock } from '../domain/mock.ts';
import type { Profile } from '../domain/readiness/parameters.ts';
import { isoInZone, isoUtc, type Zone } from '../domain/zone.ts';

/** The columns of a CSV of practice exams, a contract: only ever appended to. */
export const MOCK_COLUMNS = [
  'mock_id',
  'cert_id',
  'edition',
  'provider',
  'profile',
  'study_date',
  'taken_at',
  'timezone',
  'correct',
  'questions',
  'sections',
  'minutes',
  'timed',
  'first_attempt',
  'open_book',
  'note',
  'predicted_chance',
  'predicted_target',
  'predicted_score',
  'predicted_low_80',
  'predicted_high_80',
  'source',
  'created_at',
  'updated_at',
] as const;

export type MockColumn = (typeof MOCK_COLUMNS)[number];

/** A practice exam as a row, in the order of the columns. Sections stand as `storing-data=7/10`, separated by spaces. */
export function mockRow(mock: Mock, profile: Profile, zone: Zone): (string | number | null)[] {
  const { prediction } = mock;
  const row: Record<MockColumn, string | number | null> = {
    mock_id: mock.id,
    cert_id: mock.certId,
    edition: mock.editionId,
    provider: mock.provider,
    profile,
    study_date: mock.studyDate,
    taken_at: isoInZone(zone, mock.takenAt),
    timezone: mock.timezone,
    correct: mock.correct,
    questions: mock.questions,
    sections:
      mock.sections.map(({ sectionId, correct, questions }) => `${sectionId}=${correct}/${questions}`).join(' ') ||
      null,
    minutes: mock.minutes,
    timed: yesNo(mock.timed),
    first_attempt: yesNo(mock.firstAttempt),
    open_book: yesNo(mock.openBook),
    note: mock.note,
    predicted_chance: prediction?.chance ?? null,
    predicted_target: prediction?.target ?? null,
    predicted_score: prediction?.score ?? null,
    predicted_low_80: prediction?.score80.low ?? null,
    predicted_high_80: prediction?.score80.high ?? null,
    source: mock.source,
    created_at: isoUtc(mock.createdAt),
    updated_at: isoUtc(mock.updatedAt),
  };
  return MOCK_COLUMNS.map((column) => row[column]);
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Session } from '../../src/domain/session.ts';
import { zoneNamed } from '../../src/domain/zone.ts';
import { findShipped } from '../../src/syllabus/library.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';

const PDE = findShipped(fileURLToPath(new URL('../../syllabi', import.meta.url)), 'gcp-pde') as Edition;
const SESSION: Session = {
  id: '019a0000-0000-7000-8000-000000000001',
  certId: PDE.certId,
  editionId: PDE.id,
  startedAt: Date.parse('2026-09-22T17:00:00Z'),
  endedAt: Date.parse('2026-09-22T18:00:00Z'),
  timezone: 'Europe/Berlin',
  studyDate: '2026-09-22' as LocalDate,
  activity: 'lab',
  confidence: 4,
  note: 'Beam windows',
  tags: ['streaming', 'beam'],
  resource: 'https://example.com',
  source: 'certtrack',
  createdAt: Date.parse('2026-09-22T18:00:01Z'),
  updatedAt: Date.parse('2026-09-22T18:00:02.500Z'),
  deletedAt: null,
  parts: [
    { topicId: 'sharing-data', minutes: 45, correct: 3, questions: 4 },
    { topicId: 'other', minutes: 15, correct: null, questions: null },
  ],
};
const write = sessionRowWriter((id) => (id === PDE.id ? PDE : undefined), zoneNamed);

test('the columns are a contract', () => {
  expect(SESSION_COLUMNS.join(',')).toBe(
    'session_id,cert_id,edition,section_id,section,section_weight,topic_id,topic,study_date,started_at,ended_at,timezone,minutes,activity,confidence,correct,questions,note,tags,resource,source,created_at,updated_at',
  );
});

test('a session has one row for each topic, with the times of its own zone', () => {
  const [sharing, other] = write(SESSION);
  expect(sharing).toEqual({
    session_id: SESSION.id,
    cert_id: 'gcp-pde',
    edition: 'gcp-pde@2025',
    section_id: 'preparing-and-using-data',
    section: 'Preparing and using data for analysis',
    section_weight: 15,
    topic_id: 'sharing-data',
    topic: 'Sharing data',
    study_date: '2026-09-22',
    started_at: '2026-09-22T19:00:00+02:00',
    ended_at: '2026-09-22T20:00:00+02:00',
    timezone: 'Europe/Berlin',
    minutes: 45,
    activity: 'lab',
    confidence: 4,
    correct: 3,
    questions: 4,
    note: 'Beam windows',
    tags: 'streaming beam',
    resource: 'https://example.com',
    source: 'certtrack',
    created_at: '2026-09-22T18:00:01Z',
    updated_at: '2026-09-22T18:00:02.500Z',
  });
  expect(other).toMatchObject({
    section_id: null,
    section: null,
    section_weight: null,
    topic_id: 'other',
    topic: 'Outside the guide',
    minutes: 15,
    correct: null,
  });
});

test('what a session has none of is null', () => {
  expect(write({ ...SESSION, tags: [], note: null })[0]).toMatchObject({ tags: null, note: null });
});

test('a session of an edition that is gone keeps its ids', () => {
  expect(write({ ...SESSION, editionId: 'gcp-pde@1999' })[0]).toMatchObject({
    topic_id: 'sharing-data',
    section_id: null,
  });
});

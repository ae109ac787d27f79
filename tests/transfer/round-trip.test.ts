import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITIES } from '../../src/domain/activity.ts';
import { type Edition, OTHER_TOPIC, placedTopics } from '../../src/domain/edition.ts';
import { type Part, type Session, sessionMinutes } from '../../src/domain/session.ts';
import { studyDateAt, zoneNamed } from '../../src/domain/zone.ts';
import { findShipped } from '../../src/syllabus/library.ts';
import { csvLine } from '../../src/transfer/csv-text.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';
import { csvRead } from './gathered.ts';

const PDE = findShipped(fileURLToPath(new URL('../../syllabi', import.meta.url)), 'gcp-pde') as Edition;
const TOPICS = [OTHER_TOPIC, ...placedTopics(PDE).map(({ topic }) => topic.id)];
const NOW = Date.parse('2026-10-01T00:00:00Z');

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\'"\t\r\n,; a'), minLength: 1, maxLength: 12 }),
);
const part = (topicId: string): fc.Arbitrary<Part> =>
  fc.tuple(fc.integer({ min: 1, max: 200 }), fc.option(fc.tuple(fc.nat(30), fc.nat(30)))).map(([minutes, answers]) => ({
    topicId,
    minutes,
    correct: answers && Math.min(...answers),
    questions: answers && Math.max(...answers, 1),
  }));
const session: fc.Arbitrary<Session> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    startedAt: fc.integer({ min: Date.UTC(2020, 0), max: NOW - 86_400_000 }),
    pause: fc.nat(43_200_000),
    timezone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati'),
    activity: fc.option(fc.constantFrom(...ACTIVITIES)),
    confidence: fc.option(fc.integer({ min: 1, max: 5 })),
    note: fc.option(text),
    tags: fc.array(
      text.map((tag) => tag.replace(/\s/g, '')).filter((tag) => tag !== ''),
      { maxLength: 3 },
    ),
    resource: fc.option(text),
    source: fc.constantFrom('certtrack', 'toggl'),
    createdAt: fc.integer({ min: Date.UTC(2020, 0), max: NOW }),
    updatedAt: fc.integer({ min: Date.UTC(2020, 0), max: NOW }),
    parts: fc
      .uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 3 })
      .chain((ids) => fc.tuple(...ids.map(part))),
  })
  .map(({ pause, ...rest }) => ({
    ...rest,
    certId: PDE.certId,
    editionId: PDE.id,
    endedAt: rest.startedAt + sessionMinutes(rest) * 60_000 + pause,
    studyDate: studyDateAt(zoneNamed(rest.timezone), rest.startedAt, 240),
    deletedAt: null,
  }));

test.each([',', ';'])('sessions written with "%s" are read back unchanged', (delimiter) => {
  const write = sessionRowWriter(() => PDE, zoneNamed);
  const context = { edition: () => PDE, currentEditionId: undefined, timezone: 'UTC', now: NOW, dayStart: 240 };
  fc.assert(
    fc.property(fc.uniqueArray(session, { selector: ({ id }) => id, maxLength: 4 }), (sessions) => {
      const rows = sessions.flatMap(write).map((row) => SESSION_COLUMNS.map((column) => row[column]));
      const csv = [[...SESSION_COLUMNS], ...rows].map((cells) => csvLine(cells, delimiter)).join('');
      expect(csvRead(csv, context)).toEqual({ sessions, problems: [] });
    }),
    { numRuns: 200 },
  );
});

import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ACTIVITIES } from '../../src/domain/activity.ts';
import { OTHER_TOPIC } from '../../src/domain/edition.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import type { Session } from '../../src/domain/session.ts';
import { eachSession } from '../../src/store/each-session.ts';
import { handleOf, idsLike } from '../../src/store/handles.ts';
import { openStore } from '../../src/store/open.ts';
import {
  countSessions,
  lastEndOn,
  lastSessionId,
  type SessionFilter,
  sessionFinder,
  sessionsBetween,
} from '../../src/store/sessions.ts';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, PDE, PMLE } from './logs.ts';

const HOUR = 3_600_000;

/** Invented sessions of two certifications; some deleted, some with a second topic, some with tags that contain each other. */
const LOG: readonly Session[] = [...inventedSessions(PDE, 1500), ...inventedSessions(PMLE, 500, 2)]
  .map((session, i) => ({
    ...session,
    deletedAt: i % 7 === 0 ? session.endedAt : null,
    tags: [[], ['evening'], ['even', '"quoted"'], ['evening', 'lab-day']][i % 4] ?? [],
    parts:
      i % 5 === 0
        ? [...session.parts, { topicId: OTHER_TOPIC, minutes: 5, correct: null, questions: null }]
        : session.parts,
  }))
  .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
const LIVING = LOG.filter(({ deletedAt }) => deletedAt === null);
const TOPICS = [...new Set(LOG.flatMap(({ parts }) => parts.map(({ topicId }) => topicId)))];
const DATES = LOG.map(({ studyDate }) => studyDate);

const db = openStore(':memory:');
addAll(db, LOG);
afterAll(() => void db.close());

/** The same filter without SQL. */
function plainly(filter: SessionFilter): Session[] {
  const { certId, since, until, topicIds, activity, tag, deleted, limit } = filter;
  const found = LOG.filter(
    (session) =>
      (session.deletedAt !== null) === (deleted ?? false) &&
      (certId === undefined || session.certId === certId) &&
      (since === undefined || session.studyDate >= since) &&
      (until === undefined || session.studyDate <= until) &&
      (activity === undefined || session.activity === activity) &&
      (tag === undefined || session.tags.includes(tag)) &&
      (topicIds === undefined || session.parts.some((part) => topicIds.includes(part.topicId))),
  );
  return limit === undefined ? found : found.slice(-limit);
}

const aDay = fc
  .tuple(fc.constantFrom(...DATES), fc.integer({ min: -1, max: 1 }))
  .map(([date, days]) => addDays(date, days));
const aSpan = { since: aDay, until: aDay };
const aFilter: fc.Arbitrary<SessionFilter> = fc.oneof(
  fc.record(aSpan, { requiredKeys: [] }),
  fc.record(
    {
      ...aSpan,
      certId: fc.constantFrom(PDE.certId, PMLE.certId, 'cka'),
      topicIds: fc.subarray(TOPICS, { maxLength: 4 }),
      activity: fc.constantFrom(...ACTIVITIES),
      tag: fc.constantFrom('evening', 'even', '"quoted"', 'lab-day', '%', 'none'),
      deleted: fc.boolean(),
      limit: fc.integer({ min: 1, max: 50 }),
    },
    { requiredKeys: [] },
  ),
);

test('a filter finds what the same filter in plain JavaScript finds, in the order of study', () => {
  fc.assert(
    fc.property(aFilter, (filter) => {
      expect([...eachSession(db, filter)]).toEqual(plainly(filter));
    }),
    { numRuns: 300 },
  );
});

test('the count is of all that fit, however few are listed', () => {
  fc.assert(
    fc.property(aFilter, (filter) => {
      expect(countSessions(db, filter)).toBe(plainly({ ...filter, limit: undefined }).length);
    }),
    { numRuns: 200 },
  );
});

test('every handle has at least four digits, is the only one like it, and finds its session', () => {
  const handles = LOG.map(({ id }) => handleOf(db, 'session', id));
  expect(new Set(handles).size).toBe(LOG.length);
  expect(Math.min(...handles.map((handle) => handle.length))).toBe(4);
  expect(Math.max(...handles.map((handle) => handle.length))).toBeGreaterThan(4);
  LOG.forEach(({ id }, i) => {
    expect(idsLike(db, 'session', handles[i] ?? '')).toEqual([id]);
  });
});

test('a session is found by its full id and in capitals too, with all it holds', () => {
  for (const session of LOG.slice(0, 50)) {
    expect(idsLike(db, 'session', session.id.toUpperCase())).toEqual([session.id]);
    expect(idsLike(db, 'session', handleOf(db, 'session', session.id).toUpperCase())).toEqual([session.id]);
    expect(sessionFinder(db)(session.id)).toEqual(session);
  }
});

test.each(['', '%', '_', 'g', '0'.repeat(13), "' OR 1=1 --", '\u0000'])('%j is the handle of no session', (text) => {
  expect(idsLike(db, 'session', text)).toEqual([]);
});

test('a start that many sessions share names nine of them at most', () => {
  const [digit] = LOG.map(({ id }) => id.slice(24, 25));
  const found = idsLike(db, 'session', digit ?? '');
  expect(found).toHaveLength(9);
  expect(new Set(found.map((id) => id.slice(24, 25)))).toEqual(new Set([digit]));
});

test('the last session is the living one with the newest id', () => {
  const newest = LIVING.map(({ id }) => id).sort();
  expect(lastSessionId(db)).toBe(newest.at(-1));
});

test('the last end on a study date is the latest of its living sessions, none on a day without', () => {
  const latest = new Map<LocalDate, number>();
  for (const { studyDate, endedAt } of LIVING) latest.set(studyDate, Math.max(endedAt, latest.get(studyDate) ?? 0));
  for (const date of DATES) expect(lastEndOn(db, date), date).toBe(latest.get(date));
  expect(lastEndOn(db, '1999-12-31' as LocalDate)).toBeUndefined();
});

test('sessions between two moments are the living ones that overlap them; those that only touch do not', () => {
  const moment = fc
    .constantFrom(...LIVING.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]))
    .chain((at) => fc.constantFrom(at - 1, at, at + 1));
  fc.assert(
    fc.property(moment, fc.constantFrom(1, HOUR / 2, 3 * HOUR, 30 * HOUR), (from, length) => {
      const to = from + length;
      const overlapping = LIVING.filter(({ startedAt, endedAt }) => startedAt < to && endedAt > from);
      expect(sessionsBetween(db, from, to).map(({ id }) => id)).toEqual(overlapping.map(({ id }) => id));
    }),
    { numRuns: 300 },
  );
});

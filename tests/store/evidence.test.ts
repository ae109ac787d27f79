import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedTopics } from '../../src/domain/edition.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { type ActivityDay, studyDays } from '../../src/domain/readiness/study-days.ts';
import type { Session } from '../../src/domain/session.ts';
import { eachSession } from '../../src/store/each-session.ts';
import { evidenceFor } from '../../src/store/evidence.ts';
import { nextToRedo, nextToUndo, record, revert } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open.ts';
import { sessionFinder } from '../../src/store/sessions.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { addAll, hostileLog, NOW, PDE } from './logs.ts';

const TOPICS = new Set(placedTopics(PDE).map(({ topic }) => topic.id));
const END = '2026-12-31' as LocalDate;

/** What the sessions say, each part on its own. */
function fromSessions(sessions: Iterable<Session>, until: LocalDate): ActivityDay[] {
  return [...sessions].flatMap(({ parts, studyDate, activity, confidence }) =>
    studyDate > until
      ? []
      : parts
          .filter(({ topicId }) => TOPICS.has(topicId))
          .map(({ topicId, minutes, correct, questions }) => ({
            topicId,
            date: studyDate,
            activity: activity ?? ('' as const),
            minutes,
            testedMinutes: questions === null ? 0 : minutes,
            correct: correct ?? 0,
            questions: questions ?? 0,
            ratingSum: (confidence ?? 0) * minutes,
            ratingWeight: confidence === null ? 0 : minutes,
          })),
  );
}

/** By topic, to nine digits: minutes times efficiency are summed in another order. */
const sorted = (topics: ReturnType<typeof studyDays>) =>
  [...topics]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, days]) => [
      id,
      days.map((day) => Object.entries(day).map(([key, value]) => [key, value && Number(value.toFixed(9))])),
    ]);

function expectEvidence(db: Db, until: LocalDate): void {
  const wanted = studyDays(fromSessions(eachSession(db), until));
  expect(sorted(evidenceFor(db, PDE, until).topics as ReturnType<typeof studyDays>)).toEqual(sorted(wanted));
}

type Step = 'edit' | 'delete' | 'undo' | 'redo';
let entries = 0;
const entry = () => ({ id: `entry-${entries++}`, at: Date.parse(NOW), action: 'test', summary: 'a step' });

function take(db: Db, step: Step, pick: number, other: Session): void {
  if (step === 'undo' || step === 'redo') {
    const target = step === 'undo' ? nextToUndo(db) : nextToRedo(db);
    if (target) revert(db, target, entry());
    return;
  }
  const living = [...eachSession(db)];
  const before = living[pick % living.length];
  if (!before) return;
  const after = step === 'delete' ? { ...before, deletedAt: Date.parse(NOW) } : { ...other, id: before.id };
  record(db, entry(), [{ entity: 'session', id: before.id, before, after }]);
  expect(sessionFinder(db)(before.id)).toEqual(after);
}

test('the evidence is what the sessions say, after edits, deletes, undo and redo, up to any day', () => {
  const step = fc.tuple(
    fc.constantFrom<Step>('edit', 'delete', 'undo', 'redo'),
    fc.nat(9),
    hostileLog.map(([one]) => one as Session),
  );
  fc.assert(
    fc.property(
      hostileLog,
      fc.array(step, { maxLength: 8 }),
      fc.date({ min: new Date('2019-01-01'), max: new Date(NOW), noInvalidDate: true }),
      (sessions, steps, date) => {
        const db = openStore(':memory:');
        addAll(db, sessions);
        for (const [action, pick, other] of steps) {
          take(db, action, pick, other);
          expectEvidence(db, END);
        }
        expectEvidence(db, date.toISOString().slice(0, 10) as LocalDate);
        db.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('time outside the guide is no evidence, and no session is no topic', () => {
  const db = openStore(':memory:');
  expect(evidenceFor(db, PDE, END)).toEqual({
    topics: new Map(),
    borrowed: new Set(),
    earlier: new Map(),
    mocks: [],
    results: [],
  });
  const [session] = fc.sample(hostileLog, 1)[0] as Session[];
  const part = { topicId: 'other', minutes: 9, correct: 1, questions: 2 };
  addAll(db, [{ ...(session as Session), parts: [part] }]);
  expect(evidenceFor(db, PDE, END).topics.size).toBe(0);
  db.close();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedTopics } from '../../src/domain/edition.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { examOf } from '../../src/domain/readiness/exam.ts';
import { readinessOn } from '../../src/domain/readiness/readiness.ts';
import type { Session } from '../../src/domain/session.ts';
import { evidenceFor } from '../../src/store/evidence.ts';
import { nextToUndo, record, revert } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, PDE } from './logs.ts';

const TODAY = '2026-11-20' as LocalDate;
const [first, second] = placedTopics(PDE).map(({ topic }) => topic.id) as [string, string];
const LINK = {
  from: { certId: PDE.certId, topicId: first },
  to: { certId: PDE.certId, topicId: second },
  share: 0.25,
  reason: 'test',
};

/** Two hundred sessions over so many days up to today. */
const log = (days: number, seed: number): Session[] =>
  [...inventedSessions(PDE, 200, seed)].map((session, i) => ({
    ...session,
    studyDate: addDays(TODAY, -Math.floor(((199 - i) * days) / 200)),
  }));

const judged = (db: Db, many: number, packed: boolean) =>
  readinessOn(TODAY, examOf(PDE, { target: 70 }), evidenceFor(db, PDE, TODAY, [LINK], { many, packed }), null, null);

const kept = (db: Db) => db.prepare('SELECT count(*) FROM study_past').pluck().get() as number;

/** The answer with what is kept, read either way, is the one without. */
function expectSame(db: Db): void {
  const [packed, whole] = [judged(db, 0, true), judged(db, 0, false)];
  const evidence = evidenceFor(db, PDE, TODAY, [LINK], { many: Number.POSITIVE_INFINITY });
  db.exec('SAVEPOINT anew; DELETE FROM study_past');
  const anew = judged(db, Number.POSITIVE_INFINITY, false);
  expect(evidenceFor(db, PDE, TODAY, [LINK]).topics).toEqual(evidence.topics);
  db.exec('ROLLBACK TO anew; RELEASE anew');
  expect(whole).toEqual(anew);
  expect(packed).toEqual(anew);
}

const entry = (id: string) => ({ id, at: 0, action: 'test', summary: 'test' });

test('whatever changes, the answer is the same with what is kept of the past as without', () => {
  const change = fc.tuple(fc.constantFrom('add', 'delete', 'undo'), fc.nat(400), fc.nat(199));
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 900 }),
      fc.nat(1000),
      fc.array(change, { maxLength: 6 }),
      (days, seed, all) => {
        const db = openStore(':memory:');
        const sessions = log(days, seed);
        addAll(db, sessions);
        expectSame(db);
        expect(kept(db)).toBeGreaterThan(0);
        all.forEach(([what, back, pick], i) => {
          const one = sessions[pick] as Session;
          const target = nextToUndo(db);
          if (what === 'undo' && target) revert(db, target, entry(`undo-${i}`));
          const id = `${one.id.slice(0, -4)}f${String(i).padStart(3, '0')}`;
          const added = { ...one, id, studyDate: addDays(TODAY, -back) };
          if (what === 'add') record(db, entry(id), [{ entity: 'session', id, before: null, after: added }]);
          if (what === 'delete' && db.prepare('SELECT 1 FROM session WHERE id = ?').get(one.id))
            record(db, entry(id), [{ entity: 'session', id: one.id, before: one, after: null }]);
          expectSame(db);
        });
        db.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('a new session leaves the past as it is, one in the past takes it away', () => {
  const db = openStore(':memory:');
  const sessions = log(300, 1);
  addAll(db, sessions);
  judged(db, 0, true);
  const before = kept(db);
  expect(before).toBeGreaterThan(0);
  const add = (id: string, studyDate: LocalDate) =>
    record(db, entry(id), [
      { entity: 'session', id, before: null, after: { ...(sessions[0] as Session), id, studyDate } },
    ]);
  add('00000000-0000-7000-8000-000000000001', TODAY);
  expect(kept(db)).toBe(before);
  add('00000000-0000-7000-8000-000000000002', addDays(TODAY, -7));
  expect(kept(db)).toBe(0);
  db.close();
});

test('inside a transaction, which may be rolled back, nothing is kept', () => {
  const db = openStore(':memory:');
  addAll(db, log(300, 1));
  db.exec('BEGIN');
  judged(db, 0, true);
  expect(kept(db)).toBe(0);
  db.exec('ROLLBACK');
  db.close();
});

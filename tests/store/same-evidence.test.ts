import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber, type LocalDate } from '../../src/domain/local-date.ts';
import { assess } from '../../src/domain/readiness/assess.ts';
import { examOf } from '../../src/domain/readiness/exam.ts';
import type { Part, Session } from '../../src/domain/session.ts';
import { evidenceFor } from '../../src/store/evidence.ts';
import { openStore } from '../../src/store/open.ts';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, PDE } from './logs.ts';

const FIRST = '2026-10-01' as LocalDate;
const EXAM_DAY = '2026-11-20' as LocalDate;
const RUNS = { numRuns: 40, seed: 7 };

/** Sixty sessions on ten study dates, so that days hold several on the same topic. */
const crowdedLogs = fc
  .nat(1000)
  .map((seed) =>
    [...inventedSessions(PDE, 60, seed)].map(
      (session, i): Session => ({ ...session, studyDate: addDays(FIRST, i % 10) }),
    ),
  );

/** What the model says of a log that went through the database, in the order it was entered. */
function assessed(sessions: readonly Session[]) {
  const db = openStore(':memory:');
  try {
    addAll(db, sessions);
    return assess(examOf(PDE, { target: 75 }), evidenceFor(db, PDE, EXAM_DAY), dayNumber(EXAM_DAY));
  } finally {
    db.close();
  }
}

/** The same study told as two sessions. */
function inTwo(session: Session): Session[] {
  const halves = session.parts.map(halved);
  return [0, 1].map((half) => ({
    ...session,
    id: `${session.id.slice(0, -1)}${half}`,
    parts: halves.map((parts) => parts[half] as Part),
  }));
}

function halved({ minutes, correct, questions, ...part }: Part): [Part, Part] {
  const first = Math.floor(minutes / 2);
  if (correct === null || questions === null)
    return [
      { ...part, minutes: first, correct, questions },
      { ...part, minutes: minutes - first, correct, questions },
    ];
  const asked = Math.floor(questions / 2);
  const right = Math.min(asked, correct);
  return [
    { ...part, minutes: first, correct: right, questions: asked },
    { ...part, minutes: minutes - first, correct: correct - right, questions: questions - asked },
  ];
}

/** Equal but for what floating point does to sums in another order. */
function expectSame(a: unknown, b: unknown): void {
  const rounded = (value: unknown) =>
    JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toFixed(9)) + 0 : part));
  expect(rounded(a)).toBe(rounded(b));
}

test('the order in which a log is entered does not change the answer', () => {
  fc.assert(
    fc.property(crowdedLogs, fc.nat(), (sessions, by) => {
      const turned = [...sessions.slice(by % 60), ...sessions.slice(0, by % 60)].reverse();
      expectSame(assessed(turned), assessed(sessions));
    }),
    RUNS,
  );
});

test('telling a session as two does not change the answer', () => {
  fc.assert(
    fc.property(crowdedLogs, (sessions) => {
      expectSame(assessed(sessions.flatMap(inTwo)), assessed(sessions));
    }),
    RUNS,
  );
});

test('the day, the answers and the rating do matter', () => {
  const [log] = fc.sample(crowdedLogs, { numRuns: 1, seed: 7 }) as [Session[]];
  const rated = log.filter(({ parts, confidence }) => confidence !== null && (parts[0]?.questions ?? 0) > 1);
  const chosen = rated.reduce((a, b) => (b.studyDate >= a.studyDate ? b : a));
  const change = (changed: Partial<Session>) => log.map((one) => (one === chosen ? { ...one, ...changed } : one));
  const [part] = chosen.parts as [Part];
  for (const changed of [
    change({ studyDate: addDays(FIRST, 20) }),
    change({ parts: [{ ...part, correct: part.correct === 0 ? 1 : 0 }] }),
    change({ confidence: chosen.confidence === 5 ? 1 : 5 }),
    change({ deletedAt: 0 }),
  ])
    expect(assessed(changed).score).not.toBeCloseTo(assessed(log).score, 6);
});

test('study after the day asked about, and time outside the guide, are left out', () => {
  const [log] = fc.sample(crowdedLogs, { numRuns: 1, seed: 7 }) as [Session[]];
  const [first] = log as [Session];
  const later: Session = { ...first, id: `${first.id.slice(0, -2)}ff`, studyDate: addDays(EXAM_DAY, 1) };
  const outside: Session = {
    ...first,
    id: `${first.id.slice(0, -2)}fe`,
    parts: [{ topicId: 'other', minutes: 300, correct: 9, questions: 10 }],
  };
  expect(assessed([...log, later, outside])).toEqual(assessed(log));
});

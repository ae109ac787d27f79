import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlook, summary } from '../../../src/domain/readiness/assess.ts';
import { infer } from '../../../src/domain/readiness/infer.ts';
import { LAST_DAY, type Mock, type RandomLog, randomLogs, type Session } from './random-logs.ts';
import { evidenceFrom, examFrom } from './reference-log.ts';

const TOLERANCE = 1e-9;
const RUNS = { numRuns: 100, seed: 7 };

/** Everything that says how good the learner is, by name. */
function levels({ syllabus, sessions, exams, profile, day }: RandomLog): Map<string, number> {
  const evidence = { ...evidenceFrom({ sessions, exams }), profile };
  const found = summary(outlook(infer(examFrom(syllabus), evidence, day)));
  const means = [...found.sections, ...found.topics].map(({ id, mean }) => [id, mean] as const);
  return new Map([['chance', found.chance], ['score', found.score], ...means]);
}

/** What is lower in `after` than in `before`. */
function lowered(before: Map<string, number>, after: Map<string, number>): string[] {
  return [...before]
    .filter(([name, value]) => !((after.get(name) as number) >= value - TOLERANCE))
    .map(([name, value]) => `${name}: ${value} -> ${after.get(name)}`);
}

function neverLowers(logs: fc.Arbitrary<RandomLog>, change: (log: RandomLog) => RandomLog | undefined): void {
  fc.assert(
    fc.property(logs, (log) => {
      const changed = change(log);
      fc.pre(changed !== undefined);
      expect(lowered(levels(log), levels(changed))).toEqual([]);
    }),
    RUNS,
  );
}

function neverRaises(logs: fc.Arbitrary<RandomLog>, change: (log: RandomLog) => RandomLog | undefined): void {
  fc.assert(
    fc.property(logs, (log) => {
      const changed = change(log);
      fc.pre(changed !== undefined);
      expect(lowered(levels(changed), levels(log))).toEqual([]);
    }),
    RUNS,
  );
}

function changesNothing(logs: fc.Arbitrary<RandomLog>, change: (log: RandomLog) => RandomLog | undefined): void {
  fc.assert(
    fc.property(logs, (log) => {
      const changed = change(log);
      fc.pre(changed !== undefined);
      const [before, after] = [levels(log), levels(changed)];
      expect([...lowered(before, after), ...lowered(after, before)]).toEqual([]);
    }),
    RUNS,
  );
}

/** The log with one of the sessions that fit replaced by others; undefined where none fits. */
function withSession(
  log: RandomLog,
  fits: (session: Session) => boolean,
  change: (session: Session) => Session[],
): RandomLog | undefined {
  const fitting = log.sessions.filter(fits);
  const chosen = fitting[log.pick % Math.max(fitting.length, 1)];
  if (!chosen) return undefined;
  return { ...log, sessions: log.sessions.flatMap((one) => (one === chosen ? change(one) : [one])) };
}

function withMock(log: RandomLog, change: (mock: Mock) => Mock | undefined): RandomLog | undefined {
  const chosen = log.exams[log.pick % Math.max(log.exams.length, 1)];
  const changed = chosen && change(chosen);
  return changed && { ...log, exams: log.exams.map((one) => (one === chosen ? changed : one)) };
}

const tested = ({ n }: Session) => n !== undefined;
const answersOf = ({ k = 0, n = 0 }: Session) => ({ k, n });

/** One more right answer in a section, or in the rest of the paper. */
function betterMock({ sections, ...mock }: Mock, pick: number): Mock | undefined {
  const room = Object.entries(sections ?? {}).filter(([, [k, n]]) => k < n);
  const [id, [k, n]] = room[pick % Math.max(room.length, 1)] ?? ['', [0, 0]];
  if (sections && id) return { ...mock, k: mock.k + 1, sections: { ...sections, [id]: [k + 1, n] } };
  if (mock.k >= mock.n) return undefined;
  return { ...mock, k: mock.k + 1, ...(sections ? { sections } : {}) };
}

describe.each([
  ['all on the same kind of questions', randomLogs(false)],
  ['on all kinds of questions', randomLogs(true)],
])('%s', (_, logs) => {
  test('a further right answer never lowers', () => {
    neverLowers(logs, (log) =>
      withSession(log, tested, (one) => [{ ...one, k: answersOf(one).k + 1, n: answersOf(one).n + 1 }]),
    );
  });

  test('a further wrong answer never raises', () => {
    neverRaises(logs, (log) => withSession(log, tested, (one) => [{ ...one, n: answersOf(one).n + 1 }]));
  });

  test('a wrong answer turned right never lowers', () => {
    neverLowers(logs, (log) =>
      withSession(
        log,
        (one) => tested(one) && answersOf(one).k < answersOf(one).n,
        (one) => [{ ...one, k: answersOf(one).k + 1 }],
      ),
    );
  });

  test('one more right in a mock never lowers', () => {
    neverLowers(logs, (log) => withMock(log, (mock) => betterMock(mock, log.pick)));
  });

  test('study on or after the day of the last result never lowers', () => {
    neverLowers(logs, (log) => {
      const results = [...log.sessions.filter(tested), ...log.exams].map(({ day }) => day);
      const last = Math.max(0, ...results);
      const topics = log.syllabus.sections.flatMap((section) => section.topics);
      const topic = topics[log.pick % topics.length]?.id as string;
      const day = last + (log.pick % (LAST_DAY - last + 1));
      return { ...log, sessions: [...log.sessions, { topic, day, minutes: 1 + (log.pick % 300), kind: 'reading' }] };
    });
  });

  test('a better rating never lowers', () => {
    neverLowers(logs, (log) =>
      withSession(
        log,
        ({ confidence }) => confidence !== undefined && confidence < 5,
        (one) => [{ ...one, confidence: (one.confidence ?? 0) + 1 }],
      ),
    );
  });

  test('idle time never raises', () => {
    neverRaises(logs, (log) => ({ ...log, day: log.day + 1 + (log.pick % 400) }));
  });

  test('splitting a session changes nothing', () => {
    changesNothing(logs, (log) =>
      withSession(
        log,
        ({ n }) => n !== 1,
        (one) => {
          if (!tested(one)) return [one, one].map((half) => ({ ...half, minutes: half.minutes / 2 }));
          const { k, n } = answersOf(one);
          const first = Math.floor(n / 2);
          const right = Math.min(first, k);
          return [
            { ...one, minutes: one.minutes / 3, k: right, n: first },
            { ...one, minutes: (2 * one.minutes) / 3, k: k - right, n: n - first },
          ];
        },
      ),
    );
  });

  test('the order of a day changes nothing', () => {
    changesNothing(logs, (log) => ({ ...log, sessions: log.sessions.toReversed(), exams: log.exams.toReversed() }));
  });
});

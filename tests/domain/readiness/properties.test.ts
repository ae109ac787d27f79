import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, outlook, summary } from '../../../src/domain/readiness/assess.ts';
import { infer } from '../../../src/domain/readiness/infer.ts';
import { LAST_DAY, type Mock, type RandomLog, randomLogs, type Session } from './random-logs.ts';
import { evidenceFrom, examFrom } from './reference-log.ts';
import { expectSound } from './sound.ts';

const TOLERANCE = 1e-9;
/** What results on the vendor's own questions and practice contradict each other by is put down to the gap, which may move a mean the other way by so much. */
const LEARNED = 0.01;
const RUNS = { numRuns: 100, seed: 7 };

type Levels = ReadonlyMap<string, number>;

/** Everything that says how good the learner is, by name. */
function levels({ syllabus, sessions, exams, results, day }: RandomLog): Levels {
  const evidence = evidenceFrom({ sessions, exams, results });
  const found = summary(outlook(infer(examFrom(syllabus), evidence, day)));
  const means = [...found.sections, ...found.topics].map(({ id, mean }) => [id, mean] as const);
  return new Map([['chance', found.chance], ['score', found.score], ...means]);
}

/** What is lower in `after` than in `before`. */
function lowered(before: Levels, after: Levels, tolerance = TOLERANCE): string[] {
  return [...before]
    .filter(([name, value]) => !((after.get(name) as number) >= value - tolerance))
    .map(([name, value]) => `${name}: ${value} -> ${after.get(name)}`);
}

/** Changes many random logs and looks at what is wrong with the levels before and after; `change` gives undefined where it does not apply. */
function check(
  logs: fc.Arbitrary<RandomLog>,
  change: (log: RandomLog) => RandomLog | undefined,
  wrong: (before: Levels, after: Levels, log: RandomLog) => string[],
): void {
  fc.assert(
    fc.property(logs, (log) => {
      const changed = change(log);
      fc.pre(changed !== undefined);
      expect(wrong(levels(log), levels(changed), log)).toEqual([]);
    }),
    RUNS,
  );
}

const nothingLower = (before: Levels, after: Levels) => lowered(before, after);
const nothingHigher = (before: Levels, after: Levels) => lowered(after, before);
const nothingElse = (before: Levels, after: Levels) => [...lowered(before, after), ...lowered(after, before)];

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

/** A session that can be told as two without saying something else. */
const splits = ({ n }: Session) => n !== 1;

function halves(one: Session): Session[] {
  if (!tested(one)) return [one, one].map((half) => ({ ...half, minutes: half.minutes / 2 }));
  const { k, n } = answersOf(one);
  const first = Math.floor(n / 2);
  const right = Math.min(first, k);
  return [
    { ...one, minutes: one.minutes / 3, k: right, n: first },
    { ...one, minutes: (2 * one.minutes) / 3, k: k - right, n: n - first },
  ];
}

/** One more right answer in a section, or in the rest of the paper. */
function betterMock({ sections, ...mock }: Mock, pick: number): Mock | undefined {
  const room = Object.entries(sections ?? {}).filter(([, [k, n]]) => k < n);
  const [id, [k, n]] = room[pick % Math.max(room.length, 1)] ?? ['', [0, 0]];
  if (sections && id) return { ...mock, k: mock.k + 1, sections: { ...sections, [id]: [k + 1, n] } };
  if (mock.k >= mock.n) return undefined;
  return { ...mock, k: mock.k + 1, ...(sections ? { sections } : {}) };
}

const oneMoreRight = (log: RandomLog) =>
  withSession(log, tested, (one) => [{ ...one, k: answersOf(one).k + 1, n: answersOf(one).n + 1 }]);
const oneMoreWrong = (log: RandomLog) => withSession(log, tested, (one) => [{ ...one, n: answersOf(one).n + 1 }]);
const rightInstead = (log: RandomLog) =>
  withSession(
    log,
    (one) => tested(one) && answersOf(one).k < answersOf(one).n,
    (one) => [{ ...one, k: answersOf(one).k + 1 }],
  );

const SAME_KIND = randomLogs('practice');

describe.each([
  ['all on the same kind of questions', SAME_KIND],
  ['on questions met before too', randomLogs('re-used')],
  ["on the vendor's own questions, and in exams, too", randomLogs('official')],
])('results %s', (_, logs) => {
  const learned = (log: RandomLog) => log.results.length > 0 || log.exams.some(({ kind }) => kind === 'official');
  const moved = (log: RandomLog, before: Levels, after: Levels) => {
    const means = learned(log) ? LEARNED : TOLERANCE;
    const chance = (all: Levels) => new Map([...all].filter(([name]) => name === 'chance'));
    return [...lowered(chance(before), after), ...lowered(before, after, means)];
  };
  const answersRaise = (before: Levels, after: Levels, log: RandomLog) => moved(log, before, after);
  test('a further right answer never lowers', () => check(logs, oneMoreRight, answersRaise));
  test('a further wrong answer never raises', () =>
    check(logs, oneMoreWrong, (before, after, log) => moved(log, after, before)));
  test('a wrong answer turned right never lowers', () => check(logs, rightInstead, answersRaise));
  test('one more right in a mock never lowers', () =>
    check(logs, (log) => withMock(log, (mock) => betterMock(mock, log.pick)), answersRaise));

  test('study on or after the day of the last result never lowers', () => {
    const studying = (log: RandomLog) => {
      const last = Math.max(0, ...[...log.sessions.filter(tested), ...log.exams, ...log.results].map(({ day }) => day));
      const topics = log.syllabus.sections.flatMap((section) => section.topics);
      const topic = topics[log.pick % topics.length]?.id as string;
      const day = last + (log.pick % (LAST_DAY - last + 1));
      return { ...log, sessions: [...log.sessions, { topic, day, minutes: 1 + (log.pick % 300), kind: 'reading' }] };
    };
    check(logs, studying, nothingLower);
  });

  test('a better rating never lowers', () => {
    const better = (log: RandomLog) =>
      withSession(
        log,
        ({ confidence }) => confidence !== undefined && confidence < 5,
        (one) => [{ ...one, confidence: (one.confidence ?? 0) + 1 }],
      );
    check(logs, better, nothingLower);
  });

  test('idle time never raises', () =>
    check(logs, (log) => ({ ...log, day: log.day + 1 + (log.pick % 400) }), nothingHigher));

  test('splitting a session changes nothing', () =>
    check(logs, (log) => withSession(log, splits, halves), nothingElse));

  test('the order of entries changes nothing', () => {
    const reversed = (log: RandomLog) => ({
      ...log,
      sessions: log.sessions.toReversed(),
      exams: log.exams.toReversed(),
    });
    check(logs, reversed, nothingElse);
  });

  test('everything stays within its bounds', () => {
    fc.assert(
      fc.property(logs, ({ syllabus, sessions, exams, results, day }) => {
        const exam = examFrom(syllabus);
        expectSound(assess(exam, evidenceFrom({ sessions, exams, results }), day), exam);
      }),
      RUNS,
    );
  });
});

test('without evidence the answer is the same for everybody, below the usual targets, and wide', () => {
  fc.assert(
    fc.property(SAME_KIND, (log) => {
      const exam = examFrom(log.syllabus);
      const { score, score80, evidenceLevel, sections, topics } = assess(exam, evidenceFrom({}), log.day);
      expect(score).toBeCloseTo(0.447, 2);
      for (const { mean } of [...sections, ...topics]) expect(mean).toBeCloseTo(score, 9);
      expect(score80.high - score80.low).toBeGreaterThan(0.45);
      expect(evidenceLevel).toBe(0);
    }),
    RUNS,
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from '../../../src/domain/activity.ts';
import type { Reason } from '../../../src/domain/readiness/advice.ts';
import type { Evidence } from '../../../src/domain/readiness/exam.ts';
import { gateOf } from '../../../src/domain/readiness/gate.ts';
import type { StudyDay } from '../../../src/domain/readiness/packed-days.ts';
import { nextHour } from '../../../src/domain/readiness/readiness.ts';
import { anyEvidence, EXAM, everywhere, evidence, mock, studyDay, TOPICS } from './invented.ts';

const TODAY = 100;
type Style = 'concrete' | 'conceptual' | 'hands_on' | null;
const advise = (log: Evidence, more: { style?: Style; weak?: boolean; examDay?: number; minutes?: number } = {}) =>
  nextHour(EXAM, log, more.examDay ?? TODAY, gateOf(EXAM, log, TODAY), more.style ?? 'concrete', {
    today: TODAY,
    minutes: more.minutes ?? 60,
    weak: more.weak ?? false,
  }).advice;

/** What is said of topic a1 when all that happened on it is this. */
const ofTopic = (days: StudyDay[], style?: Style) =>
  advise(evidence({ a1: days }, [mock(TODAY, 35, 50)]), style === undefined ? {} : { style }).find(
    ({ topicId }) => topicId === 'a1',
  );
const quiz = (correct: number, questions: number, day = TODAY - 3) =>
  studyDay(day, { minutes: 30, testedMinutes: 30, correct, questions });

test.each<[string, StudyDay[], Style, Reason, Activity]>([
  ['never touched', [], 'concrete', 'untouched', 'reading'],
  ['half answered wrong, commands are asked', [quiz(5, 10)], 'concrete', 'weak', 'lab'],
  ['half answered wrong, a hands-on exam', [quiz(5, 10)], 'hands_on', 'weak', 'lab'],
  ['half answered wrong, designs are asked', [quiz(5, 10)], 'conceptual', 'weak', 'practice'],
  ['almost all answered wrong', [quiz(3, 10)], 'conceptual', 'weak', 'reading'],
  ['weak comes before fading', [quiz(5, 10, TODAY - 60)], 'concrete', 'weak', 'lab'],
  ['65 % are not weak', [quiz(13, 20)], 'concrete', 'thin', 'lab'],
  ['four wrong answers are too few to be weak', [quiz(0, 4)], 'concrete', 'thin', 'lab'],
  ['three weeks ago', [quiz(9, 10, TODAY - 21)], 'concrete', 'thin', 'lab'],
  ['and a day', [quiz(9, 10, TODAY - 22)], 'concrete', 'fading', 'recall'],
  ['much read, never asked', [studyDay(TODAY - 3, { minutes: 200 })], 'concrete', 'untested', 'practice'],
  ['a little read', [studyDay(TODAY - 3, { minutes: 60 })], 'concrete', 'thin', 'lab'],
  ['a little read, designs are asked', [studyDay(TODAY - 3, { minutes: 60 })], 'conceptual', 'thin', 'practice'],
])('%s: %4$s', (_, days, style, reason, activity) =>
  expect(ofTopic(days, style)).toMatchObject({ kind: 'study', reason, activity, removes: null }),
);

test('before enough has been studied no test is suggested: it would only say so', () => {
  expect(advise(evidence({})).map(({ kind }) => kind)).toEqual(TOPICS.map(() => 'study'));
});

const read = everywhere(studyDay(TODAY - 5, { minutes: 200 }));

test('enough studied and nothing tested: a mock first, which takes away doubt and promises no chance', () => {
  const [first, ...rest] = advise(evidence(read));
  expect(first).toMatchObject({ kind: 'mock', topicId: null, reason: 'diagnosis', chance: null, score: null });
  expect(first?.removes).toBeGreaterThan(0.5);
  expect(rest.map(({ kind }) => kind)).toEqual(TOPICS.map(() => 'study'));
});

test('half of the exam tested: a quiz in an untested section, and that topic is not listed again', () => {
  const [first, ...rest] = advise(evidence({ ...read, a1: [quiz(30, 40)], d1: [quiz(6, 10)] }));
  expect(first).toMatchObject({ kind: 'questions', activity: 'practice', reason: 'untested' });
  expect(['b1', 'b2']).toContain(first?.topicId);
  expect(rest.map(({ topicId }) => topicId)).not.toContain(first?.topicId);
  expect(rest).toHaveLength(TOPICS.length - 1);
});

test.each(['b1', 'b2'])('the quiz is on the topic of its section that was studied most, here %s', (id) => {
  const log = { ...read, a1: [quiz(30, 40)], d1: [quiz(6, 10)], [id]: [studyDay(TODAY - 5, { minutes: 300 })] };
  expect(advise(evidence(log))[0]).toMatchObject({ kind: 'questions', topicId: id });
});

test('every section tested but with few answers: a mock', () => {
  const [first] = advise(evidence({ ...read, a1: [quiz(3, 5)], b1: [quiz(3, 5)], c1: [quiz(3, 5)], d1: [quiz(3, 5)] }));
  expect(first).toMatchObject({ kind: 'mock', reason: 'diagnosis' });
});

test('with enough evidence there is study only', () => {
  const found = advise(evidence(read, [mock(TODAY - 1, 35, 50)]));
  expect(found.map(({ kind }) => kind)).toEqual(TOPICS.map(() => 'study'));
});

test('study comes by what it brings', () => {
  fc.assert(
    fc.property(anyEvidence, (log) => {
      const gains = advise(log).flatMap(({ score }) => score ?? []);
      expect(gains.length).toBeGreaterThanOrEqual(TOPICS.length - 1);
      for (const gain of gains) expect(gain).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 10 },
  );
});

test('weak: only what was begun, the poorest first, and no tests', () => {
  const log = evidence({
    a1: [quiz(9, 10)],
    b1: [quiz(2, 10)],
    c1: [quiz(6, 10)],
    d1: [studyDay(TODAY, { minutes: 5 })],
  });
  const found = advise(log, { weak: true });
  expect(found.map(({ kind }) => kind)).toEqual(Array(4).fill('study'));
  const order = found.map(({ topicId }) => topicId);
  expect(order[0]).toBe('b1');
  expect(order[3]).toBe('a1');
  expect(advise(evidence({}), { weak: true })).toEqual([]);
});

test('the same log gives the same advice, whatever order its topics were read in', () => {
  fc.assert(
    fc.property(anyEvidence, (log) => {
      const reversed = { ...log, topics: new Map([...log.topics].reverse()) };
      expect(advise(reversed)).toEqual(advise(log));
    }),
    { numRuns: 10 },
  );
});

test('what is learned today for an exam that is far away is worth less', () => {
  const gain = (examDay: number) => advise(evidence({}), { examDay })[0]?.score ?? 0;
  expect(gain(TODAY + 60)).toBeLessThan(gain(TODAY));
});

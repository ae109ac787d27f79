import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, outlook } from '../../../src/domain/readiness/assess.ts';
import type { Evidence } from '../../../src/domain/readiness/exam.ts';
import { infer } from '../../../src/domain/readiness/infer.ts';
import { studyGains, withStudy } from '../../../src/domain/readiness/study-gain.ts';
import { anyEvidence, EXAM, everywhere, evidence, studyDay, TOPICS } from './invented.ts';

const TODAY = 100;
const gains = (log: Evidence, examDay = TODAY, minutes = 60) =>
  studyGains(outlook(infer(EXAM, log, examDay)), TODAY, minutes);

test('the gain is what a full assessment with the session added says', () => {
  fc.assert(
    fc.property(anyEvidence, fc.nat(60), fc.constantFrom(20, 45, 60, 240), (log, ahead, minutes) => {
      const examDay = TODAY + ahead;
      const now = assess(EXAM, log, examDay);
      for (const { topicId, chance, score } of gains(log, examDay, minutes)) {
        const topics = new Map(log.topics);
        topics.set(topicId, withStudy(topics.get(topicId) ?? [], TODAY, minutes));
        const then = assess(EXAM, { ...log, topics }, examDay);
        expect(Math.abs(chance - ((then.chance - now.chance) * 60) / minutes), topicId).toBeLessThan(1e-9);
        expect(Math.abs(score - ((then.score - now.score) * 60) / minutes), topicId).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 8 },
  );
});

test('every topic is ranked once, and study never costs', () => {
  fc.assert(
    fc.property(anyEvidence, (log) => {
      const found = gains(log);
      expect(found.map(({ topicId }) => topicId).sort()).toEqual([...TOPICS].sort());
      for (const { chance, score } of found) {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(score).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 15 },
  );
});

test('without evidence the guide decides: heavier topics first, equals in its order', () => {
  expect(gains(evidence({})).map(({ topicId }) => topicId)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2']);
});

test('what has been studied enough comes after what has not', () => {
  const log = evidence({ a1: [studyDay(TODAY - 1, { minutes: 700 })] });
  const order = gains(log).map(({ topicId }) => topicId);
  expect(order[0]).toBe('a2');
  expect(order.indexOf('a1')).toBeGreaterThan(order.indexOf('c2'));
});

test('where the chance is out of reach the score tells topics apart', () => {
  const log = evidence(everywhere(studyDay(TODAY - 1, { minutes: 20, correct: 0, questions: 40 })));
  const found = gains(log);
  expect(assess(EXAM, log, TODAY).chance).toBeLessThan(0.005);
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  expect(found[0]?.topicId).toBe('a1');
});

test('a session is added to its day and leaves the others', () => {
  const [before, after] = [studyDay(3, { minutes: 10, questions: 4 }), studyDay(9, { minutes: 5 })];
  expect(withStudy([before, after], 3, 20)).toEqual([{ ...before, minutes: 30 }, after]);
  expect(withStudy([before, after], 5, 20)).toEqual([before, studyDay(5, { minutes: 20 }), after]);
  expect(withStudy([], 5, 20)).toEqual([studyDay(5, { minutes: 20 })]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { type NowInput, nowList } from '../../src/domain/now-list.ts';
import type { PlanBlock } from '../../src/domain/plan/plan.ts';
import type { Advice } from '../../src/domain/readiness/advice.ts';

const study = (topicId: string): Advice => ({
  ...{ kind: 'study', topicId, activity: 'lab', reason: 'thin', chance: 0.01, score: 0.01, removes: null },
});
const quiz = (topicId: string): Advice => ({
  ...{ kind: 'questions', topicId, activity: 'practice', reason: 'untested', chance: null, score: null, removes: 0.1 },
});
const exam: Advice = { ...quiz('x'), kind: 'mock', topicId: null, reason: 'diagnosis' };
const block = (topicId: string | null, minutes: number): PlanBlock => ({
  ...{ date: '2026-09-22' as LocalDate, minutes, topicId, activity: 'reading' },
  reason: { kind: 'first-pass', weight: 0.1 },
});
const input = (change: Partial<NowInput>): NowInput => ({
  ...{ minutes: 45, planned: [], due: 0, advice: [study('a'), study('b'), study('c')], examMinutes: 120 },
  ...change,
});
const told = (change: Partial<NowInput>) =>
  nowList(input(change)).map(
    (item) => `${item.minutes} ${item.kind} ${item.kind === 'review' ? item.cards : item.topicId}`,
  );

describe('what to do now', () => {
  test('a test, then what fades, then the plan, then what raises the chance', () => {
    expect(told({ minutes: 120, due: 3, planned: [block('p', 30)], advice: [quiz('q'), study('a')] })).toEqual([
      '15 test q',
      '10 review 3',
      '30 study p',
      '65 study a',
    ]);
  });

  test('a practice exam only where there is time for it', () => {
    expect(told({ advice: [exam, study('a')] })).toEqual(['45 study a']);
    expect(told({ minutes: 150, advice: [exam, study('a')] })).toEqual(['120 test null', '30 study a']);
    expect(told({ planned: [block(null, 120), block('p', 45)] })).toEqual(['45 study p']);
  });

  test('a topic comes once', () => {
    expect(told({ planned: [block('a', 20)], minutes: 60 })).toEqual(['20 study a', '40 study b']);
    expect(told({ planned: [block('q', 20)], advice: [quiz('q'), study('q'), study('b')] })).toEqual([
      '15 test q',
      '30 study b',
    ]);
  });

  test('review takes a third at most, and a short time whole', () => {
    expect(told({ due: 40 })[0]).toBe('15 review 40');
    expect(told({ due: 40, minutes: 10 })).toEqual(['10 review 40']);
  });

  test('minutes are positive, in order, and never more than there are', () => {
    const advice = fc.subarray([quiz('q'), exam, study('a'), study('b'), study('c')]);
    const planned = fc.array(
      fc.record({ topicId: fc.constantFrom('a', 'p', 'r', null), minutes: fc.integer({ min: 15, max: 120 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 300 }), fc.nat(30), advice, planned, (minutes, due, some, blocks) => {
        const items = nowList(
          input({ minutes, due, advice: some, planned: blocks.map((one) => block(one.topicId, one.minutes)) }),
        );
        const total = items.reduce((sum, item) => sum + item.minutes, 0);
        expect(total).toBeLessThanOrEqual(minutes);
        for (const item of items) expect(item.minutes).toBeGreaterThan(0);
        const topics = items.flatMap((item) => (item.kind === 'review' ? [] : [item.topicId]));
        expect(new Set(topics).size).toBe(topics.length);
      }),
    );
  });
});

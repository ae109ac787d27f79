import { expect, test } from 'vitest';
import type { Profile } from '../../../src/domain/readiness/parameters.ts';
import { predictExam, predictMock } from '../../../src/domain/readiness/predict.ts';
import { EXAM, everywhere, evidence, mock, studyDay } from './invented.ts';

const TODAY = 200;
const nothing = evidence({});
const read = evidence(everywhere(studyDay(TODAY - 5, { minutes: 240 })));
const tested = (share: number) =>
  evidence(everywhere(studyDay(TODAY - 5, { minutes: 240, correct: 20 * share, questions: 20 })));

const expectedOf = (log: typeof nothing, profile: Profile = 'third-party', questions = 50) =>
  predictMock(EXAM, log, TODAY, questions, profile);

test('the better the log, the better the mock that is expected, and the likelier the target', () => {
  const ladder = [tested(0.2), nothing, read, tested(0.9), tested(1)].map((log) => expectedOf(log));
  for (const key of ['score', 'chance'] as const) {
    const values = ladder.map((prediction) => prediction[key]);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(new Set(values).size).toBe(values.length);
  }
});

test("the vendor's questions are expected to go worse than a bank's, seen ones better, and the exam worst of all", () => {
  for (const log of [nothing, read, tested(0.7)]) {
    const [official, bank, seen] = (['official', 'third-party', 're-used'] as const).map(
      (profile) => expectedOf(log, profile).score,
    ) as [number, number, number];
    expect(official).toBeLessThan(bank);
    expect(bank).toBeLessThan(seen);
    expect(predictExam(EXAM, log, TODAY).score).toBeLessThan(official);
  }
});

test('results narrow the 80 % interval, study alone does not', () => {
  const width = (log: typeof nothing) => {
    const { low, high } = expectedOf(log).score80;
    return high - low;
  };
  expect(width(tested(0.8))).toBeLessThan(0.7 * width(read));
  expect(width(evidence({}, [mock(TODAY - 1, 35, 50)]))).toBeLessThan(0.7 * width(nothing));
});

test('a longer paper is less a matter of luck', () => {
  const width = (questions: number) => {
    const { low, high } = expectedOf(tested(0.8), 'third-party', questions).score80;
    return high - low;
  };
  expect(width(100)).toBeLessThan(width(50));
  expect(width(50)).toBeLessThan(width(10));
});

test('the interval holds the expected score, inside 0 and 1, also at the ends', () => {
  for (const share of [0, 0.5, 1])
    for (const profile of ['official', 'third-party', 're-used'] as const) {
      const { score, score80, chance, target } = expectedOf(tested(share), profile, 1);
      expect(target).toBe(EXAM.target);
      expect(score80.low).toBeGreaterThanOrEqual(0);
      expect(score80.low).toBeLessThan(score);
      expect(score).toBeLessThan(score80.high);
      expect(score80.high).toBeLessThanOrEqual(1);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
});

test('what is expected of the same kind of mock again is near what was scored', () => {
  const log = evidence({}, [mock(TODAY - 1, 160, 200), mock(TODAY - 2, 160, 200)]);
  expect(expectedOf(log).score).toBeCloseTo(0.8, 1);
});

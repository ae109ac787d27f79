import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlook, summary } from '../../../src/domain/readiness/assess.ts';
import type { Evidence } from '../../../src/domain/readiness/exam.ts';
import { explain } from '../../../src/domain/readiness/explain.ts';
import { infer } from '../../../src/domain/readiness/infer.ts';
import { DEFAULTS, TRANSFER_GAPS } from '../../../src/domain/readiness/parameters.ts';
import { retention } from '../../../src/domain/readiness/study-curve.ts';
import { anyEvidence, EXAM, everywhere, evidence, mock, studyDay } from './invented.ts';

const TODAY = 100;
const seen = (log: Evidence) => outlook(infer(EXAM, log, TODAY));
const explained = (log: Evidence) => explain(seen(log));
const topicsOf = (log: Evidence) => explained(log).sections.flatMap(({ topics }) => topics);

test('without evidence the levels are their priors', () => {
  const { learner, gap, sections } = explained(evidence({}));
  const { learnerSd, sectionSd, topicSd } = DEFAULTS;
  expect(learner.mean).toBeCloseTo(0, 9);
  expect(Math.abs(learner.sd - learnerSd)).toBeLessThan(0.02);
  expect(Math.abs(gap.mean - TRANSFER_GAPS['third-party'].mean)).toBeLessThan(0.02);
  expect(Math.abs(gap.sd - TRANSFER_GAPS['third-party'].sd)).toBeLessThan(0.02);
  for (const { level, topics } of sections) {
    expect(level.mean).toBeCloseTo(0, 9);
    expect(Math.abs(level.sd - Math.hypot(learnerSd, sectionSd))).toBeLessThan(0.02);
    for (const topic of topics) {
      expect(topic.level.mean).toBeCloseTo(0, 9);
      expect(Math.abs(topic.level.sd - Math.hypot(learnerSd, sectionSd, topicSd))).toBeLessThan(0.02);
      expect(topic).toMatchObject({ parts: [], dose: 0, rating: null, ratingEffect: 0, answers: [] });
      expect(topic.studyEffect).toBe(DEFAULTS.base);
    }
  }
});

test('every step leads to the next, whatever was logged', () => {
  fc.assert(
    fc.property(anyEvidence, (log) => {
      const outcome = seen(log);
      const found = explain(outcome);
      const whole = summary(outcome);
      expect([found.score, found.chance]).toEqual([whole.score, whole.chance]);
      const bySections = found.sections.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
      expect(bySections).toBeCloseTo(found.score, 9);
      for (const [s, section] of found.sections.entries()) {
        const shares = EXAM.sections[s]?.topics ?? [];
        const byTopics = section.topics.reduce((sum, { mean }, t) => sum + (shares[t]?.weight ?? 0) * mean, 0);
        expect(byTopics).toBeCloseTo(section.mean, 9);
        for (const { parts, dose, stability, recommended } of section.topics) {
          expect(parts.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(dose, 12);
          for (const { day, minutes, retained, part } of parts) {
            expect(retained).toBeCloseTo(retention(TODAY - day, stability, DEFAULTS), 12);
            expect(part).toBeCloseTo((minutes * retained) / recommended, 12);
          }
        }
      }
    }),
    { numRuns: 15 },
  );
});

test.each<[string, Evidence]>([
  ['nothing', evidence({})],
  ['hours only', evidence(everywhere(studyDay(80, { minutes: 200 }), studyDay(90, { minutes: 90, rating: 4 })))],
  ['good answers', evidence(everywhere(studyDay(90, { minutes: 100, correct: 9, questions: 10 })))],
  ['all wrong', evidence(everywhere(studyDay(90, { minutes: 100, correct: 0, questions: 10 })))],
  [
    'mixed, with a mock',
    evidence({ a1: [studyDay(5, { minutes: 500, correct: 3, questions: 9 })] }, [mock(99, 40, 50)]),
  ],
])('by hand comes near the exact answer: %s', (_, log) => {
  const { byHand, chance } = explained(log);
  expect(Math.abs(byHand - chance)).toBeLessThan(0.05);
  for (const topic of topicsOf(log)) expect(Math.abs(topic.byHand - topic.mean), topic.id).toBeLessThan(0.015);
});

test('right answers raise the level on their topic most, on its section next, and a little everywhere', () => {
  const log = evidence({ a1: [studyDay(99, { minutes: 30, correct: 10, questions: 10 })] });
  const level = new Map(topicsOf(log).map(({ id, level: own }) => [id, own.mean]));
  expect(level.get('a1')).toBeGreaterThan((level.get('a2') ?? 9) + 0.05);
  expect(level.get('a2')).toBeGreaterThan((level.get('b1') ?? 9) + 0.01);
  expect(level.get('b1')).toBeGreaterThan(0.1);
  expect(level.get('b1')).toBeCloseTo(level.get('d2') ?? 9, 9);
});

test('a rating that was given counts, and less with every answer', () => {
  const rated = (questions: number) =>
    topicsOf(evidence({ a1: [studyDay(99, { minutes: 30, rating: 5, correct: questions, questions })] })).find(
      ({ id }) => id === 'a1',
    )?.ratingEffect as number;
  expect(rated(0)).toBeCloseTo(DEFAULTS.ratingWeight * (5 - DEFAULTS.ratingCentre), 12);
  expect(rated(DEFAULTS.ratingFade)).toBeCloseTo(rated(0) / 2, 12);
});

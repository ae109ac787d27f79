import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import {
  overlapping,
  type Part,
  type Session,
  sessionMinutes,
  sessionProblem,
  sessionScore,
  shareOut,
  withMinutes,
  withScore,
} from '../../src/domain/session.ts';

const NOW = Date.parse('2026-09-22T20:00:00Z');
const HOUR = 3_600_000;
const part = (
  topicId: string,
  minutes: number,
  correct: number | null = null,
  questions: number | null = null,
): Part => ({
  topicId,
  minutes,
  correct,
  questions,
});
const BASE: Session = {
  id: 'a',
  certId: 'c',
  editionId: 'c@1',
  startedAt: NOW - HOUR,
  endedAt: NOW,
  timezone: 'UTC',
  studyDate: '2026-09-22' as LocalDate,
  activity: null,
  confidence: null,
  note: null,
  tags: [],
  resource: null,
  source: 'certtrack',
  createdAt: NOW,
  updatedAt: NOW,
  deletedAt: null,
  parts: [part('x', 60)],
};

describe('shareOut', () => {
  const open = (...topicIds: string[]) => ({ topicIds, minutes: null });
  const named = (minutes: number, ...topicIds: string[]) => ({ topicIds, minutes });

  test.each([
    ['evenly', [open('x'), open('y')], 45, [part('x', 23), part('y', 22)]],
    ['as named', [named(30, 'x'), named(15, 'y')], 45, [part('x', 30), part('y', 15)]],
    ['the rest evenly', [named(30, 'x'), open('y'), open('z')], 60, [part('x', 30), part('y', 15), part('z', 15)]],
    ['a section over its topics', [open('x', 'y'), open('z')], 60, [part('x', 15), part('y', 15), part('z', 30)]],
    ['a topic named twice once', [named(30, 'x'), named(15, 'x')], 45, [part('x', 45)]],
  ])('shares %s', (_, shares, minutes, parts) => expect(shareOut(shares, minutes, null)).toEqual(parts));

  test('questions follow the minutes, and a part without one has no answers', () => {
    expect(shareOut([named(50, 'x'), named(10, 'y')], 60, { correct: 2, questions: 3 })).toEqual([
      part('x', 50, 2, 3),
      part('y', 10),
    ]);
  });

  test('minutes, questions and right answers add up, and no part has more right than asked', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-d][0-9]$/), { minLength: 1, maxLength: 5 });
    const shares = fc.array(fc.record({ topicIds: ids, minutes: fc.option(fc.integer({ min: 1, max: 90 })) }), {
      maxLength: 4,
    });
    const scores = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ correct: Math.min(a, b), questions: Math.max(a, b) }));
    fc.assert(
      fc.property(shares, fc.nat(300), scores, (some, rest, score) => {
        const all = [...some, open('e1')];
        const minutes = some.reduce((sum, share) => sum + (share.minutes ?? 0), 0) + rest;
        const parts = shareOut(all, minutes, score);
        expect(sessionMinutes({ parts })).toBe(minutes);
        expect(sessionScore({ parts })).toEqual(score.questions === 0 ? null : score);
        expect(new Set(parts.map(({ topicId }) => topicId)).size).toBe(parts.length);
        for (const { correct, questions } of parts) {
          expect(correct === null).toBe(questions === null);
          expect(questions).not.toBe(0);
          expect(correct ?? 0).toBeLessThanOrEqual(questions ?? 0);
        }
      }),
    );
  });
});

test('other total minutes keep the proportion and the answers', () => {
  expect(withMinutes([part('x', 30, 4, 5), part('y', 15)], 90)).toEqual([part('x', 60, 4, 5), part('y', 30)]);
});

test('a new score replaces the old one, and no score removes it', () => {
  const parts = [part('x', 30, 1, 2), part('y', 30)];
  expect(withScore(parts, { correct: 7, questions: 10 })).toEqual([part('x', 30, 4, 5), part('y', 30, 3, 5)]);
  expect(withScore(parts, null)).toEqual([part('x', 30), part('y', 30)]);
});

test.each<[string, Partial<Session>, string | undefined, boolean?]>([
  ['an ordinary session', {}, undefined],
  ['five questions, none right', { parts: [part('x', 60, 0, 5)] }, undefined],
  ['exactly a day', { startedAt: NOW - 24 * HOUR, parts: [part('x', 24 * 60)] }, undefined],
  ['no topic', { parts: [] }, 'a session needs a topic'],
  ['no time', { parts: [part('x', 0)] }, 'a session needs at least one minute'],
  ['negative time', { parts: [part('x', -5), part('y', 30)] }, 'a session cannot have negative time'],
  ['too many right', { parts: [part('x', 60, 7, 5)] }, '7 correct of 5 questions is more than there were'],
  ['right answers to nothing', { parts: [part('x', 60, 0, 0)] }, 'a score needs at least one question'],
  ['confidence 0', { confidence: 0 }, 'confidence 0 is not on the scale'],
  ['confidence 6', { confidence: 6 }, 'confidence 6 is not on the scale'],
  ['confidence 2.5', { confidence: 2.5 }, 'confidence 2.5 is not on the scale'],
  ['a tag with a space', { tags: ['a b'] }, 'a tag cannot be empty or hold spaces: "a b"'],
  ['an empty tag', { tags: [''] }, 'a tag cannot be empty or hold spaces: ""'],
  ['a break', { parts: [part('x', 20), part('y', 10)] }, undefined],
  ['a begun last minute', { endedAt: NOW - 59_000 }, undefined],
  ['a minute too many', { endedAt: NOW - 60_000 }, '1 h do not fit between start and end, 59 m apart'],
  [
    'parts that are too much together',
    { parts: [part('x', 31), part('y', 30)] },
    '1 h 01 m do not fit between start and end, 1 h apart',
  ],
  [
    'more than a day',
    { startedAt: NOW - 25 * HOUR, parts: [part('x', 24 * 60 + 1)] },
    '24 h 01 m is more than a day',
    true,
  ],
  ['an end in the future', { endedAt: NOW + 1 }, 'the session would end in the future', true],
])('%s', (_, change, message, forcible = false) => {
  const problem = sessionProblem({ ...BASE, ...change }, NOW);
  expect(problem?.message).toBe(message);
  expect(problem?.forcible ?? false).toBe(forcible);
});

test.each([
  ['inside', 15, 45, true],
  ['around', -60, 120, true],
  ['over the start', -30, 1, true],
  ['touching the start', -60, 0, false],
  ['touching the end', 60, 90, false],
  ['later', 90, 120, false],
])('a session %s (minutes %i to %i) overlaps: %s', (_, from, to, overlaps) => {
  const other = { ...BASE, id: 'b', startedAt: BASE.startedAt + from * 60_000, endedAt: BASE.startedAt + to * 60_000 };
  expect(overlapping(BASE, [other])).toEqual(overlaps ? [other] : []);
});

test('a session does not overlap itself', () => expect(overlapping(BASE, [BASE])).toEqual([]));

test('nobody studies for more than a month on end, not even with --force', () => {
  const start = NOW - 40 * 86_400_000;
  const problem = sessionProblem({ ...BASE, startedAt: start, endedAt: start + 32 * 86_400_000 }, NOW);
  expect(problem).toMatchObject({ message: '768 h from start to end are more than a month', forcible: false });
});

import { describe, expect, test } from 'vitest';
import { dayNumber, type LocalDate } from '../../../src/domain/local-date.ts';
import type { Plan, PlanBlock } from '../../../src/domain/plan/plan.ts';
import { planProgress } from '../../../src/domain/plan/plan-progress.ts';
import { plannedNow } from '../../../src/domain/plan/planned-now.ts';
import { revisedPlan, samePlan } from '../../../src/domain/plan/revise-plan.ts';
import type { Evidence } from '../../../src/domain/readiness/exam.ts';

const day = (text: string) => text as LocalDate;
/** A Thursday; its week starts on Monday 21 September. */
const TODAY = day('2026-09-24');
const MADE_ON = day('2026-09-01');

function block(date: string, topicId: string | null, minutes = 60): PlanBlock {
  const reason = topicId === null ? ({ kind: 'first-mock' } as const) : ({ kind: 'first-pass', weight: 0.1 } as const);
  return { date: day(date), minutes, topicId, activity: 'reading', reason };
}

function plan(...blocks: PlanBlock[]): Plan {
  return {
    certId: 'c',
    editionId: 'c@1',
    settings: { examDate: day('2026-11-20'), weeklyMinutes: 360, weekdays: ['monday'], skips: [] },
    blocks,
    retired: [],
    revision: 3,
    createdAt: 1,
    updatedAt: 2,
  };
}

function studied(...entries: [date: string, topicId: string | null, minutes: number][]): Evidence {
  const topics = new Map<
    string,
    { day: number; minutes: number; testedMinutes: 0; correct: 0; questions: 0; rating: null }[]
  >();
  const mocks: Evidence['mocks'][number][] = [];
  for (const [date, topicId, minutes] of entries) {
    const at = dayNumber(day(date));
    if (topicId === null) mocks.push({ day: at, correct: 1, questions: 2, sections: [], profile: 'third-party' });
    else
      topics.set(topicId, [
        ...(topics.get(topicId) ?? []),
        { day: at, minutes, testedMinutes: 0, correct: 0, questions: 0, rating: null },
      ]);
  }
  return { topics, mocks, results: [] };
}

const states = (made: Plan, evidence: Evidence) =>
  planProgress(made, evidence, TODAY, 'monday', MADE_ON).blocks.map(({ state }) => state);

describe('a block is done', () => {
  test.each<[string, PlanBlock[], Evidence, string[]]>([
    ['on its day', [block('2026-09-22', 'a')], studied(['2026-09-22', 'a', 60]), ['done']],
    ['on another day of its week', [block('2026-09-22', 'a')], studied(['2026-09-24', 'a', 60]), ['done']],
    ['with half its time', [block('2026-09-22', 'a')], studied(['2026-09-22', 'a', 30]), ['done']],
    ['not with less', [block('2026-09-22', 'a')], studied(['2026-09-22', 'a', 29]), ['missed']],
    ['not by another topic', [block('2026-09-22', 'a')], studied(['2026-09-22', 'b', 60]), ['missed']],
    ['not by study of the week before', [block('2026-09-22', 'a')], studied(['2026-09-20', 'a', 60]), ['missed']],
    [
      'with minutes that count once',
      [block('2026-09-22', 'a'), block('2026-09-23', 'a')],
      studied(['2026-09-22', 'a', 60]),
      ['done', 'missed'],
    ],
    [
      'twice with time for both',
      [block('2026-09-22', 'a'), block('2026-09-23', 'a')],
      studied(['2026-09-22', 'a', 100]),
      ['done', 'done'],
    ],
    ['as a mock by a mock', [block('2026-09-22', null, 120)], studied(['2026-09-23', null, 0]), ['done']],
    ['as a mock not by study', [block('2026-09-22', null, 120)], studied(['2026-09-22', 'a', 120]), ['missed']],
    ['not before its day has come', [block('2026-09-25', 'a')], studied(['2026-09-22', 'a', 60]), ['open']],
    ['open today until it is done', [block('2026-09-24', 'a')], studied(), ['open']],
  ])('%s', (_, blocks, evidence, expected) => {
    expect(states(plan(...blocks), evidence)).toEqual(expected);
  });
});

test('counts what is due: days gone by, and of today what is done', () => {
  const made = plan(
    block('2026-09-22', 'a'),
    block('2026-09-23', 'b', 45),
    block('2026-09-24', 'c', 30),
    block('2026-09-24', 'd'),
  );
  const progress = planProgress(
    made,
    studied(['2026-09-22', 'a', 60], ['2026-09-24', 'c', 30]),
    TODAY,
    'monday',
    MADE_ON,
  );
  expect(progress).toMatchObject({ due: 3, done: 2, dueMinutes: 135, doneMinutes: 90 });
  expect(progress.missed.map(({ topicId }) => topicId)).toEqual(['b']);
});

test('what was missed before the plan was last made has been moved, and still counts as due', () => {
  const made = plan(block('2026-09-22', 'a'), block('2026-09-23', 'b'));
  const progress = planProgress(made, studied(), TODAY, 'monday', day('2026-09-23'));
  expect(progress).toMatchObject({ due: 2, done: 0 });
  expect(progress.missed.map(({ topicId }) => topicId)).toEqual(['b']);
});

describe('what the plan says for now', () => {
  const of = (blocks: PlanBlock[], evidence: Evidence) =>
    plannedNow(planProgress(plan(...blocks), evidence, TODAY, 'monday', MADE_ON), TODAY);
  const blocks = [
    block('2026-09-22', 'x'),
    block('2026-09-24', 'a'),
    block('2026-09-24', 'b'),
    block('2026-09-28', 'c'),
  ];

  test('today, without what is done, and how much was missed', () => {
    expect(of(blocks, studied(['2026-09-24', 'a', 60]))).toMatchObject({
      date: TODAY,
      blocks: [{ topicId: 'b' }],
      missed: 1,
    });
  });

  test('the next day when today is done', () => {
    const done = studied(['2026-09-24', 'a', 60], ['2026-09-24', 'b', 60]);
    expect(of(blocks, done)).toMatchObject({ date: '2026-09-28', blocks: [{ topicId: 'c' }] });
  });

  test('nothing when the plan is over', () => {
    expect(of([block('2026-09-22', 'x')], studied())).toEqual({ date: null, blocks: [], missed: 1 });
  });
});

describe('planning anew', () => {
  const before = plan(
    block('2026-09-22', 'a'),
    block('2026-09-24', 'b'),
    block('2026-09-24', 'c'),
    block('2026-09-30', 'd'),
  );
  const evidence = studied(['2026-09-24', 'b', 60]);
  const after = revisedPlan({
    ...before,
    before,
    judged: planProgress(before, evidence, TODAY, 'monday', MADE_ON).blocks,
    blocks: [block('2026-09-28', 'c')],
    today: TODAY,
    now: 9,
  });

  test('keeps the past, done or missed, and what is done today', () => {
    expect(after.blocks.map(({ date, topicId }) => `${date} ${topicId}`)).toEqual([
      '2026-09-22 a',
      '2026-09-24 b',
      '2026-09-28 c',
    ]);
    expect(after).toMatchObject({ revision: 4, createdAt: 1, updatedAt: 9 });
  });

  test('remembers days that are free now, until they are planned again or over', () => {
    expect(after.retired).toEqual(['2026-09-30']);
    const next = (blocks: PlanBlock[], today: string) =>
      revisedPlan({ ...after, before: after, judged: [], blocks, today: day(today), now: 10 }).retired;
    expect(next([block('2026-09-30', 'd')], '2026-09-25')).toEqual(['2026-09-28']);
    expect(next([], '2026-10-01')).toEqual([]);
  });

  test('the same is the same, whatever the order of keys', () => {
    const { reason, activity, topicId, minutes, date } = block('2026-09-22', 'a');
    expect(samePlan(plan(block('2026-09-22', 'a')), plan({ reason, activity, topicId, minutes, date }))).toBe(true);
    expect(samePlan(plan(block('2026-09-22', 'a')), plan(block('2026-09-22', 'b')))).toBe(false);
  });
});

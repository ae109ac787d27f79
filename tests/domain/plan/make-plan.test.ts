import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, daysBetween, type LocalDate } from '../../../src/domain/local-date.ts';
import { makePlan, type PlanInput } from '../../../src/domain/plan/make-plan.ts';
import { EVERY_DAY, type PlanBlock } from '../../../src/domain/plan/plan.ts';
import { studyTimes } from '../../../src/domain/plan/study-time.ts';
import { NOTHING, PDE_EXAM, randomEvidence, TOPIC_IDS, WEEK } from './learners.ts';

const TODAY = '2026-09-22' as LocalDate;
const MOCK = 120;

const inputs = fc
  .record({
    evidence: randomEvidence(TODAY),
    days: fc.integer({ min: 1, max: 200 }),
    weeklyMinutes: fc.integer({ min: 60, max: 1500 }),
    weekdays: fc.subarray([...WEEK], { minLength: 1 }),
    skip: fc.option(fc.tuple(fc.nat(120), fc.nat(20))),
    doneToday: fc.constantFrom(0, 0, 45),
  })
  .map(
    ({ days, weeklyMinutes, weekdays, skip, ...rest }): PlanInput => ({
      exam: PDE_EXAM,
      today: TODAY,
      mockMinutes: MOCK,
      ...rest,
      settings: {
        examDate: addDays(TODAY, days),
        weeklyMinutes,
        days: Object.fromEntries(weekdays.map((day) => [day, 1])),
        skips: skip ? [{ from: addDays(TODAY, skip[0]), to: addDays(TODAY, skip[0] + skip[1]) }] : [],
      },
    }),
  );

function plain(days: number, change: Partial<PlanInput> = {}): PlanInput {
  return {
    exam: PDE_EXAM,
    evidence: NOTHING,
    today: TODAY,
    mockMinutes: MOCK,
    doneToday: 0,
    settings: {
      examDate: addDays(TODAY, days),
      weeklyMinutes: 360,
      days: { monday: 1, wednesday: 1, saturday: 1 },
      skips: [],
    },
    ...change,
  };
}

const minutes = (blocks: readonly { minutes: number }[]) => blocks.reduce((sum, block) => sum + block.minutes, 0);
const topicsOf = (blocks: readonly PlanBlock[]) => new Set(blocks.flatMap(({ topicId }) => topicId ?? []));
const mocksOf = (blocks: readonly PlanBlock[]) => blocks.filter(({ topicId }) => topicId === null);

describe('every plan', () => {
  test('uses the time there is within a block, on days there is time, in whole steps, before the exam', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const blocks = makePlan(input);
        const times = studyTimes(input.settings, TODAY, input.doneToday);
        const dates = new Set(times.map(({ date }) => date));
        const longest = Math.max(0, ...blocks.map((block) => block.minutes));
        expect(Math.abs(minutes(blocks) - minutes(times))).toBeLessThanOrEqual(Math.max(longest, 15));
        for (const block of blocks) {
          expect(dates.has(block.date)).toBe(true);
          expect(block.minutes % 5).toBe(0);
          expect(block.minutes).toBeGreaterThan(0);
          expect(block.date < input.settings.examDate).toBe(true);
        }
        expect(blocks.map(({ date }) => date)).toEqual(blocks.map(({ date }) => date).sort());
      }),
      { numRuns: 60 },
    );
  });

  test('is the same when made twice', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(makePlan(structuredClone(input))).toEqual(makePlan(input));
      }),
      { numRuns: 15 },
    );
  });

  test('looks at every topic once more in the last seven days of study, if there are five minutes for each', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { examDate } = input.settings;
        const blocks = makePlan(input);
        const last = studyTimes(input.settings, TODAY, input.doneToday).at(-1)?.date;
        if (last === undefined) return;
        const from = last >= addDays(examDate, -7) ? addDays(examDate, -7) : addDays(last, -6);
        const final = blocks.filter(({ date }) => date >= from);
        const looks = final.filter(({ reason }) => reason.kind === 'last-look');
        expect(new Set(looks.map(({ topicId }) => topicId)).size).toBe(looks.length);
        if (looks.length < TOPIC_IDS.length)
          expect(minutes(final) - minutes(mocksOf(final))).toBeLessThan(5 * TOPIC_IDS.length + 15 * 7);
      }),
      { numRuns: 60 },
    );
  });

  test('has its last practice exam at least three days before the exam', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { date, minutes: length } of mocksOf(makePlan(input))) {
          expect(daysBetween(date, input.settings.examDate)).toBeGreaterThanOrEqual(3);
          expect(length).toBe(MOCK);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('moves topics when days are skipped, and drops none', () => {
    fc.assert(
      fc.property(
        randomEvidence(TODAY),
        fc.integer({ min: 30, max: 120 }),
        fc.nat(100),
        fc.nat(13),
        (evidence, days, start, length) => {
          const skips = [{ from: addDays(TODAY, start), to: addDays(TODAY, start + length) }];
          const whole = plain(days, { evidence });
          const skipped = { ...whole, settings: { ...whole.settings, skips } };
          const blocks = makePlan(skipped);
          expect(blocks.some(({ date }) => skips.some(({ from, to }) => from <= date && date <= to))).toBe(false);
          expect([...topicsOf(blocks)].sort()).toEqual([...topicsOf(makePlan(whole))].sort());
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a plan of two months from nothing', () => {
  const blocks = makePlan(plain(59));

  test('takes the untouched topics by weight, after a first practice exam', () => {
    const weights = blocks.flatMap(({ reason }) => (reason.kind === 'first-pass' ? [reason.weight] : []));
    expect(weights.length).toBe(TOPIC_IDS.length);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(blocks[0]?.reason).toEqual({ kind: 'first-mock' });
  });

  test('returns to topics before a quarter has faded and answers questions on every one', () => {
    const returns = blocks.flatMap(({ reason }) => (reason.kind === 'return' ? [reason] : []));
    expect(returns.length).toBeGreaterThan(10);
    for (const { left } of returns) expect(left).toBeGreaterThan(0.72);
    const practised = new Set(blocks.filter(({ activity }) => activity === 'practice').map(({ topicId }) => topicId));
    for (const id of TOPIC_IDS) expect(practised.has(id), id).toBe(true);
  });

  test('spreads three practice exams', () => {
    const days = mocksOf(blocks).map(({ date }) => dayNumber(date));
    expect(days.length).toBe(3);
    expect((days[1] ?? 0) - (days[0] ?? 0)).toBeGreaterThan(14);
    expect((days[2] ?? 0) - (days[1] ?? 0)).toBeGreaterThan(14);
  });

  test('never studies a topic twice a day while there are others', () => {
    const seen = blocks
      .filter(({ reason }) => reason.kind !== 'last-look')
      .map(({ date, topicId }) => `${date} ${topicId}`);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

test('what was done is respected: studied topics are not started again, done minutes are not planned again', () => {
  const days = [{ day: dayNumber(TODAY) - 2, minutes: 300, testedMinutes: 0, correct: 0, questions: 0, rating: null }];
  const evidence = { ...NOTHING, topics: new Map([['planning-pipelines', days]]), mocks: [] };
  const before = makePlan(plain(59));
  const after = makePlan(plain(59, { evidence }));
  const first = (blocks: readonly PlanBlock[]) =>
    blocks.find(({ topicId, reason }) => topicId === 'planning-pipelines' && reason.kind === 'first-pass');
  expect(first(before)).toBeDefined();
  expect(first(after)).toBeUndefined();
  const daily = { ...plain(59).settings, days: EVERY_DAY };
  const done = (doneToday: number) =>
    makePlan(plain(59, { settings: daily, doneToday })).filter(({ date }) => date === TODAY);
  expect(minutes(done(0))).toBe(50);
  expect(minutes(done(30))).toBe(20);
  expect(done(60)).toEqual([]);
});

test('a practice exam of last week needs no first one', () => {
  const mocks = [
    { day: dayNumber(TODAY) - 6, correct: 30, questions: 50, sections: [], profile: 'third-party' as const },
  ];
  const kinds = mocksOf(makePlan(plain(59, { evidence: { ...NOTHING, mocks } }))).map(({ reason }) => reason.kind);
  expect(kinds).not.toContain('first-mock');
  expect(kinds.at(-1)).toBe('last-mock');
});

test('an exam tomorrow: short looks today, also when today is no study day', () => {
  const blocks = makePlan(plain(1));
  expect(new Set(blocks.map(({ date }) => date))).toEqual(new Set([TODAY]));
  expect(topicsOf(blocks).size).toBeGreaterThan(15);
  expect(mocksOf(blocks)).toEqual([]);
});

test('an exam today leaves nothing to plan', () => {
  expect(makePlan(plain(0))).toEqual([]);
});

test('an exam in two years: few mocks, every topic many times, within the time a command may take', () => {
  const started = performance.now();
  const blocks = makePlan(plain(730));
  expect(performance.now() - started).toBeLessThan(5000);
  expect(mocksOf(blocks).length).toBe(6);
  for (const id of TOPIC_IDS) expect(blocks.filter(({ topicId }) => topicId === id).length, id).toBeGreaterThan(10);
});

test('a topic that was only studied for another certification is new to this one', () => {
  const [id = ''] = TOPIC_IDS;
  const day = dayNumber(TODAY) - 40;
  const lent = { day, minutes: 60, testedMinutes: 0, correct: 0, questions: 0, rating: null };
  const evidence = { ...NOTHING, topics: new Map([[id, [lent]]]) };
  const firstOf = (input: PlanInput) => makePlan(input).find(({ topicId }) => topicId === id);
  expect(firstOf(plain(60, { evidence }))?.reason.kind).toBe('return');
  expect(firstOf(plain(60, { evidence: { ...evidence, borrowed: new Set([id]) } }))).toMatchObject({
    activity: 'reading',
    reason: { kind: 'first-pass' },
  });
});

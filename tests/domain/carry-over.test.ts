import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedDays, carriedTotals, carryOver } from '../../src/domain/carry-over.ts';
import { type Edition, OTHER_TOPIC, placedTopics } from '../../src/domain/edition.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { isPlain, movedStudy } from '../../src/domain/moved-study.ts';
import type { ActivityDay } from '../../src/domain/readiness/study-days.ts';
import { shippedEditions, shippedMapping, shippedMappings } from '../../src/syllabus/library.ts';

const FOLDER = fileURLToPath(new URL('../../syllabi', import.meta.url));
const EDITIONS = shippedEditions(FOLDER);
const MAPPINGS = ['gcp-pde', 'gcp-pmle'].flatMap((certId) => shippedMappings(FOLDER, certId));

/** Every pair of editions with a shipped way between them. */
const WAYS = EDITIONS.flatMap((from) =>
  EDITIONS.flatMap((to) => {
    const mapping = from === to ? undefined : shippedMapping(FOLDER, from.id, to.id);
    return mapping ? [{ from, to, mapping }] : [];
  }),
);

const topicIds = (edition: Edition) => [OTHER_TOPIC, ...placedTopics(edition).map(({ topic }) => topic.id)];
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

const rowsOf = (editions: readonly Edition[]) =>
  fc.array(
    fc.constantFrom(...editions).chain((edition) =>
      fc.record({
        editionId: fc.constant(edition.id),
        topicId: fc.constantFrom(...topicIds(edition)),
        minutes: fc.integer({ min: 0, max: 6000 }),
        weekMinutes: fc.integer({ min: 0, max: 600 }),
        correct: fc.integer({ min: 0, max: 50 }),
        questions: fc.integer({ min: 50, max: 100 }),
        lastDate: fc.constantFrom('2026-01-01', '2026-09-22').map((date) => date as LocalDate),
      }),
    ),
    { maxLength: 30 },
  );

test('there is a way from the oldest edition of each guide to the present one', () => {
  const ways = WAYS.map(({ from, to }) => `${from.id} → ${to.id}`);
  expect(ways).toContain('gcp-pde@2019 → gcp-pde@2025');
  expect(ways).toContain('gcp-pmle@2022 → gcp-pmle@2026');
});

test.each(WAYS.map((way) => [`${way.from.id} to ${way.to.id}`, way] as const))(
  '%s conserves every minute: what does not carry over stays in the totals',
  (_, { from, to }) => {
    const carry = carryOver(MAPPINGS, to);
    fc.assert(
      fc.property(rowsOf([from, to]), (rows) => {
        const after = carriedTotals(rows, carry);
        const logged = total(rows.map(({ minutes }) => minutes));
        // Each topic is rounded to whole minutes by itself.
        expect(Math.abs(total(after.map(({ minutes }) => minutes)) - logged)).toBeLessThanOrEqual(after.length / 2);
        for (const { topicId } of after) expect(topicIds(to)).toContain(topicId);
      }),
      { numRuns: 50 },
    );
  },
);

test.each(WAYS.map((way) => [`${way.from.id} to ${way.to.id}`, way] as const))(
  '%s: carried and dropped add up to what was studied, row by row and in all',
  (_, { from, to, mapping }) => {
    fc.assert(
      fc.property(rowsOf([from]), (rows) => {
        const before = carriedTotals(rows, carryOver([], from));
        const study = movedStudy(mapping, to, before);
        for (const { minutes, carried, dropped, row } of study.rows) {
          expect(carried + dropped).toBe(minutes);
          expect(Math.min(carried, dropped)).toBeGreaterThanOrEqual(0);
          if (isPlain(row)) expect(dropped).toBe(0);
        }
        expect(study.carried + study.dropped + study.outside).toBe(total(before.map(({ minutes }) => minutes)));
      }),
      { numRuns: 50 },
    );
  },
);

test('an edition sees its own history as it was logged', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EDITIONS).chain((edition) => fc.tuple(fc.constant(edition), rowsOf([edition]))),
      ([edition, rows]) => {
        const carry = carryOver(MAPPINGS, edition);
        for (const { editionId, topicId } of rows) expect(carry(editionId, topicId)).toEqual([{ topicId, share: 1 }]);
      },
    ),
    { numRuns: 100 },
  );
});

test('nothing logged is nothing carried', () => {
  for (const { to, mapping } of WAYS) {
    expect(carriedTotals([], carryOver(MAPPINGS, to))).toEqual([]);
    expect(movedStudy(mapping, to, [])).toMatchObject({ minutes: 0, carried: 0, dropped: 0, outside: 0 });
  }
});

test('without a way, topics that kept their id count, others are time outside the guide', () => {
  const [pde, old] = ['gcp-pde@2025', 'gcp-pde@2019'].map((id) => EDITIONS.find((edition) => edition.id === id));
  const carry = carryOver([], pde as Edition);
  const shared = topicIds(old as Edition).filter((id) => topicIds(pde as Edition).includes(id));
  expect(shared.length).toBeGreaterThan(3);
  for (const id of topicIds(old as Edition))
    expect(carry('gcp-pde@2019', id)).toEqual(shared.includes(id) ? [{ topicId: id, share: 1 }] : []);
});

test('a day is carried with its minutes, answers and rating in the same shares', () => {
  const row: ActivityDay & { editionId: string } = {
    editionId: 'gcp-pde@2019',
    topicId: 'designing-pipelines',
    date: '2026-09-22' as LocalDate,
    activity: 'practice',
    minutes: 80,
    testedMinutes: 80,
    correct: 12,
    questions: 20,
    ratingSum: 320,
    ratingWeight: 80,
  };
  const to = EDITIONS.find(({ id }) => id === 'gcp-pde@2025') as Edition;
  const days = carriedDays([row], carryOver(MAPPINGS, to));
  expect(days.length).toBeGreaterThan(1);
  const share = total(days.map(({ minutes }) => minutes)) / row.minutes;
  expect(share).toBeLessThanOrEqual(1);
  for (const part of ['testedMinutes', 'correct', 'questions', 'ratingSum', 'ratingWeight'] as const)
    expect(total(days.map((day) => day[part])) / row[part]).toBeCloseTo(share, 9);
  for (const day of days) expect(day.ratingSum / day.ratingWeight).toBeCloseTo(4, 9);
});

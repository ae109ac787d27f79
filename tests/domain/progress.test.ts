import { expect, test } from 'vitest';
import type { Edition, Section } from '../../src/domain/edition.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { progressOf, type TopicTotal, weekOf } from '../../src/domain/progress.ts';
import type { Track } from '../../src/domain/track.ts';
import { parseSyllabus } from '../../src/syllabus/parse.ts';

const YAML = `{ certification: small, edition: "1", title: Small, vendor: Nobody, sections: [
  { id: big, title: Big, weight: 60, topics: [{ id: a, title: A, study: 100 }, { id: b, title: B, study: 50 }] },
  { id: little, title: Little, weight: 40, topics: [{ id: c, title: C, study: 200 }] } ] }`;
const parsed = parseSyllabus(new TextEncoder().encode(YAML));
const SMALL = ('edition' in parsed && parsed.edition) as Edition;
const TODAY = '2026-09-23' as LocalDate;
const TRACK: Track = {
  certId: 'small',
  editionId: 'small@1',
  examDate: '2026-11-20' as LocalDate,
  weeklyMinutes: 360,
  countsRelated: true,
  target: 70,
  createdAt: 0,
  updatedAt: 0,
};

const studied = (topicId: string, minutes: number, more: Partial<TopicTotal> = {}): TopicTotal => ({
  topicId,
  minutes,
  weekMinutes: 0,
  correct: 0,
  questions: 0,
  lastDate: TODAY,
  ...more,
});
const progress = (...topics: TopicTotal[]) =>
  progressOf(SMALL, TRACK, { topics, daysStudied: 2 }, TODAY, weekOf(TODAY, 'monday'));
const ids = (facts: readonly { topic: { id: string } }[]) => facts.map(({ topic }) => topic.id);

test('an empty log has nothing covered, no score, no weakest, and every topic untouched, heaviest first', () => {
  const { total, sections, weakest, untouched, otherMinutes, week } = progress();
  expect(total).toEqual({ minutes: 0, recommended: 350, weight: 1, coverage: 0, score: null, lastDate: null });
  expect(sections.map(({ section, weight }) => [section.id, weight])).toEqual([
    ['big', 0.6],
    ['little', 0.4],
  ]);
  expect([weakest, otherMinutes, week.minutes]).toEqual([[], 0, 0]);
  expect(ids(untouched)).toEqual(['c', 'a', 'b']);
});

test('coverage is capped for each topic and weighted by the exam', () => {
  const { total, sections, untouched } = progress(studied('a', 500), studied('c', 50));
  expect(sections.map(({ coverage }) => coverage)).toEqual([0.5, 0.25]);
  expect(total.coverage).toBeCloseTo(0.6 * 0.5 + 0.4 * 0.25, 12);
  expect(total.minutes).toBe(550);
  expect(ids(untouched)).toEqual(['b']);
});

test('time outside the guide, or on a topic the edition lacks, counts as other and for the week only', () => {
  const { total, otherMinutes, week } = progress(
    studied('other', 30, { weekMinutes: 20 }),
    studied('gone', 15),
    studied('a', 10, { weekMinutes: 5 }),
  );
  expect([total.minutes, otherMinutes, week.minutes]).toEqual([10, 45, 25]);
});

test('the week runs from its start to its seventh day and knows the goal', () => {
  expect(progress().week).toEqual({ from: '2026-09-21', to: '2026-09-27', minutes: 0, goal: 360 });
  expect(weekOf('2026-09-20' as LocalDate, 'monday')).toEqual({ from: '2026-09-14', to: '2026-09-20' });
  expect(weekOf('2026-09-20' as LocalDate, 'sunday')).toEqual({ from: '2026-09-20', to: '2026-09-26' });
});

test('the days to the exam are counted, and unknown without a date', () => {
  expect(progress().daysToExam).toBe(58);
  const undated = progressOf(
    SMALL,
    { ...TRACK, examDate: null },
    { topics: [], daysStudied: 0 },
    TODAY,
    weekOf(TODAY, 'monday'),
  );
  expect(undated.daysToExam).toBeNull();
});

test.each([
  ['four wrong answers are too few', [studied('a', 9, { questions: 4 })], []],
  ['five are enough', [studied('a', 9, { questions: 5 })], ['a']],
  ['all right is never weak', [studied('a', 9, { correct: 9, questions: 9 })], []],
  [
    'lowest share first',
    [
      studied('a', 9, { correct: 4, questions: 5 }),
      studied('b', 9, { correct: 9, questions: 20 }),
      studied('c', 9, { correct: 2, questions: 5 }),
    ],
    ['c', 'b', 'a'],
  ],
])('weakest: %s', (_, topics, expected) => expect(ids(progress(...topics).weakest)).toEqual(expected));

test('weakest are three at most', () => {
  const again = (section: Section) => ({
    ...section,
    topics: section.topics.map((topic) => ({ ...topic, id: `${topic.id}2` })),
  });
  const four = { ...SMALL, sections: SMALL.sections.flatMap((section) => [section, again(section)]) };
  const topics = ['a', 'b', 'c', 'c2'].map((id) => studied(id, 9, { questions: 5 }));
  expect(ids(progressOf(four, TRACK, { topics, daysStudied: 1 }, TODAY, weekOf(TODAY, 'monday')).weakest)).toHaveLength(
    3,
  );
});

test('a section has the sum of its answers and its latest day', () => {
  const { sections } = progress(
    studied('a', 9, { correct: 3, questions: 5, lastDate: addDays(TODAY, -9) }),
    studied('b', 9, { correct: 1, questions: 2, lastDate: addDays(TODAY, -2) }),
  );
  expect(sections[0]).toMatchObject({ score: { correct: 4, questions: 7 }, lastDate: '2026-09-21' });
  expect(sections[1]).toMatchObject({ score: null, lastDate: null });
});

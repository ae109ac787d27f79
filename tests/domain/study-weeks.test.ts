import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITIES } from '../../src/domain/activity.ts';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { fewerWeeks, recentPace, type StudyMinutes, studyWeeks } from '../../src/domain/study-weeks.ts';

const TODAY = '2026-11-22' as LocalDate;

const logs = fc
  .array(
    fc.record({
      date: fc.nat(900).map((back) => addDays(TODAY, -back)),
      activity: fc.constantFrom(...ACTIVITIES, '' as const),
      minutes: fc.integer({ min: 1, max: 300 }),
    }),
  )
  .map((log): StudyMinutes[] => log);
const sum = (log: readonly { minutes: number }[]) => log.reduce((all, { minutes }) => all + minutes, 0);

test('every minute is in one week, on one day and with one activity', () => {
  fc.assert(
    fc.property(logs, fc.constantFrom('monday' as const, 'sunday' as const), (log, start) => {
      const weeks = studyWeeks(log, TODAY, start);
      expect(weeks.reduce((all, { total }) => all + total, 0)).toBe(sum(log));
      for (const { days, minutes, total } of weeks) {
        expect(days.reduce((a, b) => a + b)).toBe(total);
        expect([...minutes.values()].reduce((a, b) => a + b, 0)).toBe(total);
      }
    }),
  );
});

test('weeks follow each other without a gap up to that of today', () => {
  const weeks = studyWeeks([{ date: '2026-10-30' as LocalDate, activity: 'lab', minutes: 60 }], TODAY, 'monday');
  expect(weeks.map(({ from, total }) => [from, total])).toEqual([
    ['2026-10-26', 60],
    ['2026-11-02', 0],
    ['2026-11-09', 0],
    ['2026-11-16', 0],
  ]);
  expect(studyWeeks([], TODAY, 'sunday').map(({ from }) => from)).toEqual(['2026-11-22']);
});

test('fewer bars hold the same minutes, and never more of them than asked for', () => {
  fc.assert(
    fc.property(logs, fc.integer({ min: 1, max: 70 }), (log, most) => {
      const spans = fewerWeeks(studyWeeks(log, TODAY, 'monday'), most);
      expect(spans.length).toBeLessThanOrEqual(most);
      expect(spans.reduce((all, { total, weeks }) => all + total * weeks, 0)).toBeCloseTo(sum(log), 6);
    }),
  );
});

test('the pace is that of the last four weeks', () => {
  const on = (back: number, minutes: number) => ({ date: addDays(TODAY, -back), activity: '' as const, minutes });
  expect(recentPace([on(28, 999), on(27, 100), on(3, 60), on(0, 40)], TODAY)).toBe(50);
  expect(recentPace([], TODAY)).toBe(0);
});

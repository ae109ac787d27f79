import { expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import { type StreakInput, streak } from '../../src/domain/streak.ts';

/** A Wednesday; weeks start on Monday 2 November. */
const TODAY = '2026-11-25' as LocalDate;
const MONDAY = '2026-11-02' as LocalDate;
const skip = (from: string, to: string) => ({ from: from as LocalDate, to: to as LocalDate });

/** Minutes on the Tuesday of each week, from the week of 2 November on. */
function weekly(...minutes: number[]): Map<LocalDate, number> {
  return new Map(minutes.flatMap((m, i) => (m > 0 ? [[addDays(MONDAY, 7 * i + 1), m] as const] : [])));
}

const cases: [
  string,
  Partial<StreakInput>,
  { weeks: number; best: number; goal?: number | null; reached?: boolean },
][] = [
  ['nothing studied', { minutes: new Map() }, { weeks: 0, best: 0, reached: false }],
  ['three weeks and this one not yet', { minutes: weekly(300, 300, 300, 60) }, { weeks: 3, best: 3, reached: false }],
  ['this week reached too', { minutes: weekly(300, 300, 300, 300) }, { weeks: 4, best: 4, reached: true }],
  ['a short week breaks it', { minutes: weekly(300, 299, 300) }, { weeks: 1, best: 1 }],
  ['a week without study breaks it', { minutes: weekly(300, 0, 300) }, { weeks: 1, best: 1 }],
  ['the best stays', { minutes: weekly(300, 300, 0, 0) }, { weeks: 0, best: 2 }],
  [
    'a skipped week is passed over',
    { minutes: weekly(300, 0, 300), skips: [skip('2026-11-09', '2026-11-15')] },
    { weeks: 2, best: 2 },
  ],
  [
    'half a skipped week lowers its goal',
    { minutes: weekly(300, 180, 300), skips: [skip('2026-11-13', '2026-11-15')] },
    { weeks: 3, best: 3 },
  ],
  [
    'study in a skipped week counts',
    { minutes: weekly(300, 20, 300), skips: [skip('2026-11-09', '2026-11-15')] },
    { weeks: 3, best: 3 },
  ],
  [
    'without a goal any study counts',
    { minutes: weekly(5, 5, 5, 5), goal: null },
    { weeks: 4, best: 4, goal: null, reached: true },
  ],
  [
    'days off this week lower its goal',
    { minutes: weekly(), skips: [skip('2026-11-23', '2026-11-24')] },
    { weeks: 0, best: 0, goal: 214 },
  ],
  [
    'weeks that start on Sunday',
    {
      minutes: new Map([
        ['2026-11-08' as LocalDate, 300],
        ['2026-11-15' as LocalDate, 300],
      ]),
      weekStart: 'sunday',
    },
    { weeks: 2, best: 2 },
  ],
];

test.each(cases)('%s', (_, input, { goal, reached, ...counts }) => {
  const found = streak({ today: TODAY, weekStart: 'monday', goal: 300, skips: [], minutes: new Map(), ...input });
  expect(found).toMatchObject(counts);
  if (goal !== undefined) expect(found.thisWeek.goal).toBe(goal);
  if (reached !== undefined) expect(found.thisWeek.reached).toBe(reached);
});

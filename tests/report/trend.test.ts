import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { renderText } from '../../src/render/text.ts';
import type { Fact } from '../../src/report/doc.ts';
import { shade, sparkline } from '../../src/report/sparkline.ts';
import { streakFacts, trendFacts } from '../../src/report/trend.ts';

const said = (facts: readonly Fact[], accessible = false) =>
  renderText(
    { title: '', data: null, blocks: [{ kind: 'facts', facts }] },
    { width: 110, paint: (_, text) => text, accessible },
  );

describe('sparkline', () => {
  test.each<[string, (number | null)[], number, string]>([
    ['rises', [0, 25, 50, 75, 100], 100, '▁▃▅▆█'],
    ['shows a little as something', [0, 0.1], 100, '▁▂'],
    ['leaves gaps', [null, 1, null, 0], 1, ' █ ▁'],
    ['does not leave its frame', [200], 100, '█'],
    ['all nothing', [0, 0], 0, '▁▁'],
  ])('%s', (_, values, most, text) => {
    expect(sparkline(values, most)).toBe(text);
  });

  test('shades', () => {
    expect([0, 1, 30, 31, 60, 90, 91, 500].map((minutes) => shade(minutes, 120)).join('')).toBe('·░░▒▒▓██');
  });
});

describe('trend', () => {
  const week = (from: string, minutes: number, chance: number | null) => ({ from: from as LocalDate, minutes, chance });
  const weeks = [week('2026-11-02', 0, null), week('2026-11-09', 300, 0.41), week('2026-11-16', 420, 0.63)];

  test('is two lines of text, and two sentences', () => {
    expect(said(trendFacts(weeks, 360))).toBe(
      'Trend   ▄▅  chance: 41 % in the week of Mon 9 Nov, 63 % now\n' +
        'Hours  ▁▆█  a week: 6h of 6h on average over 2 weeks\n',
    );
    expect(said(trendFacts(weeks, 360), true)).toBe(
      'Trend: chance 41 % in the week of Mon 9 Nov, 63 % now.\n' +
        'Hours: 6 h of 6 h a week on average over 2 weeks, most in the week of Mon 16 Nov with 7 h.\n',
    );
  });

  test('says that no chance can be named yet', () => {
    expect(said(trendFacts([week('2026-11-09', 60, null)], null))).toContain(
      'no week with enough evidence to name a chance',
    );
    expect(said(trendFacts([week('2026-11-02', 0, null), week('2026-11-09', 60, 0.5)], null))).toContain(
      'chance: 50 %, named since the week of Mon 9 Nov',
    );
  });
});

describe('streak', () => {
  const streak = (weeks: number, best: number, minutes: number, goal: number | null) => ({
    weeks,
    best,
    thisWeek: { minutes, goal, reached: goal === null ? minutes > 0 : minutes >= goal },
  });

  test.each<[string, ReturnType<typeof streak>, string]>([
    [
      'still open',
      streak(3, 5, 120, 360),
      'Streak  3  weeks in a row with the goal reached, 4h to go this week; the longest was 5\n',
    ],
    ['this week too', streak(4, 4, 400, 360), 'Streak  4  weeks in a row with the goal reached, this one included\n'],
    ['one', streak(1, 1, 0, 0), 'Streak  1  week in a row with the goal reached, this week is free\n'],
    ['no goal', streak(2, 2, 0, null), 'Streak  2  weeks in a row, this one still open\n'],
    ['never reached', streak(0, 0, 10, 360), ''],
  ])('%s', (_, given, text) => {
    expect(said(streakFacts(given))).toBe(text);
  });
});

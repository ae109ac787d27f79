import type { Trend, TrendWeek } from '../app/stats/trend.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { shortDate } from '../domain/local-date.ts';
import type { Streak } from '../domain/streak.ts';
import { plural } from '../domain/words.ts';
import type { Fact, Json, Report } from './doc.ts';
import { sparkline } from './sparkline.ts';
import { chanceText, rounded } from './words.ts';

/** Chance and hours of the last weeks, a character a week, for `stats trend`; sentences say first, last and best. */
export function trendFacts(weeks: readonly TrendWeek[], goal: number | null): Fact[] {
  return [...chanceTrend(weeks), hoursTrend(weeks, goal)];
}

function chanceTrend(weeks: readonly TrendWeek[]): Fact[] {
  const named = weeks.flatMap(({ from, chance }) => (chance === null ? [] : [{ from, chance }]));
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined)
    return [
      {
        label: 'Trend',
        cell: { text: ' '.repeat(weeks.length), spoken: '' },
        note: 'no week with enough evidence to name a chance',
        spoken: 'no week with enough evidence to name a chance',
      },
    ];
  const text =
    named.length === 1
      ? `${chanceText(last.chance)} %, named since the week of ${shortDate(first.from)}`
      : `${chanceText(first.chance)} % in the week of ${shortDate(first.from)}, ${chanceText(last.chance)} % now`;
  return [
    {
      label: 'Trend',
      cell: {
        text: sparkline(
          weeks.map(({ chance }) => chance),
          1,
        ),
      },
      note: `chance: ${text}`,
      spoken: `chance ${text}`,
    },
  ];
}

function hoursTrend(weeks: readonly TrendWeek[], goal: number | null): Fact {
  const most = Math.max(...weeks.map(({ minutes }) => minutes), goal ?? 0);
  const begun = weeks.slice(
    Math.max(
      0,
      weeks.findIndex(({ minutes }) => minutes > 0),
    ),
  );
  const average = Math.round(begun.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(begun.length, 1));
  const best = weeks.reduce<TrendWeek | undefined>((a, b) => (a && a.minutes >= b.minutes ? a : b), undefined);
  const to = goal === null ? '' : ` of ${shortDuration(goal)}`;
  return {
    label: 'Hours',
    cell: {
      text: sparkline(
        weeks.map(({ minutes }) => minutes),
        most,
      ),
    },
    note: `a week: ${shortDuration(average)}${to} on average over ${plural(begun.length, 'week')}`,
    spoken: `${durationText(average)}${goal === null ? '' : ` of ${durationText(goal)}`} a week on average over ${plural(begun.length, 'week')}${best && best.minutes > 0 ? `, most in the week of ${shortDate(best.from)} with ${durationText(best.minutes)}` : ''}`,
  };
}

/** The weekly goal as a streak, for `status`: nothing before the first week that reached it. */
export function streakFacts({ weeks, best, thisWeek }: Streak): Fact[] {
  if (best === 0) return [];
  const left = thisWeek.goal === null ? null : thisWeek.goal - thisWeek.minutes;
  const now =
    thisWeek.goal === 0
      ? 'this week is free'
      : thisWeek.reached
        ? 'this one included'
        : left === null
          ? 'this one still open'
          : `${shortDuration(left)} to go this week`;
  const record = best > weeks ? `; the longest was ${best}` : '';
  const note = `${weeks === 1 ? 'week' : 'weeks'} in a row${thisWeek.goal === null ? '' : ' with the goal reached'}, ${now}${record}`;
  return [
    {
      label: 'Streak',
      cell: { text: String(weeks), tone: weeks > 0 ? 'good' : 'muted' },
      note,
      spoken: `${weeks} ${note}`,
    },
  ];
}

/** Trend and streak on their own, blocks and JSON. */
export function trendReport({ track, edition, weeks, streak }: Trend): Report {
  const goal = track.weeklyMinutes;
  return {
    title: `Trend of ${edition.title}`,
    data: trendData(weeks, streak),
    blocks: [{ kind: 'facts', facts: [...trendFacts(weeks, goal), ...streakFacts(streak)] }],
  };
}

function trendData(weeks: readonly TrendWeek[], { weeks: row, best, thisWeek }: Streak): Json {
  return {
    weeks: weeks.map(({ from, minutes, chance }) => ({
      week: from,
      minutes,
      chance: chance === null ? null : rounded(chance),
    })),
    streak: {
      weeks: row,
      best,
      this_week: { minutes: thisWeek.minutes, goal_minutes: thisWeek.goal, reached: thisWeek.reached },
    },
  };
}

import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { addDays, type LocalDate, longDate } from '../../domain/local-date.ts';
import { fewerWeeks, type StudyWeek } from '../../domain/study-weeks.ts';
import { plural } from '../../domain/words.ts';
import type { Block, Chart } from '../doc.ts';
import { DASH, rounded } from '../words.ts';
import { stacked } from './activities.ts';
import { calendarOf } from './calendar.ts';

/** A chart holds so many bars, or its weeks are put together. */
const MOST_BARS = 60;

/** When was studied, with what, and how it added up. */
export function timeBlocks(record: StudyRecord): Block[] {
  if (record.log.length === 0) return [];
  return [calendarOf(record), weekly(record), cumulative(record)];
}

function weekly({ weeks: all, track, today }: StudyRecord): Chart {
  const weeks = fewerWeeks(all, MOST_BARS);
  const last = weeks.at(-1);
  const size = last?.weeks ?? 1;
  const kinds = stacked(weeks.map(({ minutes }) => minutes));
  const goal = track.weeklyMinutes;
  const reached = goal === null ? 0 : all.filter(({ total }) => total >= goal).length;
  const mean = all.reduce((sum, { total }) => sum + total, 0) / all.length;
  const goalText =
    goal === null
      ? ''
      : ` The goal of ${shortDuration(goal)} was reached in ${reached} of ${plural(all.length, 'week')}.`;
  const span = size === 1 ? '' : ` Each bar is the mean of ${size} weeks.`;
  return {
    kind: 'chart',
    title: 'Hours a week by activity',
    alternative: `${shortDuration(Math.round(mean))} a week on average.${goalText}${span} The last bar is not over yet.`,
    drawing: {
      kind: 'time',
      unit: 'hours',
      from: weeks[0]?.from ?? today,
      to: last === undefined ? today : endOf(last),
      most: null,
      layers: kinds.map(({ activity, name, hue }) => ({
        kind: 'bars',
        name,
        hue,
        points: weeks.map((week) => ({
          date: week.from,
          to: endOf(week),
          value: (week.minutes.get(activity) ?? 0) / 60,
        })),
      })),
      levels: goal === null ? [] : [{ value: goal / 60, text: `goal ${shortDuration(goal)}` }],
      moments: [],
    },
    table: {
      kind: 'table',
      columns: [
        { key: 'week', header: size === 1 ? 'Week of' : `${size} weeks from` },
        ...kinds.map(({ name }) => ({ key: name, header: name, align: 'right' as const })),
        { key: 'total', header: 'Total', align: 'right' },
      ],
      rows: weeks.map((week) => [
        { text: longDate(week.from), value: week.from },
        ...[...kinds.map(({ activity }) => week.minutes.get(activity) ?? 0), week.total].map((minutes) =>
          minutes === 0 ? DASH : { text: shortDuration(Math.round(minutes)), value: Math.round(minutes) },
        ),
      ]),
    },
  };
}

/** The day after a week, or after several put together. */
function endOf({ from, weeks }: StudyWeek): LocalDate {
  return addDays(from, 7 * weeks);
}

function cumulative({ weeks, progress, today }: StudyRecord): Chart {
  let sum = 0;
  const ends = weeks.map((week) => {
    sum += week.total;
    const end = addDays(week.from, 6);
    return { date: end < today ? end : today, minutes: sum };
  });
  const start = weeks[0]?.from ?? today;
  const { recommended } = progress.total;
  return {
    kind: 'chart',
    title: 'Hours altogether',
    alternative: `${shortDuration(sum)} since ${longDate(start)}, time outside the guide included; ${shortDuration(recommended)} are recommended for the whole guide.`,
    drawing: {
      kind: 'time',
      unit: 'hours',
      from: start,
      to: later(today, addDays(start, 7)),
      most: null,
      layers: [
        {
          kind: 'line',
          name: '',
          hue: 0,
          points: [{ date: start, value: 0 }, ...ends.map(({ date, minutes }) => ({ date, value: minutes / 60 }))],
        },
      ],
      levels: [{ value: recommended / 60, text: `recommended ${shortDuration(recommended)}` }],
      moments: [],
    },
    table: {
      kind: 'table',
      columns: [
        { key: 'date', header: 'Up to' },
        { key: 'hours', header: 'Hours', align: 'right' },
      ],
      rows: ends.map(({ date, minutes }) => [
        { text: longDate(date), value: date },
        { text: shortDuration(minutes), value: rounded(minutes / 60) },
      ]),
    },
  };
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

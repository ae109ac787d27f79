import { addDays, type LocalDate, longDate, WEEKDAYS } from '../../domain/local-date.ts';
import { fewerWeeks, type StudyWeek } from '../../domain/study-weeks.ts';
import type { Block, Chart } from '../doc.ts';
import { DASH, plural, rounded, shortDuration } from '../words.ts';
import { stacked } from './activities.ts';
import type { StudyRecord } from './study-record.ts';

/** A chart holds so many bars, or its weeks are put together. */
const MOST_BARS = 60;
/** A calendar goes back so many days: five years. */
const DAYS_BACK = 1826;
/** A calendar shows the days to an exam that is not further away. */
const DAYS_AHEAD = 200;

/** When was studied, with what, and how it added up. */
export function timeBlocks(record: StudyRecord): Block[] {
  if (record.log.length === 0) return [];
  return [calendar(record), weekly(record), cumulative(record)];
}

function minutesByDay({ log }: StudyRecord): Map<LocalDate, number> {
  const days = new Map<LocalDate, number>();
  for (const { date, minutes } of log) days.set(date, (days.get(date) ?? 0) + minutes);
  return days;
}

function calendar(record: StudyRecord): Chart {
  const { today, track, weeks, weekStart } = record;
  const days = minutesByDay(record);
  const oldest = addDays(today, -DAYS_BACK);
  const first = [...days.keys()].find((date) => date >= oldest) ?? today;
  const ahead = track.examDate !== null && track.examDate > today && track.examDate <= addDays(today, DAYS_AHEAD);
  const longest = [...days].reduce((most, day) => (day[1] > most[1] ? day : most), [today, 0]);
  const start = WEEKDAYS.indexOf(weekStart);
  const names = Array.from({ length: 7 }, (_, i) => WEEKDAYS[(start + i) % 7]?.slice(0, 3) ?? '');
  return {
    kind: 'chart',
    title: 'Study calendar',
    alternative: `A square a day, darker with more study. ${plural(days.size, 'day')} studied in ${plural(weeks.length, 'week')}; the longest was ${longDate(longest[0])} with ${shortDuration(longest[1])}.`,
    drawing: {
      kind: 'calendar',
      from: first,
      to: ahead ? (track.examDate ?? today) : today,
      weekStart: start,
      days: [...days].map(([date, minutes]) => ({
        date,
        value: minutes / 60,
        text: `${longDate(date)}: ${shortDuration(minutes)}`,
      })),
      steps: [
        { value: 0, text: 'under 30 m' },
        { value: 0.5, text: '30 m to 1 h' },
        { value: 1, text: '1 to 2 h' },
        { value: 2, text: '2 h and more' },
      ],
      moments: track.examDate === null ? [] : [{ date: track.examDate, text: `exam ${longDate(track.examDate)}` }],
    },
    table: {
      kind: 'table',
      columns: [
        { key: 'week', header: 'Week of' },
        ...names.map((name) => ({
          key: name,
          header: `${name[0]?.toUpperCase()}${name.slice(1)}`,
          align: 'right' as const,
        })),
        { key: 'total', header: 'Total', align: 'right' },
      ],
      rows: weeks.map((week) => [
        { text: longDate(week.from), value: week.from },
        ...[...week.days, week.total].map((minutes) =>
          minutes === 0 ? DASH : { text: shortDuration(minutes), value: minutes },
        ),
      ]),
    },
  };
}

function weekly({ weeks: all, track, today }: StudyRecord): Chart {
  const weeks = fewerWeeks(all, MOST_BARS);
  const size = weeks.at(-1)?.weeks ?? 1;
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
      to: endOf(weeks.at(-1)) ?? today,
      most: null,
      layers: kinds.map(({ activity, name, hue }) => ({
        kind: 'bars',
        name,
        hue,
        points: weeks.map(({ from, minutes, weeks: wide }) => ({
          date: from,
          days: 7 * wide,
          value: (minutes.get(activity) ?? 0) / 60,
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

function endOf(week: StudyWeek | undefined): LocalDate | undefined {
  return week && addDays(week.from, 7 * week.weeks);
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
      to: today === start ? addDays(today, 1) : today,
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

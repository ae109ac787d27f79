import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import {
  addDays,
  daysBetween,
  type LocalDate,
  longDate,
  onOrBefore,
  shortMonth,
  shortWeekday,
  WEEKDAYS,
  type Weekday,
} from '../../domain/local-date.ts';
import { plural } from '../../domain/words.ts';
import type { Chart } from '../doc.ts';
import type { CalendarDrawing } from '../doc-drawing.ts';
import { DASH } from '../words.ts';

/** A calendar goes back so many days: five years. */
const DAYS_BACK = 1826;
/** A calendar shows the days to an exam that is not further away. */
const DAYS_AHEAD = 200;
/** A row of the calendar holds so many weeks; longer ones take a row for each year. */
const WEEKS = 53;

/** From how many minutes on a day has a stronger colour. */
const STEPS = [
  { minutes: 0, text: 'nothing' },
  { minutes: 1, text: 'under 30 m' },
  { minutes: 30, text: '30 m to 1 h' },
  { minutes: 60, text: '1 to 2 h' },
  { minutes: 120, text: '2 h and more' },
] as const;

/** Which days were studied, and how long. */
export function calendarOf({ today, track, log, weeks, weekStart }: StudyRecord): Chart {
  const minutes = new Map<LocalDate, number>();
  for (const { date, minutes: own } of log) minutes.set(date, (minutes.get(date) ?? 0) + own);
  const oldest = addDays(today, -DAYS_BACK);
  const first = [...minutes.keys()].find((date) => date >= oldest) ?? today;
  const { examDate } = track;
  const ahead = examDate !== null && examDate > today && examDate <= addDays(today, DAYS_AHEAD);
  const longest = [...minutes].reduce((most, day) => (day[1] > most[1] ? day : most), [today, 0]);
  const start = WEEKDAYS.indexOf(weekStart);
  const weekdays = Array.from({ length: 7 }, (_, i) => WEEKDAYS[(start + i) % 7] as Weekday);
  const days = placed(first, ahead ? examDate : today, weekStart);
  return {
    kind: 'chart',
    title: 'Study calendar',
    alternative: `A square a day, in a stronger colour with more study. ${plural(minutes.size, 'day')} studied in ${plural(weeks.length, 'week')}; the longest was ${longDate(longest[0])} with ${shortDuration(longest[1])}.`,
    drawing: {
      kind: 'calendar',
      weekdays: weekdays.map(shortWeekday),
      squares: days.map(({ date, ...place }) => {
        const own = minutes.get(date);
        const step = STEPS.filter((least) => (own ?? 0) >= least.minutes).length - 1;
        return { ...place, step, text: own === undefined ? '' : `${longDate(date)}: ${shortDuration(own)}` };
      }),
      steps: STEPS.map(({ text }) => text),
      years: days
        .filter(({ row }, i) => row !== days[i - 1]?.row)
        .map(({ row, date }) => ({ row, text: date.slice(0, 4) })),
      months: monthsOf(days),
      moments: days
        .filter(({ date }) => date === examDate)
        .map(({ date, ...place }) => ({ ...place, text: `exam ${longDate(date)}` })),
    },
    table: {
      kind: 'table',
      columns: [
        { key: 'week', header: 'Week of' },
        ...weekdays.map((day) => ({ key: day.slice(0, 3), header: shortWeekday(day), align: 'right' as const })),
        { key: 'total', header: 'Total', align: 'right' },
      ],
      rows: weeks.map((week) => [
        { text: longDate(week.from), value: week.from },
        ...[...week.days, week.total].map((own) => (own === 0 ? DASH : { text: shortDuration(own), value: own })),
      ]),
    },
  };
}

/** A day and where it stands in the calendar. */
interface PlacedDay {
  readonly date: LocalDate;
  readonly row: number;
  readonly column: number;
  readonly weekday: number;
}

/** All days from one to the other, in one row or a row for each year. */
function placed(from: LocalDate, to: LocalDate, weekStart: Weekday): PlacedDay[] {
  const long = daysBetween(onOrBefore(from, weekStart), to) >= 7 * WEEKS;
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i): PlacedDay => {
    const date = addDays(from, i);
    const year = date.slice(0, 4);
    const start = onOrBefore(long ? (`${year}-01-01` as LocalDate) : from, weekStart);
    const days = daysBetween(start, date);
    return { date, row: long ? Number(year) : 0, column: Math.floor(days / 7), weekday: days % 7 };
  });
}

/** The first day of each month with its name, and the year where it is not the one the row begins with. */
function monthsOf(days: readonly PlacedDay[]): CalendarDrawing['months'] {
  return days
    .filter(({ date }, i) => i === 0 || date.endsWith('-01'))
    .map(({ row, column, date }, i) => {
      const year = row === 0 && i > 0 && date.slice(5, 7) === '01' ? ` ${date.slice(0, 4)}` : '';
      return { row, column, text: shortMonth(date) + year };
    });
}

import type { StudyCalendar } from '../app/stats/hours.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { addDays, type LocalDate, shortDate, shortWeekday, weekdayOf } from '../domain/local-date.ts';
import type { CalendarWeek } from '../domain/study-calendar.ts';
import { plural } from '../domain/words.ts';
import { BLANK, type Cell, type Column, line, type Report, strong } from './doc.ts';
import { shade } from './sparkline.ts';

/** The scale's step: this much a day is a full block. */
const FULL_DAY = 120;

/** A heatmap of study, a row a week, the same in every width from 60 columns on; without colour, because the shades say it. */
export function calendarReport({ weeks, about }: StudyCalendar): Report {
  const title = `Study calendar${about === '' ? '' : ` of ${about}`}`;
  const total = weeks.reduce((sum, week) => sum + week.total, 0);
  const days = weeks.flatMap(({ minutes }) => minutes).filter((minutes) => (minutes ?? 0) > 0).length;
  return {
    title,
    data: weeks.map(({ from, minutes, total: own }) => ({
      week: from,
      minutes: own,
      days: minutes.map((day, i) => ({ date: addDays(from, i), minutes: day })),
    })),
    blocks: [
      line(strong(title)),
      BLANK,
      { kind: 'table', columns: columns(weeks), rows: weeks.map(row) },
      BLANK,
      {
        kind: 'facts',
        facts: [
          {
            label: 'In all',
            cell: { text: `${shortDuration(total)} on ${plural(days, 'day')} in ${plural(weeks.length, 'week')}` },
            spoken: `${durationText(total)} on ${plural(days, 'day')} in ${plural(weeks.length, 'week')}`,
          },
          {
            label: 'Scale',
            cell: { text: '· none  ░ up to 30m  ▒ 1h  ▓ 1h30  █ more', tone: 'muted' },
            spoken: 'days without study are left out',
          },
        ],
      },
    ],
  };
}

function columns([first]: readonly CalendarWeek[]): Column[] {
  const days =
    first === undefined ? [] : first.minutes.map((_, i) => shortWeekday(weekdayOf(addDays(first.from, i))).slice(0, 2));
  return [
    { key: 'week', header: 'Week of' },
    ...days.map((day): Column => ({ key: day.toLowerCase(), header: day, spoken: '' })),
    { key: 'minutes', header: 'Time', align: 'right', spoken: '' },
  ];
}

function row({ from, minutes, total }: CalendarWeek): Cell[] {
  return [
    { text: shortDate(from).slice(4), value: from, spoken: `Week of ${shortDate(from)}` },
    ...minutes.map(
      (day, i): Cell => ({
        text: day === null ? '' : shade(day, FULL_DAY).repeat(2),
        value: day,
        spoken: day === null || day === 0 ? '' : spokenDay(addDays(from, i), day),
      }),
    ),
    { text: shortDuration(total), value: total, spoken: total === 0 ? 'no study' : `${durationText(total)} in all` },
  ];
}

function spokenDay(date: LocalDate, minutes: number): string {
  return `${shortWeekday(weekdayOf(date))} ${durationText(minutes)}`;
}

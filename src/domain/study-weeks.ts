import type { Activity } from './activity.ts';
import { addDays, daysBetween, type LocalDate, onOrBefore, type Weekday } from './local-date.ts';

/** Minutes on one study date with one activity ('' is none named). */
export interface StudyMinutes {
  readonly date: LocalDate;
  readonly activity: Activity | '';
  readonly minutes: number;
}

/** Study of `weeks` whole weeks from `from` on. */
export interface StudyWeek {
  readonly from: LocalDate;
  readonly weeks: number;
  /** Minutes a week, by activity. */
  readonly minutes: ReadonlyMap<Activity | '', number>;
  /** Minutes on each day of the first week. */
  readonly days: readonly number[];
  readonly total: number;
}

/** Every week from the first study date to `today`, weeks without study too. */
export function studyWeeks(log: readonly StudyMinutes[], today: LocalDate, weekStart: Weekday): StudyWeek[] {
  const first = log.reduce<LocalDate>((least, { date }) => (date < least ? date : least), today);
  const start = onOrBefore(first, weekStart);
  const weeks = Array.from({ length: Math.floor(daysBetween(start, today) / 7) + 1 }, (_, i) => ({
    from: addDays(start, 7 * i),
    weeks: 1,
    minutes: new Map<Activity | '', number>(),
    days: [0, 0, 0, 0, 0, 0, 0],
    total: 0,
  }));
  for (const { date, activity, minutes } of log) {
    const day = daysBetween(start, date);
    const week = weeks[Math.floor(day / 7)];
    if (week === undefined) continue;
    week.minutes.set(activity, (week.minutes.get(activity) ?? 0) + minutes);
    week.days[day % 7] = (week.days[day % 7] ?? 0) + minutes;
    week.total += minutes;
  }
  return weeks;
}

/** The same study in at most `most` spans of equally many weeks, counted back from the last, so that the first may be shorter; minutes are means a week. */
export function fewerWeeks(weeks: readonly StudyWeek[], most: number): StudyWeek[] {
  const size = Math.ceil(weeks.length / most);
  if (size <= 1) return [...weeks];
  const spans: StudyWeek[] = [];
  for (let end = weeks.length; end > 0; end -= size) spans.push(meanOf(weeks.slice(Math.max(0, end - size), end)));
  return spans.reverse();
}

function meanOf(weeks: readonly StudyWeek[]): StudyWeek {
  const minutes = new Map<Activity | '', number>();
  for (const week of weeks)
    for (const [activity, own] of week.minutes)
      minutes.set(activity, (minutes.get(activity) ?? 0) + own / weeks.length);
  const total = weeks.reduce((sum, week) => sum + week.total, 0) / weeks.length;
  return { from: weeks[0]?.from as LocalDate, weeks: weeks.length, minutes, days: [], total };
}

/** Minutes a week over the last four weeks up to and with `today`. */
export function recentPace(log: readonly StudyMinutes[], today: LocalDate): number {
  const since = addDays(today, -27);
  return log.reduce((sum, { date, minutes }) => sum + (date >= since && date <= today ? minutes : 0), 0) / 4;
}

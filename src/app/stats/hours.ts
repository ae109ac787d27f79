import { today } from '../../domain/day.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { type CalendarWeek, calendarWeeks } from '../../domain/study-calendar.ts';
import type { ActivityTotal } from '../../domain/study-mix.ts';
import { dailyMinutes } from '../../store/daily-minutes.ts';
import { activityTotals } from '../../store/study-log.ts';
import type { Env } from '../env.ts';
import { type SessionQuery, sessionFilter } from '../session/list-sessions.ts';
import { type Current, currentTrack } from '../track/current-track.ts';

/** What narrows the calendar, and how many weeks it shows. */
export interface CalendarQuery extends Pick<SessionQuery, 'topic' | 'activity'> {
  readonly weeks: number;
}

/** Study day by day, whole weeks up to the present one, and what it is narrowed to, in words. */
export interface StudyCalendar {
  readonly weeks: readonly CalendarWeek[];
  readonly about: string;
}

/** Time studied by day, from the kept evidence. @throws not_found or decision_needed for topics */
export async function studyCalendar(env: Env, query: CalendarQuery): Promise<StudyCalendar> {
  const db = await env.open();
  const filter = sessionFilter(env, db, query);
  const to = today(env.now);
  const minutes = dailyMinutes(db, { ...filter, from: addDays(to, -7 * query.weeks), to });
  return {
    weeks: calendarWeeks(minutes, to, env.settings.weekStart, query.weeks),
    about: [filter.certId, query.topic?.join(', '), query.activity].filter(Boolean).join(', '),
  };
}

/** The hours of one certification, by topic and activity, and week by week. */
export interface StudyHours extends Current {
  readonly totals: readonly ActivityTotal[];
  readonly weeks: readonly CalendarWeek[];
  readonly today: LocalDate;
}

/** Where the hours went. @throws not_found or decision_needed */
export async function studyHours(env: Env, weeks: number, cert?: string): Promise<StudyHours> {
  const db = await env.open();
  const current = currentTrack(env, db, cert);
  const { certId } = current.track;
  const day = today(env.now);
  const minutes = dailyMinutes(db, { certId, from: addDays(day, -7 * weeks), to: day });
  return {
    ...current,
    totals: activityTotals(db, certId, day),
    weeks: calendarWeeks(minutes, day, env.settings.weekStart, weeks),
    today: day,
  };
}

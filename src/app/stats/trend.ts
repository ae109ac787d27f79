import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { examOf } from '../../domain/readiness/exam.ts';
import { trajectory } from '../../domain/readiness/trajectory.ts';
import { type Streak, streak } from '../../domain/streak.ts';
import { calendarWeeks } from '../../domain/study-calendar.ts';
import type { Track } from '../../domain/track.ts';
import { dailyMinutes } from '../../store/daily-minutes.ts';
import { derived, logVersion } from '../../store/derived.ts';
import { planWishes } from '../../store/plans.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { type Current, currentTrack } from '../track/current-track.ts';

const TREND_WEEKS = 12;
/** Streaks are looked for so far back. */
const STREAK_DAYS = 3 * 366;

/** One week as the trend shows it. `chance` is the one at its end, null where there was too little evidence to name it. */
export interface TrendWeek {
  readonly from: LocalDate;
  readonly minutes: number;
  readonly chance: number | null;
}

/** Hours and chance of the last weeks, each chance from what was known at the end of its week; kept until the log changes. */
export function trendOf(env: Env, db: Db, track: Track, edition: Edition): TrendWeek[] {
  const now = today(env.now);
  const { weekStart } = env.settings;
  const basis = [logVersion(db), now, edition.id, track.target, weekStart, env.version].join(' ');
  return derived(db, `trend ${track.certId}`, basis, () => {
    const minutes = dailyMinutes(db, { certId: track.certId, from: addDays(now, -7 * TREND_WEEKS), to: now });
    const weeks = calendarWeeks(minutes, now, weekStart, TREND_WEEKS);
    const ends = weeks.map(({ from }) => addDays(from, 6)).map((end) => (end > now ? now : end));
    const readings = trajectory(examOf(edition, track), evidenceOn(db, track, edition, now), ends);
    return weeks.map(({ from, total }, i) => {
      const { named = false, chance = null } = readings[i] ?? {};
      return { from, minutes: total, chance: named ? chance : null };
    });
  });
}

/** Weeks in a row that reached the goal; days off of the plan do not count against it. */
export function streakOf(env: Env, db: Db, track: Track): Streak {
  const now = today(env.now);
  return streak({
    minutes: dailyMinutes(db, { certId: track.certId, from: addDays(now, -STREAK_DAYS), to: now }),
    today: now,
    weekStart: env.settings.weekStart,
    goal: track.weeklyMinutes,
    skips: planWishes(db, track.certId)?.settings.skips ?? [],
  });
}

/** The weeks behind: hours and chance week by week, and weeks in a row that reached the goal. */
export interface Trend extends Current {
  readonly weeks: readonly TrendWeek[];
  readonly streak: Streak;
}

/** The last weeks of a certification. @throws not_found or decision_needed */
export async function studyTrend(env: Env, cert?: string): Promise<Trend> {
  const db = await env.open();
  const { track, edition } = currentTrack(env, db, cert);
  return { track, edition, weeks: trendOf(env, db, track, edition), streak: streakOf(env, db, track) };
}

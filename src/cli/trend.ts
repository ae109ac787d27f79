import { today } from '../domain/day.ts';
import type { Edition } from '../domain/edition.ts';
import { addDays, dayNumber, type LocalDate } from '../domain/local-date.ts';
import { outlook } from '../domain/readiness/assess.ts';
import { examOf } from '../domain/readiness/exam.ts';
import { gateOf } from '../domain/readiness/gate.ts';
import { kernels } from '../domain/readiness/grid.ts';
import { infer } from '../domain/readiness/infer.ts';
import { DEFAULTS } from '../domain/readiness/parameters.ts';
import { chanceOf } from '../domain/readiness/score.ts';
import { readOn } from '../domain/readiness/topic-answers.ts';
import { type Streak, streak } from '../domain/streak.ts';
import { calendarWeeks } from '../domain/study-calendar.ts';
import type { Track } from '../domain/track.ts';
import type { TrendWeek } from '../report/trend.ts';
import { dailyMinutes } from '../store/daily-minutes.ts';
import { derived, logVersion } from '../store/derived.ts';
import type { Db } from '../store/open.ts';
import { planOf } from '../store/plans.ts';
import type { Context } from './context.ts';
import { evidenceOn } from './evidence.ts';

const TREND_WEEKS = 12;
/** Streaks are looked for so far back. */
const STREAK_DAYS = 3 * 366;

/** Hours and chance of the last weeks, each chance from what was known at the end of its week; kept until the log changes. */
export function trendOf(
  context: Context,
  db: Db,
  track: Track,
  edition: Edition,
  count: number = TREND_WEEKS,
): TrendWeek[] {
  const now = today(context.now);
  const { weekStart } = context.config;
  const basis = [logVersion(db), now, edition.id, track.target, weekStart, count, context.app.version].join(' ');
  return derived(db, `trend ${track.certId}`, basis, () => {
    const exam = examOf(edition, track);
    const evidence = evidenceOn(db, track, edition, now);
    const read = readOn(kernels(), DEFAULTS);
    const chanceOn = (date: LocalDate) => {
      const day = dayNumber(date);
      if (!gateOf(exam, evidence, day).met) return null;
      return chanceOf(exam, outlook(infer(exam, evidence, day, { read })).cases);
    };
    const minutes = dailyMinutes(db, { certId: track.certId, from: addDays(now, -7 * count), to: now });
    return calendarWeeks(minutes, now, weekStart, count).map(({ from, total }) => {
      const end = addDays(from, 6);
      return { from, minutes: total, chance: chanceOn(end > now ? now : end) };
    });
  });
}

/** Weeks in a row that reached the goal; days off of the plan do not count against it. */
export function streakOf(context: Context, db: Db, track: Track): Streak {
  const now = today(context.now);
  return streak({
    minutes: dailyMinutes(db, { certId: track.certId, from: addDays(now, -STREAK_DAYS), to: now }),
    today: now,
    weekStart: context.config.weekStart,
    goal: track.weeklyMinutes,
    skips: planOf(db, track.certId)?.settings.skips ?? [],
  });
}

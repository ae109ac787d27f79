import { today } from '../domain/day.ts';
import type { Edition } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { planProgress } from '../domain/plan/plan-progress.ts';
import { plannedNow } from '../domain/plan/planned-now.ts';
import type { Track } from '../domain/track.ts';
import type { PlanStanding } from '../report/standing.ts';
import type { Db } from '../store/open.ts';
import { planOf } from '../store/plans.ts';
import type { Context } from './context.ts';
import { evidenceOn } from './evidence.ts';

/** Undefined without a plan. */
export function planStanding(
  context: Context,
  db: Db,
  track: Track,
  edition: Edition,
  day: LocalDate = today(context.now),
): PlanStanding | undefined {
  const plan = planOf(db, track.certId);
  if (plan === undefined) return undefined;
  const progress = planProgress(plan, evidenceOn(db, track, edition, day), day, context.config.weekStart);
  return { progress, now: plannedNow(progress, day) };
}

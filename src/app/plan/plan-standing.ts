import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import type { PlanProgress } from '../../domain/plan/plan-progress.ts';
import { type PlannedNow, plannedNow } from '../../domain/plan/planned-now.ts';
import type { Track } from '../../domain/track.ts';
import type { Db } from '../../store/open.ts';
import { planOf } from '../../store/plans.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { progressOf } from './planning.ts';

/** How much of a plan is done, and what it says for now. */
export interface PlanStanding {
  readonly progress: PlanProgress;
  readonly now: PlannedNow;
}

/** Undefined without a plan. */
export function planStanding(env: Env, db: Db, track: Track, edition: Edition): PlanStanding | undefined {
  const day = today(env.now);
  const plan = planOf(db, track.certId);
  if (plan === undefined) return undefined;
  const progress = progressOf(env, { evidence: evidenceOn(db, track, edition, day), today: day }, plan);
  return { progress, now: plannedNow(progress, day) };
}

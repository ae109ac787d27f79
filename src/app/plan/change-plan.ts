import { today } from '../../domain/day.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { type DayShares, daysOf, type PlanWishes, type SkipRange } from '../../domain/plan/plan.ts';
import type { Change } from '../../store/change.ts';
import { planWishes } from '../../store/plans.ts';
import type { Db } from '../../store/sqlite.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { type Current, currentTrack } from '../track/current-track.ts';
import { checkSettings } from './plan.ts';

/** What a person says of the plan: on which days, none for no plan; days off. What is left out stays. */
export interface PlanEdits {
  readonly days?: DayShares | undefined;
  readonly skips?: readonly SkipRange[] | undefined;
}

/** The change that keeps what was said of a plan; none where it is like that already. */
export function planChange({ now }: Env, db: Db, { track }: Current, { days, skips }: PlanEdits): Change[] {
  const before = planWishes(db, track.certId);
  const settings = {
    examDate: track.examDate ?? today(now),
    weeklyMinutes: track.weeklyMinutes ?? 1,
    weekdays: days ?? daysOf(before),
    skips: skips ?? before?.settings.skips ?? [],
  };
  const said = JSON.stringify([settings.weekdays, settings.skips]);
  if (said === JSON.stringify([daysOf(before), before?.settings.skips ?? []])) return [];
  const after: PlanWishes = {
    certId: track.certId,
    editionId: track.editionId,
    settings,
    blocks: [],
    retired: [],
    revision: (before?.revision ?? 0) + 1,
    createdAt: before?.createdAt ?? now.instant,
    updatedAt: now.instant,
  };
  return [{ entity: 'plan', id: track.certId, before: before ?? null, after }];
}

/** Days off to come, and whether that is news. */
export interface SkippedDays extends Current {
  readonly skips: readonly SkipRange[];
  readonly changed: boolean;
}

/** Adds days off, or with none takes those to come away; days gone by stay, so that rest breaks no streak. @throws usage when no day is left */
export async function skipDays(env: Env, ranges: readonly SkipRange[], cert?: string): Promise<SkippedDays> {
  const db = await env.open();
  return change(env, db, () => {
    const current = currentTrack(env, db, cert);
    const day = today(env.now);
    const before = planWishes(db, current.track.certId)?.settings.skips ?? [];
    const skips = ranges.length === 0 ? before.filter(({ to }) => to < day) : merged([...before, ...ranges]);
    checkRoom(db, current, skips, day);
    const changes = planChange(env, db, current, { skips });
    return {
      action: 'plan skip',
      summary: `${ranges.length === 0 ? 'no ' : ''}days off for ${current.track.certId}`,
      changes,
      result: () => ({ ...current, skips: skips.filter(({ to }) => to >= day), changed: changes.length > 0 }),
    };
  });
}

function checkRoom(db: Db, { track }: Current, skips: readonly SkipRange[], day: LocalDate): void {
  const { examDate, weeklyMinutes, certId } = track;
  const days = daysOf(planWishes(db, certId));
  if (examDate !== null && examDate > day && weeklyMinutes !== null && Object.keys(days).length > 0)
    checkSettings({ examDate, weeklyMinutes, days, skips }, day);
}

/** Ranges in order, those that overlap as one. */
function merged(ranges: readonly SkipRange[]): SkipRange[] {
  const all: SkipRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (last === undefined || range.from > last.to) all.push(range);
    else all.splice(-1, 1, { from: last.from, to: range.to > last.to ? range.to : last.to });
  }
  return all;
}

/** Whether there was a plan to clear. */
export interface ClearedPlan extends Current {
  readonly changed: boolean;
}

/** Has no plan from now on; days off stay. */
export async function clearPlan(env: Env, cert?: string): Promise<ClearedPlan> {
  const db = await env.open();
  return change(env, db, () => {
    const current = currentTrack(env, db, cert);
    const changes = planChange(env, db, current, { days: {} });
    return {
      action: 'plan clear',
      summary: `cleared the plan of ${current.track.certId}`,
      changes,
      result: () => ({ ...current, changed: changes.length > 0 }),
    };
  });
}

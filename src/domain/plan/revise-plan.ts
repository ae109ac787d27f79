import type { LocalDate } from '../local-date.ts';
import type { Instant } from '../zone.ts';
import type { Plan, PlanBlock, PlanSettings } from './plan.ts';
import type { JudgedBlock } from './plan-progress.ts';

/** What a new plan is put together from: the one before, if any, judged against what was done. */
export interface Revision {
  readonly certId: string;
  readonly editionId: string;
  readonly settings: PlanSettings;
  readonly before: Plan | undefined;
  readonly judged: readonly JudgedBlock[];
  readonly blocks: readonly PlanBlock[];
  readonly today: LocalDate;
  readonly now: Instant;
}

/** The plan from today on, after the blocks of days gone by and those of today that are done. What calendars must forget is kept in `retired`. */
export function revisedPlan({ certId, editionId, settings, before, judged, blocks, today, now }: Revision): Plan {
  const kept = judged
    .filter(({ date, state }) => date < today || (date === today && state === 'done'))
    .map(({ state: _state, ...block }) => block);
  const all = [...kept, ...blocks];
  const days = new Set(all.map(({ date }) => date));
  const known = [...(before?.retired ?? []), ...(before?.blocks ?? []).map(({ date }) => date)];
  return {
    certId,
    editionId,
    settings,
    blocks: all,
    retired: [...new Set(known)].filter((date) => date >= today && !days.has(date)).sort(),
    revision: before === undefined ? 0 : before.revision + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** Whether two plans say the same: same settings, same blocks. */
export function samePlan(a: Plan, b: Plan): boolean {
  const said = ({ editionId, settings, blocks }: Plan) =>
    JSON.stringify([
      editionId,
      settings.examDate,
      settings.weeklyMinutes,
      settings.weekdays,
      settings.skips.map(({ from, to }) => [from, to]),
      blocks.map(({ date, minutes, topicId, activity, reason }) => [date, minutes, topicId, activity, reason.kind]),
    ]);
  return said(a) === said(b);
}

import { fromDayNumber, type LocalDate, onOrBefore, type Weekday } from '../local-date.ts';
import type { Evidence } from '../readiness/exam.ts';
import type { Plan, PlanBlock } from './plan.ts';

/** Whether a block was done, is still to come, or its day has passed without it. */
type BlockState = 'done' | 'missed' | 'open';

export interface JudgedBlock extends PlanBlock {
  readonly state: BlockState;
}

/**
 * Plan against done. Counts are of blocks whose day has come, today's only when they are done; minutes are planned ones. `missed` are those that
 * planning anew has not moved yet.
 */
export interface PlanProgress {
  readonly blocks: readonly JudgedBlock[];
  readonly due: number;
  readonly done: number;
  readonly dueMinutes: number;
  readonly doneMinutes: number;
  readonly missed: readonly JudgedBlock[];
}

/** This much of a block studied counts as the block done. */
const ENOUGH = 0.5;

/**
 * Compares a plan with what was studied: a block counts as done when its topic was studied in the same week for at least half of its time,
 * and a practice exam when one was taken that week. What one block used up is not counted for the next. What was missed before `madeOn`, when
 * the plan was last made, was moved then.
 */
export function planProgress(
  plan: Plan,
  evidence: Evidence,
  today: LocalDate,
  weekStart: Weekday,
  madeOn: LocalDate,
): PlanProgress {
  const spent = studiedByWeek(evidence, weekStart);
  const blocks = plan.blocks.map((block): JudgedBlock => {
    const key = keyOf(onOrBefore(block.date, weekStart), block.topicId);
    const studied = block.date > today ? 0 : (spent.get(key) ?? 0);
    const needed = block.topicId === null ? 1 : block.minutes;
    if (studied >= needed * ENOUGH) {
      spent.set(key, Math.max(0, studied - needed));
      return { ...block, state: 'done' };
    }
    return { ...block, state: block.date < today ? 'missed' : 'open' };
  });
  const over = blocks.filter(({ date, state }) => date < today || state === 'done');
  const done = over.filter(({ state }) => state === 'done');
  const minutes = (some: readonly PlanBlock[]) => some.reduce((sum, block) => sum + block.minutes, 0);
  return {
    blocks,
    due: over.length,
    done: done.length,
    dueMinutes: minutes(over),
    doneMinutes: minutes(done),
    missed: over.filter(({ state, date }) => state === 'missed' && date >= madeOn),
  };
}

/** Minutes by week and topic; practice exams are counted under no topic. */
function studiedByWeek({ topics, mocks }: Evidence, weekStart: Weekday): Map<string, number> {
  const spent = new Map<string, number>();
  const add = (day: number, topicId: string | null, amount: number) => {
    const key = keyOf(weekOfDay(day, weekStart), topicId);
    spent.set(key, (spent.get(key) ?? 0) + amount);
  };
  for (const [topicId, days] of topics) for (const { day, minutes } of days) add(day, topicId, minutes);
  for (const { day } of mocks) add(day, null, 1);
  return spent;
}

function keyOf(week: LocalDate, topicId: string | null): string {
  return `${week} ${topicId ?? ''}`;
}

function weekOfDay(day: number, weekStart: Weekday): LocalDate {
  return onOrBefore(fromDayNumber(day), weekStart);
}

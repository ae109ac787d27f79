import type { LocalDate } from '../local-date.ts';
import type { JudgedBlock, PlanProgress } from './plan-progress.ts';

/** What the plan says for now: the open blocks of today or, with none left, of the next day with study. `date` null: nothing is left. */
export interface PlannedNow {
  readonly date: LocalDate | null;
  readonly blocks: readonly JudgedBlock[];
  /** Blocks of earlier days that were not done: a reason to plan anew. */
  readonly missed: number;
}

export function plannedNow({ blocks, missed }: PlanProgress, today: LocalDate): PlannedNow {
  const date = blocks.find((block) => block.state === 'open' && block.date >= today)?.date ?? null;
  return {
    date,
    blocks: blocks.filter((block) => block.date === date && block.state === 'open'),
    missed: missed.length,
  };
}

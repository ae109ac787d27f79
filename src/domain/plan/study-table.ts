import type { Learner } from './learner.ts';
import { studyAhead } from './study-ahead.ts';

/** A stretch of days `from` up to, not with, `to`, on which an exam could be sat; days as numbers. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** One slice of time in a period: `topicId` gets up to `SLICE` minutes on `day`. */
export interface Slice {
  readonly period: number;
  readonly day: number;
  readonly topicId: string;
}

/** Minutes in a slice of study time. */
export const SLICE = 60;

/**
 * Which topic gets the first hour of every period, which the second, and so on, `slices` of them: each the one with the largest gain
 * at the end of its period, given all slices before it. The table does not depend on how much time there is: more hours reach further
 * down the same table, which is why they can never do harm. Greedy is close to the best, because each further hour on a topic adds less.
 */
export function studyTable(learner: Learner, periods: readonly Period[], slices: number): Slice[] {
  const ahead = studyAhead(learner);
  const table: Slice[] = [];
  for (let layer = 0; layer < slices; layer++) {
    periods.forEach(({ from, to }, period) => {
      const day = to - from > 1 ? from + 1 + ((2 * layer) % (to - from - 1)) : from;
      let best = { topicId: '', gain: Number.NEGATIVE_INFINITY };
      for (const { topic } of ahead.topics) {
        const gain = ahead.gain(topic.id, day, SLICE, to);
        if (gain > best.gain) best = { topicId: topic.id, gain };
      }
      ahead.add(best.topicId, day, SLICE);
      table.push({ period, day, topicId: best.topicId });
    });
  }
  return table;
}

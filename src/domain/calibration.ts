import type { LocalDate } from './local-date.ts';
import type { Prediction } from './mock.ts';

/** A result beside what was expected of it before. `share` is the score in 0..1, null for exams that tell pass or fail only. */
export interface Forecasted {
  readonly date: LocalDate;
  readonly what: string;
  readonly prediction: Prediction;
  readonly share: number | null;
  readonly reached: boolean;
}

/** How good the predictions were. */
export interface Calibration {
  readonly results: number;
  /** Mean squared error of the chances; 0.25 is what "50 %" every time would get. Source: Brier 1950. */
  readonly brier: number;
  readonly meanChance: number;
  readonly reached: number;
  /** Scores inside the 80 % interval, of those known. */
  readonly inside: number;
  readonly scores: number;
  /** Mean of actual minus expected score. */
  readonly bias: number | null;
}

/** Fewer results than this say nothing about calibration. */
export const ENOUGH_RESULTS = 5;

export function calibrationOf(rows: readonly Forecasted[]): Calibration {
  const scored = rows.flatMap(({ share, prediction }) => (share === null ? [] : [{ share, prediction }]));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    results: rows.length,
    brier: mean(rows.map(({ prediction, reached }) => (prediction.chance - Number(reached)) ** 2)),
    meanChance: mean(rows.map(({ prediction }) => prediction.chance)),
    reached: rows.filter(({ reached }) => reached).length,
    inside: scored.filter(({ share, prediction: { score80 } }) => share >= score80.low && share <= score80.high).length,
    scores: scored.length,
    bias: scored.length > 0 ? mean(scored.map(({ share, prediction }) => share - prediction.score)) : null,
  };
}

/** A predicted chance and whether it came true. */
export interface Prediction {
  readonly chance: number;
  readonly passed: boolean;
}

/** How good predicted chances are. Lower is better, but for `auc`. */
export interface Metrics {
  /** Mean squared error. */
  readonly brier: number;
  /** Mean of -ln of the chance given to what happened, chances clipped to 0.001-0.999. */
  readonly logLoss: number;
  /** Expected calibration error: mean distance of predicted and actual share in ten bins of equal count. */
  readonly ece: number;
  /** Chance that of one who passes and one who fails the former was given the higher chance. */
  readonly auc: number;
}

/** Learners given about the same chance: mean chance, share who passed, how many. */
export interface Bin {
  readonly predicted: number;
  readonly actual: number;
  readonly count: number;
}

const CLIP = 0.001;
const BINS = 10;

export function metricsOf(predictions: readonly Prediction[]): Metrics {
  const bins = binsOf(predictions);
  return {
    brier: mean(predictions, ({ chance, passed }) => (chance - Number(passed)) ** 2),
    logLoss: mean(predictions, ({ chance, passed }) => {
      const clipped = Math.min(1 - CLIP, Math.max(CLIP, chance));
      return -Math.log(passed ? clipped : 1 - clipped);
    }),
    ece:
      bins.reduce((sum, { predicted, actual, count }) => sum + count * Math.abs(predicted - actual), 0) /
      predictions.length,
    auc: aucOf(predictions),
  };
}

/** Bins of equal count, by predicted chance. */
export function binsOf(predictions: readonly Prediction[]): Bin[] {
  const sorted = [...predictions].sort((a, b) => a.chance - b.chance);
  const edge = (bin: number) => Math.floor((bin * sorted.length) / BINS);
  return Array.from({ length: BINS }, (_, bin) => sorted.slice(edge(bin), edge(bin + 1)))
    .filter(({ length }) => length > 0)
    .map((own) => ({
      predicted: mean(own, ({ chance }) => chance),
      actual: mean(own, ({ passed }) => Number(passed)),
      count: own.length,
    }));
}

export function mean<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

/** By ranks (Mann-Whitney), equal chances sharing theirs. */
function aucOf(predictions: readonly Prediction[]): number {
  const sorted = [...predictions].sort((a, b) => a.chance - b.chance);
  const passes = sorted.filter(({ passed }) => passed).length;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end]?.chance === sorted[start]?.chance) end++;
    ranks += ((start + end + 1) / 2) * sorted.slice(start, end).filter(({ passed }) => passed).length;
    start = end;
  }
  return (ranks - (passes * (passes + 1)) / 2) / (passes * (sorted.length - passes));
}

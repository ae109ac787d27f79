/** A section's share of the exam as the vendor prints it, in percent; `null` where none is published. */
export type Weight =
  | { readonly kind: 'exact' | 'approximate'; readonly percent: number }
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  | null;

/** Reads `22`, `~22`, `~22%` or `30-35`, percent in 0..100. */
export function parseWeight(text: string): Weight | undefined {
  const match = /^(~?)\s?(\d{1,3}(?:\.\d+)?)(?:\s?[-–]\s?(\d{1,3}(?:\.\d+)?))?\s?%?$/.exec(text.trim());
  if (!match) return undefined;
  const low = Number(match[2]);
  const high = Number(match[3] ?? match[2]);
  if (low > high || high > 100 || (match[1] && match[3] !== undefined)) return undefined;
  if (match[3] !== undefined) return { kind: 'range', min: low, max: high };
  return { kind: match[1] ? 'approximate' : 'exact', percent: low };
}

/** The printed percent, the middle of a range, or `null`. */
export function weightPercent(weight: Weight): number | null {
  if (weight === null) return null;
  return weight.kind === 'range' ? (weight.min + weight.max) / 2 : weight.percent;
}

/** `~22 %`, `22 %`, `30-35 %`, or a dash where none is published. */
export function weightText(weight: Weight): string {
  if (weight === null) return '–';
  if (weight.kind === 'range') return `${weight.min}-${weight.max} %`;
  return `${weight.kind === 'approximate' ? '~' : ''}${weight.percent} %`;
}

/** Shares that sum to 1, from printed weights that need not sum to 100; equal shares where any is unpublished. */
export function normalisedWeights(weights: readonly Weight[]): number[] {
  const percents = weights.map(weightPercent);
  const sum = percents.reduce<number>((total, percent) => total + (percent ?? 0), 0);
  const known = percents.every((percent) => percent !== null) && sum > 0;
  return percents.map((percent) => (known ? (percent ?? 0) / sum : 1 / weights.length));
}

import { randomBeta, randomExponential, randomGamma, randomNormal } from 'd3-random';
import { seeded } from '../support/seeded.ts';

/** Random draws from one stream, the same for the same name. */
export interface Draw {
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number from low to high, both possible. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  normal(mean: number, sd: number): number;
  /** `sd` is that of the logarithm. */
  logNormal(median: number, sd: number): number;
  beta(alpha: number, beta: number): number;
  gamma(shape: number): number;
  exponential(mean: number): number;
  pick<Item>(items: readonly Item[]): Item;
  weighted<Item>(items: readonly Item[], weightOf: (item: Item, index: number) => number): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function drawFrom(name: string): Draw {
  const uniform = seeded(hash(name));
  const between = (low: number, high: number) => low + (high - low) * uniform();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const normal = (mean: number, sd: number) => randomNormal.source(uniform)(mean, sd)();
  return {
    between,
    whole,
    normal,
    chance: (probability) => uniform() < probability,
    logNormal: (median, sd) => median * Math.exp(normal(0, sd)),
    beta: (alpha, beta) => randomBeta.source(uniform)(alpha, beta)(),
    gamma: (shape) => randomGamma.source(uniform)(shape)(),
    exponential: (mean) => randomExponential.source(uniform)(1 / mean)(),
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    weighted(items, weightOf) {
      const weights = items.map(weightOf);
      let left = between(
        0,
        weights.reduce((a, b) => a + b, 0),
      );
      const at = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return items.at(at) as (typeof items)[number];
    },
    shuffled(items) {
      const all = [...items];
      for (let i = all.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [all[i], all[j]] = [all[j] as (typeof all)[number], all[i] as (typeof all)[number]];
      }
      return all;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

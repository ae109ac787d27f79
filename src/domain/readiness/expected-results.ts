import { remembered } from '../remembered.ts';
import { type Curve, curveOf, GRID, type Kernel, POINTS, posteriorRow } from './grid.ts';
import type { Posterior, SectionState } from './infer.ts';
import type { Likelihood } from './likelihood.ts';
import { sigmoid } from './probability.ts';
import type { TopicState } from './topic-state.ts';

/** For each gap node and level on the section: mean (`first`) and mean square (`second`) of the chance to answer an exam question on the topic. */
export interface TopicTable {
  readonly first: readonly Curve[];
  readonly second: readonly Curve[];
}

/** For each gap node and overall level: mean and variance of the section's true score, and the variance `luck` of a single question. */
export interface SectionTable {
  readonly mean: readonly Curve[];
  readonly variance: readonly Curve[];
  readonly luck: readonly Curve[];
}

/** What a topic would bring in the exam at `effect`: p = sigmoid(effect + gap + u), u around the level on the section given the answers. */
export function topicTable(
  { likelihood }: Pick<TopicState, 'likelihood'>,
  effect: number,
  { nodes, kernel, p }: Posterior,
): TopicTable {
  const narrow = kernel(p.topicSd ** 2);
  const chances = nodes.map(({ gap }) => curveOf((i) => sigmoid(effect + gap + (GRID[i] as number))));
  const first = nodes.map(() => new Float64Array(POINTS));
  const second = nodes.map(() => new Float64Array(POINTS));
  for (let i = 0; i < POINTS; i++) {
    const weights = posteriorRow(narrow, i, likelihood);
    const start = narrow.from[i] as number;
    for (let j = 0; j < nodes.length; j++) {
      const chance = chances[j] as Curve;
      let mean = 0;
      let square = 0;
      for (let k = 0; k < weights.length; k++) {
        const right = chance[start + k] as number;
        const part = (weights[k] as number) * right;
        mean += part;
        square += part * right;
      }
      (first[j] as Curve)[i] = mean;
      (second[j] as Curve)[i] = square;
    }
  }
  return { first, second };
}

/** What a section would bring, from its topics' tables. */
export function sectionTable(
  { topics, likelihoods }: Pick<SectionState, 'topics' | 'likelihoods'>,
  tables: readonly TopicTable[],
  { nodes, kernel, p }: Posterior,
): SectionTable {
  const wide = kernel(p.sectionSd ** 2);
  const givenAt = remembered(({ curve }: Likelihood) => GRID.map((_, i) => posteriorRow(wide, i, curve)));
  const rows = nodes.map((_, node) =>
    overLevels(wide, givenAt(likelihoods[node] as Likelihood), topicSums(topics, tables, node)),
  );
  return {
    mean: rows.map(({ mean }) => mean),
    variance: rows.map(({ variance }) => variance),
    luck: rows.map(({ luck }) => luck),
  };
}

/** Weighted over the topics at each level on the section: the score, the variance of the topics around it, that of one question. */
function topicSums(topics: readonly TopicState[], tables: readonly TopicTable[], node: number) {
  const score = new Float64Array(POINTS);
  const spread = new Float64Array(POINTS);
  const luck = new Float64Array(POINTS);
  topics.forEach(({ topic: { weight } }, t) => {
    const first = tables[t]?.first[node] as Curve;
    const second = tables[t]?.second[node] as Curve;
    for (let i = 0; i < POINTS; i++) {
      const mean = first[i] as number;
      const square = second[i] as number;
      score[i] = (score[i] as number) + weight * mean;
      spread[i] = (spread[i] as number) + weight ** 2 * (square - mean ** 2);
      luck[i] = (luck[i] as number) + weight * (mean - square);
    }
  });
  return { score, spread, luck };
}

/** The same at each overall level, the level on the section being unsure. */
function overLevels(kernel: Kernel, given: readonly Curve[], sums: ReturnType<typeof topicSums>) {
  const mean = new Float64Array(POINTS);
  const variance = new Float64Array(POINTS);
  const luck = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) {
    const weights = given[i] as Curve;
    const start = kernel.from[i] as number;
    let first = 0;
    let second = 0;
    let question = 0;
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] as number;
      const score = sums.score[start + k] as number;
      first += weight * score;
      second += weight * (score ** 2 + (sums.spread[start + k] as number));
      question += weight * (sums.luck[start + k] as number);
    }
    mean[i] = first;
    variance[i] = Math.max(second - first ** 2, 0);
    luck[i] = question;
  }
  return { mean, variance, luck };
}

import type { Exam } from './exam.ts';
import type { SectionTable } from './expected-results.ts';
import type { GapNode } from './gap-nodes.ts';
import { type Curve, POINTS } from './grid.ts';
import { normalCdf } from './probability.ts';

/** A node of the transfer gap after all evidence: how likely it is, and how likely each overall level is then (`learner` sums to 1). */
export interface LearnerNode extends GapNode {
  readonly learner: Curve;
}

/**
 * One case of transfer gap and overall level: how likely it is, the score expected then, its variance, the variance of one question, and that
 * of the score for what the node leaves unknown of the gap.
 */
export interface Component {
  readonly node: number;
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
  readonly luck: number;
  readonly transfer: number;
}

/** Where the variance of the score comes from; the five parts add up to all of it. Shares of a score squared. */
export interface Variance {
  /** How good the learner is overall. */
  readonly learner: number;
  /** What is uneven or unmeasured inside sections. */
  readonly sections: number;
  /** Practice is not the exam. */
  readonly transfer: number;
  /** Which questions are asked. */
  readonly luck: number;
  /** The vendor does not publish the pass mark. */
  readonly passMark: number;
}

/** The cases of all sections together, in the order of nodes and levels. `rest` is the variance (logit²) of the gap at a node; dp/dlogit = p (1 - p). */
export function components(
  exam: Exam,
  tables: readonly SectionTable[],
  nodes: readonly LearnerNode[],
  rest: number,
): Component[] {
  return nodes.flatMap(({ learner, weight }, node) =>
    Array.from(learner, (level, i): Component => {
      let mean = 0;
      let variance = 0;
      let luck = 0;
      exam.sections.forEach((section, s) => {
        const table = tables[s] as SectionTable;
        mean += section.weight * (table.mean[node]?.[i] as number);
        variance += section.weight ** 2 * (table.variance[node]?.[i] as number);
        luck += section.weight * (table.luck[node]?.[i] as number);
      });
      return { node, weight: weight * level, mean, variance, luck, transfer: rest * luck ** 2 };
    }),
  );
}

/** The expectation over the cases. */
export function expected(cases: readonly Component[], value: (one: Component, index: number) => number): number {
  let sum = 0;
  for (let i = 0; i < cases.length; i++) {
    const one = cases[i] as Component;
    sum += one.weight * value(one, i);
  }
  return sum;
}

/** The score that counts as reaching the target: half a question below it where the pass mark is known, because scores are whole questions. */
export function cutOf({ target, targetSd, questions }: Exam): number {
  return targetSd > 0.01 ? target : (Math.ceil(target * questions - 1e-9) - 0.5) / questions;
}

/** The score that passes the exam, and how unsure that is: the published pass mark, or else the target. */
export function passCut({ passMark, ...exam }: Exam): { readonly cut: number; readonly sd: number } {
  return { cut: cutOf({ ...exam, target: passMark ?? exam.target }), sd: exam.targetSd };
}

/** The chance of reaching the target: sum of weight * Phi((mean - cut) / sqrt(variance + transfer + luck / N + targetSd²)). */
export function chanceOf(exam: Exam, cases: readonly Component[]): number {
  const cut = cutOf(exam);
  const { questions, targetSd } = exam;
  return expected(cases, ({ mean, variance, transfer, luck }) =>
    normalCdf((mean - cut) / Math.sqrt(variance + transfer + luck / questions + targetSd ** 2 + 1e-12)),
  );
}

/** The chance of reaching the target for somebody whose true score is `score`. */
export function chanceAt(exam: Exam, score: number, luck: number): number {
  return normalCdf((score - cutOf(exam)) / Math.sqrt(Math.max(luck / exam.questions + exam.targetSd ** 2, 1e-9)));
}

export function varianceOf(exam: Exam, cases: readonly Component[]): Variance {
  const mean = expected(cases, (one) => one.mean);
  const atLevel = Array.from({ length: POINTS }, (_, i) => {
    const same = cases.filter((_one, k) => k % POINTS === i);
    const weight = same.reduce((sum, one) => sum + one.weight, 0);
    return weight > 0 ? same.reduce((sum, one) => sum + one.weight * one.mean, 0) / weight : mean;
  });
  return {
    learner: expected(cases, (_, i) => ((atLevel[i % POINTS] as number) - mean) ** 2),
    sections: expected(cases, (one) => one.variance),
    transfer: expected(cases, (one, i) => (one.mean - (atLevel[i % POINTS] as number)) ** 2 + one.transfer),
    luck: expected(cases, (one) => one.luck) / exam.questions,
    passMark: exam.targetSd ** 2,
  };
}

/**
 * The quantile `q` of the score, in 0..1. `questions` is the length of the paper; with Infinity it is the true score, what would be reached
 * on an endless paper.
 */
export function scoreQuantile(cases: readonly Component[], q: number, questions: number): number {
  const parts = cases
    .filter(({ weight }) => weight > 1e-9)
    .map(({ weight, mean, variance, transfer, luck }) => ({
      weight,
      mean,
      sd: Math.sqrt(variance + transfer + luck / questions + 1e-12),
    }));
  const missing = (score: number) => {
    let below = -q;
    for (const { weight, mean, sd } of parts) below += weight * normalCdf((score - mean) / sd);
    return below;
  };
  return Math.min(Math.max(rootOf(missing, -0.5, 1.5), 0), 1);
}

/**
 * The root of an increasing function between `low` and `high`, to 1e-12: false position, where an end that stays counts half the next time
 * (the Illinois variant).
 */
function rootOf(f: (x: number) => number, low: number, high: number): number {
  let [below, above] = [f(low), f(high)];
  let stayed = 0;
  while (high - low > 1e-12) {
    const x = (low * above - high * below) / (above - below);
    const at = f(x);
    if (Math.abs(at) < 1e-14 || x <= low || x >= high) return x;
    if (at < 0) {
      [low, below] = [x, at];
      if (stayed > 0) above /= 2;
      stayed = 1;
    } else {
      [high, above] = [x, at];
      if (stayed < 0) below /= 2;
      stayed = -1;
    }
  }
  return (low + high) / 2;
}

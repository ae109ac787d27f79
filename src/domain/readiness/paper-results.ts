import type { Exam, Source } from './exam.ts';
import { type AtNodes, atNodes, type GapNode, type GapPrior } from './gap-nodes.ts';
import { type Curve, curveOf, GRID, type Kernels } from './grid.ts';
import { blurred, fromLogs, type Likelihood, together } from './likelihood.ts';
import type { Observation } from './observation.ts';
import { type Gap, type Parameters, TRANSFER_GAPS } from './parameters.ts';
import { normalCdf, sigmoid } from './probability.ts';
import { passCut } from './score.ts';

/** A topic as a paper meets it: its weight in the paper, and where study had brought it by then (logit). */
export interface PaperTopic {
  readonly weight: number;
  readonly effect: number;
}

/** What all papers are read by. `pools` holds how many results each pool of questions met before has. */
export interface PaperReading {
  readonly exam: Exam;
  readonly gap: Gap;
  readonly prior: GapPrior;
  readonly pools: ReadonlyMap<string, number>;
  readonly kernel: Kernels;
  readonly p: Parameters;
}

/**
 * Likelihood of results over the learner's level on the section, or overall, at each node of the transfer gap:
 * k ~ Binomial(n, sum of weight * sigmoid((effect + level + offset + e) / attenuation)), e ~ N(0, mockSd² + the offset's own variance), in
 * the order of days, with drift between. `attenuation` is the probit approximation sqrt(1 + pi / 8 * variance) for what differs below that
 * level. Undefined without results.
 */
export function paperLikelihood(
  observations: readonly Observation[],
  topicsAt: (day: number) => readonly PaperTopic[],
  attenuation: number,
  reading: PaperReading,
): AtNodes<Likelihood> | undefined {
  if (observations.length === 0) return undefined;
  const days = [...new Set(observations.map(({ day }) => day))]
    .sort((a, b) => a - b)
    .map((day) => {
      const topics = topicsAt(day);
      const share = (offset: number) => shareCurve(topics, offset, attenuation);
      return { day, share, results: merged(observations.filter((one) => one.day === day)) };
    });
  const { nodes } = reading.prior;
  const learned = observations.some(({ source }) => source === 'official' || source === 'exam');
  return atNodes(
    nodes.length,
    (node) => (learned ? [nodes[node] as GapNode] : []),
    (node) => {
      let filtered: Likelihood | undefined;
      let last = 0;
      for (const { day, share, results } of days) {
        const today = results
          .map((one) => resultLikelihood(one, share, nodes[node] as GapNode, reading))
          .reduce(together);
        const drift = reading.kernel((reading.p.mockDrift * (day - last)) / 30);
        filtered = filtered === undefined ? today : together(blurred(drift, filtered), today);
        last = day;
      }
      return filtered as Likelihood;
    },
  );
}

/** How questions of a source differ from practice questions at a node, in logits; its variance is shared by all results of a pool. */
export function paperOffset(
  source: Source,
  node: GapNode,
  gap: Gap,
  sharing = 1,
): { readonly mean: number; readonly variance: number } {
  const used = TRANSFER_GAPS['re-used'];
  switch (source) {
    case 'practice':
      return { mean: 0, variance: 0 };
    case 'official':
      return { mean: node.official, variance: 0 };
    case 'exam':
      return { mean: node.gap, variance: 0 };
    case 're-used':
      return { mean: gap.mean - used.mean, variance: sharing * Math.max(used.sd ** 2 - gap.sd ** 2, 0) };
  }
}

function resultLikelihood(
  { source, pool, said }: Observation,
  shareAt: (offset: number) => Curve,
  node: GapNode,
  { exam, gap, prior, pools, kernel, p }: PaperReading,
): Likelihood {
  const { mean, variance } = paperOffset(source, node, gap, pools.get(pool));
  const share = shareAt(mean);
  const logs =
    'passed' in said
      ? passLogs(said.passed, share, exam, source === 'exam' ? prior.rest : 0)
      : share.map((right) => said.correct * Math.log(right) + (said.questions - said.correct) * Math.log1p(-right));
  return blurred(kernel(p.mockSd ** 2 + variance), fromLogs(logs));
}

/** Logarithm of how likely the pass mark is reached, or missed, by who answers that share of questions; `rest` is what is unknown of the gap. */
function passLogs(passed: boolean, share: Curve, exam: Exam, rest: number): Curve {
  const { cut, sd } = passCut(exam);
  return share.map((right) => {
    const spread = right * (1 - right);
    const away = (right - cut) / Math.sqrt(spread / exam.questions + sd ** 2 + rest * spread ** 2 + 1e-12);
    return Math.log(Math.max(normalCdf(passed ? away : -away), 1e-12));
  });
}

/** The share of right answers at each level. */
function shareCurve(topics: readonly PaperTopic[], offset: number, attenuation: number): Curve {
  return curveOf((i) => {
    const level = (GRID[i] as number) + offset;
    let share = 0;
    for (const { weight, effect } of topics) share += weight * sigmoid((effect + level) / attenuation);
    return Math.min(Math.max(share, 1e-9), 1 - 1e-9);
  });
}

/** Counts on the same kind of questions on one day are one result. */
function merged(observations: readonly Observation[]): Observation[] {
  const alone: Observation[] = [];
  const sums = new Map<
    string,
    Observation & { readonly said: { readonly correct: number; readonly questions: number } }
  >();
  for (const one of observations) {
    if ('passed' in one.said) {
      alone.push(one);
      continue;
    }
    const key = one.source === 're-used' ? `${one.source} ${one.pool}` : one.source;
    const before = sums.get(key)?.said ?? { correct: 0, questions: 0 };
    const { correct, questions } = one.said;
    sums.set(key, {
      ...one,
      said: { correct: before.correct + correct, questions: before.questions + questions },
    });
  }
  return [...sums.values(), ...alone];
}

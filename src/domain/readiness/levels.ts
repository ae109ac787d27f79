import { type AtNodes, atNodes, type GapNode } from './gap-nodes.ts';
import { type Curve, curveOf, type Kernel, POINTS, posteriorRow } from './grid.ts';
import type { Posterior, SectionState } from './infer.ts';
import type { Likelihood } from './likelihood.ts';
import type { TopicState } from './topic-state.ts';

/** How likely each level on the section is, at each node of the transfer gap; sums to 1. */
export function sectionLevels(
  { likelihoods }: Pick<SectionState, 'likelihoods'>,
  { nodes, kernel, p }: Posterior,
): AtNodes<Curve> {
  const wide = kernel(p.sectionSd ** 2);
  const at = (node: number) => [nodes[node]?.learner as Curve, (likelihoods[node] as Likelihood).curve] as const;
  return atNodes(nodes.length, at, (node) => narrowed(at(node)[0], wide, at(node)[1]));
}

/** How likely each level is, whatever the gap. */
export function overNodes(levels: AtNodes<Curve>, nodes: readonly GapNode[]): Curve {
  return curveOf((i) => nodes.reduce((sum, { weight }, node) => sum + weight * (levels[node]?.[i] as number), 0));
}

/** How likely each level on a topic is, given everything; sums to 1. */
export function topicLevels(section: SectionState, { likelihood }: TopicState, posterior: Posterior): Curve {
  const { kernel, p, nodes } = posterior;
  return narrowed(overNodes(sectionLevels(section, posterior), nodes), kernel(p.topicSd ** 2), likelihood);
}

/** How likely each level measured by practice questions or a mock is, which are off by the kernel. */
export function measuredLevels(levels: Curve, kernel: Kernel): Curve {
  return narrowed(levels, kernel, null);
}

/** A finer level's distribution: each coarser one passes its weight on through the kernel and what is known of the finer. */
function narrowed(levels: Curve, kernel: Kernel, likelihood: Curve | null): Curve {
  const finer = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) {
    const row = posteriorRow(kernel, i, likelihood);
    const start = kernel.from[i] as number;
    for (let k = 0; k < row.length; k++)
      finer[start + k] = (finer[start + k] as number) + (levels[i] as number) * (row[k] as number);
  }
  return finer;
}

import { type Curve, type Kernel, POINTS, posteriorRow } from './grid.ts';
import type { Posterior, SectionState, TopicState } from './infer.ts';

/** How likely each level on the section is; sums to 1. */
export function sectionLevels({ likelihood }: Pick<SectionState, 'likelihood'>, posterior: Posterior): Curve {
  const { learner, kernel, p } = posterior;
  return narrowed(learner, kernel(p.sectionSd ** 2), likelihood);
}

/** How likely each level on a topic is, given everything; sums to 1. */
export function topicLevels(section: SectionState, { likelihood }: TopicState, posterior: Posterior): Curve {
  const { kernel, p } = posterior;
  return narrowed(sectionLevels(section, posterior), kernel(p.topicSd ** 2), likelihood);
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

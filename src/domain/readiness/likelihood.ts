import { type Curve, curveOf, type Kernel, largest, product, scaled, smoothed } from './grid.ts';

/** A likelihood over the grid: exp(`log`) times a curve whose largest value is 1, so that evidence stays comparable between curves. */
export interface Likelihood {
  readonly curve: Curve;
  readonly log: number;
}

/** Nothing known: every level is as likely. */
export const NO_EVIDENCE: Likelihood = { curve: curveOf(() => 1), log: 0 };

function likelihoodOf(curve: Curve, log: number): Likelihood {
  return { curve: scaled(curve), log: log + Math.log(largest(curve)) };
}

/** The likelihood whose logarithm is given at every point. */
export function fromLogs(logs: Curve): Likelihood {
  const max = largest(logs);
  return { curve: scaled(curveOf((i) => Math.exp((logs[i] as number) - max))), log: max };
}

/** What two independent pieces of evidence say. */
export function together(a: Likelihood, b: Likelihood): Likelihood {
  return likelihoodOf(product(a.curve, b.curve), a.log + b.log);
}

/** The same over an ability that is off from this one by the kernel's Gaussian. */
export function blurred(kernel: Kernel, { curve, log }: Likelihood): Likelihood {
  return likelihoodOf(smoothed(kernel, curve), log);
}

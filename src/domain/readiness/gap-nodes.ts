import type { Gap } from './parameters.ts';

/** Nodes and weights of five-point Gauss-Hermite quadrature for a standard normal variable (Abramowitz and Stegun, table 25.10, rescaled). */
const NODES: readonly (readonly [number, number])[] = [
  [0, 0.5333333333333333],
  [1.3556261799742657, 0.2220759220056126],
  [-1.3556261799742657, 0.2220759220056126],
  [2.8569700138728056, 0.0112574113277207],
  [-2.8569700138728056, 0.0112574113277207],
];

/** The transfer gap at a quadrature node, in logits, and the node's prior weight. */
export interface GapNode {
  readonly gap: number;
  readonly weight: number;
}

/** The prior of the transfer gap: five weighted values, or one where it is certain. */
export function gapNodes({ mean, sd }: Gap): GapNode[] {
  if (sd <= 0) return [{ gap: mean, weight: 1 }];
  return NODES.map(([z, weight]) => ({ gap: mean + sd * z, weight }));
}

import { type Curve, divided, largest, product } from './grid.ts';
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

/** One curve for each node of the transfer gap. Where evidence says nothing of the gap, all entries are the same object and computed once. */
export type NodeCurves = readonly Curve[];

/** Applies `f` to each node's curve, once for each object. */
export function perNode<Out>(curves: NodeCurves, f: (curve: Curve) => Out): Out[] {
  const done = new Map<Curve, Out>();
  return curves.map((curve) => {
    if (!done.has(curve)) done.set(curve, f(curve));
    return done.get(curve) as Out;
  });
}

/** The product node by node, scaled by one factor for all nodes so that their proportions, which say how likely each gap is, stay. */
export function nodeProduct(a: NodeCurves, b: NodeCurves): NodeCurves {
  const made = new Map<Curve, Map<Curve, Curve>>();
  const products = a.map((left, j) => {
    const right = b[j] as Curve;
    const row = made.get(left) ?? new Map<Curve, Curve>();
    made.set(left, row);
    const known = row.get(right) ?? product(left, right);
    row.set(right, known);
    return known;
  });
  const max = Math.max(...new Set(products.map(largest)));
  return perNode(products, (curve) => divided(curve, max));
}

import { type Curve, dot } from './grid.ts';
import { type Gap, TRANSFER_GAPS } from './parameters.ts';

/** Nodes and weights of five-point Gauss-Hermite quadrature for a standard normal variable (Abramowitz and Stegun, table 25.10, rescaled). */
const NODES: readonly (readonly [number, number])[] = [
  [0, 0.5333333333333333],
  [1.3556261799742657, 0.2220759220056126],
  [-1.3556261799742657, 0.2220759220056126],
  [2.8569700138728056, 0.0112574113277207],
  [-2.8569700138728056, 0.0112574113277207],
];

/** A quadrature node of the transfer gap: how far the exam and the vendor's own papers are from practice there, in logits, and its weight. */
export interface GapNode {
  readonly gap: number;
  readonly official: number;
  readonly weight: number;
}

/** The transfer gap before any evidence: its nodes, and the variance (logit²) of the exam's gap that is left when the node is known. */
export interface GapPrior {
  readonly nodes: readonly GapNode[];
  readonly rest: number;
}

/**
 * Nodes for a gap. With `official` papers they stand for what those papers measure, the gap less the papers' own unknown offset from the
 * exam; the exam's gap at a node is then its regression on that, and leaves a rest.
 */
export function gapPrior({ mean, sd }: Gap, official: boolean): GapPrior {
  const papers = TRANSFER_GAPS.official;
  if (!official) {
    const nodes = sd > 0 ? NODES : ([[0, 1]] as const);
    const node = (gap: number, weight: number): GapNode => ({ gap, official: gap - papers.mean, weight });
    return { nodes: nodes.map(([z, weight]) => node(mean + sd * z, weight)), rest: 0 };
  }
  const [own, offset] = [sd ** 2, papers.sd ** 2];
  const nodes = NODES.map(([z, weight]): GapNode => {
    const away = Math.sqrt(own + offset) * z;
    return { gap: mean + (own / (own + offset)) * away, official: mean - papers.mean + away, weight };
  });
  return { nodes, rest: (own * offset) / (own + offset) };
}

/** A value at each node. Where nothing tells nodes apart it is one and the same object, so that what is made of it is made once. */
export type AtNodes<Value> = readonly Value[];

/** Makes a value at each of `count` nodes, once for all whose `parts` are the same objects as the first node's. */
export function atNodes<Value>(
  count: number,
  parts: (node: number) => readonly object[],
  make: (node: number) => Value,
): AtNodes<Value> {
  const first = parts(0);
  const value = make(0);
  return Array.from({ length: count }, (_, node) =>
    node === 0 || parts(node).every((part, i) => part === first[i]) ? value : make(node),
  );
}

/** The expectation of a table over levels and transfer gaps. */
export function meanOver(levels: AtNodes<Curve>, table: readonly Curve[], nodes: readonly GapNode[]): number {
  return nodes.reduce((sum, { weight }, node) => sum + weight * dot(levels[node] as Curve, table[node] as Curve), 0);
}

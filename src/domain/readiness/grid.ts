/** Ability in logits is known on a grid of points from -4 to 4; 81 or 161 points change no output in the fourth digit. */
export const POINTS = 41;
const FIRST = -4;
const STEP = 0.2;
export const GRID: readonly number[] = Array.from({ length: POINTS }, (_, i) => FIRST + STEP * i);

/** Values on the grid: a density or likelihood, up to a constant factor, or a function of ability. */
export type Curve = Float64Array;

/** A Gaussian of a variance (logit²) as a matrix with normalised rows: row `i` holds the weights of the points from `from[i]` on. */
export interface Kernel {
  readonly from: readonly number[];
  readonly rows: readonly Curve[];
}

/** Kernels by variance, each made once. */
export type Kernels = (variance: number) => Kernel;

export function kernels(): Kernels {
  const made = new Map<number, Kernel>();
  return (variance) => {
    const known = made.get(variance) ?? kernel(variance);
    made.set(variance, known);
    return known;
  };
}

/** Cut off at five standard deviations and at the ends of the grid; the identity for a variance of 0. Rows away from the ends are one object. */
function kernel(variance: number): Kernel {
  const reach = variance > 1e-12 ? Math.ceil((5 * Math.sqrt(variance)) / STEP) : 0;
  const at = (steps: number) => (reach === 0 ? 1 : Math.exp((-0.5 * (steps * STEP) ** 2) / variance));
  const whole = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => at(k - reach));
  const inner = divided(whole, total(whole));
  const from = GRID.map((_, i) => Math.max(0, i - reach));
  const rows = GRID.map((_, i) => {
    if (i >= reach && i + reach < POINTS) return inner;
    const cut = whole.subarray(Math.max(0, reach - i), Math.min(whole.length, reach - i + POINTS));
    return divided(cut, total(cut));
  });
  return { from, rows };
}

/** `f` smoothed by the kernel: its expectation where the ability is off by the kernel's Gaussian. */
export function smoothed({ from, rows }: Kernel, f: Curve): Curve {
  return curveOf((i) => {
    const row = rows[i] as Curve;
    const start = from[i] as number;
    let sum = 0;
    for (let k = 0; k < row.length; k++) sum += (row[k] as number) * (f[start + k] as number);
    return sum;
  });
}

/** Row `i` of the kernel times `f`, normalised: where the finer ability is, given the coarser one at point `i`. `f` null is all ones. */
export function posteriorRow({ rows, from }: Kernel, i: number, f: Curve | null): Curve {
  const row = rows[i] as Curve;
  if (f === null) return row;
  const start = from[i] as number;
  const posterior = new Float64Array(row.length);
  let sum = 0;
  for (let k = 0; k < row.length; k++) {
    const weight = (row[k] as number) * (f[start + k] as number);
    posterior[k] = weight;
    sum += weight;
  }
  for (let k = 0; k < row.length; k++) posterior[k] = (posterior[k] as number) / sum;
  return posterior;
}

export function curveOf(value: (i: number) => number): Curve {
  const curve = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) curve[i] = value(i);
  return curve;
}

export function product(a: Curve, b: Curve): Curve {
  return curveOf((i) => (a[i] as number) * (b[i] as number));
}

export function dot(a: Curve, b: Curve): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

export function total(f: Curve): number {
  let sum = 0;
  for (let i = 0; i < f.length; i++) sum += f[i] as number;
  return sum;
}

export function largest(f: Curve): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < f.length; i++) max = Math.max(max, f[i] as number);
  return max;
}

export function divided(f: Curve, by: number): Curve {
  const result = new Float64Array(f.length);
  for (let i = 0; i < f.length; i++) result[i] = (f[i] as number) / by;
  return result;
}

/**
 * The least a scaled likelihood may be. It is far below anything that shows, and keeps products from ending at 0 everywhere, which thousands
 * of answers, or results that contradict each other, would do.
 */
const LEAST = 1e-100;

/** Divided by its largest value, and no smaller than LEAST. */
export function scaled(f: Curve): Curve {
  const by = largest(f);
  return curveOf((i) => Math.max((f[i] as number) / by, LEAST));
}

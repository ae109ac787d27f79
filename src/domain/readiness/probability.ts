import { type Curve, curveOf, GRID, largest, scaled } from './grid.ts';

/** The logistic function: probability of a right answer at `x` logits. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** By how much a logit is shrunk where it varies by `variance` (logit²): the mean of sigmoid(x + noise) is about sigmoid(x / attenuation). */
export function attenuation(variance: number): number {
  return Math.sqrt(1 + (Math.PI / 8) * variance);
}

function logSigmoid(x: number): number {
  return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

/** Log-likelihood of `correct` of `questions`, which may be fractions, when a question is right with sigmoid(offset + ability). */
export function answerLogLikelihood(correct: number, questions: number, offset: number): Curve {
  return curveOf((i) => {
    const x = offset + (GRID[i] as number);
    return correct * logSigmoid(x) + (questions - correct) * logSigmoid(-x);
  });
}

/** exp of a log-likelihood, scaled so that its largest value is 1. */
export function likelihood(log: Curve): Curve {
  const max = largest(log);
  return scaled(curveOf((i) => Math.exp((log[i] as number) - max)));
}

/** The standard normal distribution function, to 1e-15. Source: Marsaglia 2004, J. Stat. Software 11(4). */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return z;
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let before = 0;
  let term = z;
  for (let i = 3; sum !== before; i += 2) {
    before = sum;
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
}

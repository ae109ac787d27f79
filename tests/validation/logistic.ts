import { Matrix, solve } from 'ml-matrix';
import { sigmoid } from '../../src/domain/readiness/probability.ts';

/** Inputs of a regression, the first of them 1 for the intercept. */
export type Inputs = readonly number[];

/** A fitted logistic regression: the chance for given inputs. */
export type Regression = (inputs: Inputs) => number;

const RIDGE = 0.5;
const STEPS = 15;

/** Logistic regression by Newton's method with a small ridge penalty on all but the intercept. */
export function fitted(rows: readonly Inputs[], passed: readonly boolean[]): Regression {
  const x = new Matrix(rows.map((row) => [...row]));
  const y = Matrix.columnVector(passed.map(Number));
  const penalty = Matrix.diag(Array.from({ length: x.columns }, (_, i) => (i === 0 ? 1e-6 : RIDGE)));
  let weights = Matrix.zeros(x.columns, 1);
  for (let step = 0; step < STEPS; step++) {
    const chances = x.mmul(weights).to1DArray().map(sigmoid);
    const gradient = x
      .transpose()
      .mmul(Matrix.sub(y, Matrix.columnVector(chances)))
      .sub(penalty.mmul(weights));
    const curvature = x
      .transpose()
      .mmul(x.clone().mulColumnVector(chances.map((chance) => chance * (1 - chance))))
      .add(penalty);
    weights = Matrix.add(weights, solve(curvature, gradient));
  }
  const [...found] = weights.to1DArray();
  return (inputs) => sigmoid(inputs.reduce((sum, input, i) => sum + input * (found[i] as number), 0));
}

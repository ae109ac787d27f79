import type { Learner } from './learner.ts';
import { fitted, type Inputs } from './logistic.ts';
import { type Observed, observed } from './observed.ts';

/** What a regression looks at. */
type Design = (seen: Observed) => Inputs;

/** Regressions on learners of the same world whose results are known, which nobody who installs certtrack has. */
const DESIGNS = {
  'regression on practice': practiceInputs,
  'regression on everything': (seen) => [...practiceInputs(seen), ...otherInputs(seen)],
} as const satisfies Record<string, Design>;

export type RegressionName = keyof typeof DESIGNS;

export const REGRESSION_NAMES = Object.keys(DESIGNS) as RegressionName[];

/** Fits each of them on labelled learners. */
export function regressionsOn(labelled: readonly Learner[]): Record<RegressionName, (seen: Observed) => number> {
  const seen = labelled.map(observed);
  const passed = labelled.map((one) => one.passed);
  const fittedFor = (name: RegressionName) => {
    const design = DESIGNS[name];
    const regression = fitted(seen.map(design), passed);
    return (one: Observed) => regression(design(one));
  };
  return Object.fromEntries(REGRESSION_NAMES.map((name) => [name, fittedFor(name)])) as Record<
    RegressionName,
    ReturnType<typeof fittedFor>
  >;
}

/** Answers: whether there are any, and tenths of right ones above 75 %. */
function practiceInputs({ practice }: Observed): Inputs {
  return [1, Number(practice !== null), centred(practice)];
}

function otherInputs(seen: Observed): Inputs {
  return [
    (centred(seen.practice) * Math.log1p(seen.questions)) / 3,
    Number(seen.lastMock !== null),
    centred(seen.lastMock),
    2 * seen.coverage - 1,
    Math.min(seen.hoursShare, 3),
    Number(seen.hours === 0),
    seen.confidence === null ? 0 : seen.confidence - 3.5,
    Number(seen.confidence !== null),
    Math.log1p(Math.max(seen.idle, 0)) / 2,
  ];
}

function centred(share: number | null): number {
  return share === null ? 0 : 10 * (share - 0.75);
}

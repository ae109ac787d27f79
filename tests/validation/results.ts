import { type Bin, binsOf, type Metrics, mean, metricsOf, type Prediction } from './metrics.ts';
import { ABLATION_NAMES, type AblationName } from './model.ts';
import { REGRESSION_NAMES } from './regressions.ts';
import { RULES, type RuleName } from './rules.ts';
import type { PredictorName, Size, Trial } from './trial.ts';
import { WORLD_NAMES, type WorldName } from './worlds.ts';

export const RULE_NAMES = Object.keys(RULES) as RuleName[];
export const PREDICTORS: readonly PredictorName[] = ['model', ...ABLATION_NAMES, ...RULE_NAMES, ...REGRESSION_NAMES];

/** How everybody did on some learners. */
export interface Outcome {
  readonly learners: number;
  readonly passRate: number;
  /** Share of scores inside the model's 80 % interval, and how far its expected score was off on average, a share. */
  readonly coverage: number;
  readonly bias: number;
  readonly predictors: Readonly<Record<PredictorName, Metrics>>;
}

/** How much lower the Brier score is with something than without it, on the same learners, and the standard error of that. */
interface Gain {
  readonly gain: number;
  readonly error: number;
}

/** Worlds with mocks of several kinds, or with an exam before. */
export const MIXED_WORLDS = [
  'A official',
  'A repeats',
  'A papers',
  'B papers',
  'C papers',
  'A retake',
  'B retake',
  'C retake',
] as const satisfies readonly WorldName[];

/** Everything `npm run validate` measures. */
export interface Results {
  readonly size: Size;
  readonly pooled: Outcome;
  readonly worlds: Readonly<Record<WorldName, Outcome>>;
  /** Of telling the model what kind each mock is, and how an exam before went. */
  readonly profiles: Readonly<Record<(typeof MIXED_WORLDS)[number], Gain>>;
  /** Of all worlds together. */
  readonly calibration: Readonly<Record<'model' | AblationName | RuleName, readonly Bin[]>>;
}

export function resultsOf(trials: readonly Trial[], size: Size): Results {
  const calibrated = ['model', ...ABLATION_NAMES, ...RULE_NAMES] as const;
  return {
    size,
    pooled: outcomeOf(trials),
    worlds: fromNames(WORLD_NAMES, (name) => outcomeOf(trials.filter(({ world }) => world === name))),
    profiles: fromNames(MIXED_WORLDS, (name) =>
      gainOf(
        trials.filter(({ world }) => world === name),
        'model',
        'without a learned gap',
      ),
    ),
    calibration: fromNames(calibrated, (name) => binsOf(predictionsOf(trials, name))),
  };
}

function outcomeOf(trials: readonly Trial[]): Outcome {
  return {
    learners: trials.length,
    passRate: mean(trials, ({ passed }) => Number(passed)),
    coverage: coverageOf(trials),
    bias: mean(trials, ({ expectedScore, score }) => expectedScore - score),
    predictors: fromNames(PREDICTORS, (name) => metricsOf(predictionsOf(trials, name))),
  };
}

function gainOf(trials: readonly Trial[], better: PredictorName, worse: PredictorName): Gain {
  const squared = ({ chances, passed }: Trial, name: PredictorName) =>
    ((chances[name] as number) - Number(passed)) ** 2;
  const gains = trials.map((trial) => squared(trial, worse) - squared(trial, better));
  const gain = mean(gains, (one) => one);
  return { gain, error: Math.sqrt(mean(gains, (one) => (one - gain) ** 2) / gains.length) };
}

export function coverageOf(trials: readonly Trial[]): number {
  return mean(trials, ({ inside }) => Number(inside));
}

export function predictionsOf(trials: readonly Trial[], name: PredictorName): Prediction[] {
  return trials.map(({ chances, passed }) => ({ chance: chances[name] as number, passed }));
}

function fromNames<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

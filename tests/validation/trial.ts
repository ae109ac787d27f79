import { type Learner, learner } from './learner.ts';
import { ABLATION_NAMES, type AblationName, ablated, estimate } from './model.ts';
import { observed } from './observed.ts';
import { type RegressionName, regressionsOn } from './regressions.ts';
import { RULES, type RuleName } from './rules.ts';
import type { WorldName } from './worlds.ts';

/** All who predict. */
export type PredictorName = 'model' | AblationName | RuleName | RegressionName;

/** One learner's exam, and what everybody had said before. */
export interface Trial {
  readonly world: WorldName;
  readonly passed: boolean;
  readonly score: number;
  readonly expectedScore: number;
  /** Whether the score came out inside the model's 80 % interval. */
  readonly inside: boolean;
  readonly chances: Readonly<Partial<Record<PredictorName, number>>>;
}

/** How many learners of a world to test on, and how many labelled ones the regressions get. */
export interface Size {
  readonly learners: number;
  readonly labelled: number;
}

/** Everybody predicts the same learners of a world. */
export function trials(world: WorldName, { learners, labelled }: Size): Trial[] {
  const regressions = regressionsOn(many(world, 'fit', labelled));
  return many(world, 'test', learners).map((one): Trial => {
    const trial = modelTrial(world, one);
    const seen = observed(one);
    const chances: Trial['chances'] = {
      ...trial.chances,
      ...each(ABLATION_NAMES, (name) => ablated(name, one)),
      ...each(Object.keys(regressions) as RegressionName[], (name) => regressions[name](seen)),
    };
    return { ...trial, chances };
  });
}

/** The same for the model and the rules of thumb alone. */
export function modelTrials(world: WorldName, learners: number): Trial[] {
  return many(world, 'test', learners).map((one) => modelTrial(world, one));
}

function modelTrial(world: WorldName, one: Learner): Trial {
  const { chance, score, inside } = estimate(one);
  const seen = observed(one);
  return {
    world,
    passed: one.passed,
    score: one.score,
    expectedScore: score,
    inside,
    chances: { model: chance, ...each(Object.keys(RULES) as RuleName[], (name) => RULES[name](one, seen)) },
  };
}

function many(world: WorldName, purpose: 'test' | 'fit', count: number): Learner[] {
  return Array.from({ length: count }, (_, number) => learner(world, purpose, number));
}

function each<Name extends string>(names: readonly Name[], value: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, number>;
}

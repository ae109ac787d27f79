import { ABLATION_NAMES } from './model.ts';
import { REGRESSION_NAMES } from './regressions.ts';
import { MIXED_WORLDS, type Outcome, type Results, RULE_NAMES } from './results.ts';
import type { PredictorName } from './trial.ts';
import { WORLD_NAMES, WORLDS } from './worlds.ts';

/** Everybody on all worlds together; the README shows this one. */
export function pooledTable({ pooled, size }: Results): string {
  const row = (name: PredictorName, label: string) => {
    const { brier, logLoss, ece, auc } = pooled.predictors[name];
    return [label, digits(brier), digits(logLoss), digits(ece), digits(auc)];
  };
  return table(
    ['predictor', 'Brier', 'log loss', 'ECE', 'AUC'],
    [
      row('model', "**certtrack's model**"),
      ...ABLATION_NAMES.map((name) => row(name, `… ${name}`)),
      ...RULE_NAMES.map((name) => row(name, name)),
      ...REGRESSION_NAMES.map((name) => row(name, `${name}, fitted on ${size.labelled} results of the same world`)),
    ],
  );
}

/** The model beside the best rule of thumb and the fitted regression, world by world. */
export function worldsTable({ worlds }: Results): string {
  return table(
    ['world', 'what is special', 'passed', 'model', 'best rule', 'regression', 'ECE', 'AUC', 'in 80 %', 'score off by'],
    WORLD_NAMES.map((name) => {
      const { passRate, predictors, coverage, bias } = worlds[name];
      return [
        name,
        WORLDS[name].title,
        percent(passRate),
        digits(predictors.model.brier),
        digits(bestRule(worlds[name])),
        digits(predictors['regression on everything'].brier),
        digits(predictors.model.ece),
        digits(predictors.model.auc),
        percent(coverage),
        `${bias < 0 ? '−' : '+'}${Math.abs(100 * bias).toFixed(1)}`,
      ];
    }),
    2,
  );
}

function bestRule({ predictors }: Outcome): number {
  return Math.min(...RULE_NAMES.map((name) => predictors[name].brier));
}

/** The model with and without being told the kind of each mock and how an exam before went, where there is something to tell. */
export function profilesTable({ worlds, profiles }: Results): string {
  return table(
    ['world', 'Brier, told', 'not told', 'gain', 'standard error', 'ECE, told', 'not told'],
    MIXED_WORLDS.map((name) => {
      const { model, 'without a learned gap': untold } = worlds[name].predictors;
      const { gain, error } = profiles[name];
      return [name, ...[model.brier, untold.brier, gain, error, model.ece, untold.ece].map(digits)];
    }),
  );
}

/** What was predicted and what happened, ten groups of equal size. */
export function calibrationTable({ calibration }: Results): string {
  return table(
    ['predicted', 'passed', 'learners'],
    calibration.model.map(({ predicted, actual, count }) => [percent(predicted), percent(actual), String(count)]),
  );
}

/** Markdown; the first `words` columns are text, the rest numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[], words = 1): string {
  const lines = [head, head.map((_, i) => (i < words ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function digits(value: number): string {
  return value.toFixed(3);
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

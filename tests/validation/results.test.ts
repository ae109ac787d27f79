import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE } from '../support/app.ts';
import { PREDICTORS, type Results, RULE_NAMES } from './results.ts';
import { resultsPage } from './results-page.ts';
import { percent, pooledTable } from './tables.ts';
import { WORLD_NAMES } from './worlds.ts';

const read = (path: string) => readFileSync(join(PACKAGE, path), 'utf8');
const results: Results = JSON.parse(read('tests/validation/results/results.json'));

test('the results kept are of every world and predictor, at full size', () => {
  expect(results.size).toEqual({ learners: 400, labelled: 800 });
  expect(Object.keys(results.worlds)).toEqual(WORLD_NAMES);
  expect(Object.keys(results.pooled.predictors)).toEqual(PREDICTORS);
  expect(results.pooled.learners).toBe(400 * WORLD_NAMES.length);
});

test('the page is made of them', () => {
  expect(read('tests/validation/results/results.md')).toBe(resultsPage(results));
});

test('the README shows them', () => {
  const readme = read('README.md');
  expect(readme).toContain(pooledTable(results));
  expect(readme).toContain(`held ${percent(results.pooled.coverage)}`);
});

test('the model beats every rule of thumb over all worlds', () => {
  const { model, ...others } = results.pooled.predictors;
  for (const rule of RULE_NAMES) {
    expect(model.brier).toBeLessThan(others[rule].brier);
    expect(model.logLoss).toBeLessThan(others[rule].logLoss);
  }
});

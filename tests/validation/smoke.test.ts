import { beforeAll, expect, test } from 'vitest';
import { metricsOf } from './metrics.ts';
import { coverageOf, predictionsOf, RULE_NAMES } from './results.ts';
import { modelTrials, type Trial } from './trial.ts';
import { WORLD_NAMES } from './worlds.ts';

/** Few learners, fixed seeds: `npm run validate` measures properly, this notices when the model breaks. */
const LEARNERS = 30;

let trials: Trial[];

beforeAll(() => {
  trials = WORLD_NAMES.flatMap((world) => modelTrials(world, LEARNERS));
}, 120_000);

const brier = (name: Parameters<typeof predictionsOf>[1]) => metricsOf(predictionsOf(trials, name)).brier;

test.each(RULE_NAMES)('over all worlds the model beats: %s', (rule) => {
  expect(brier('model')).toBeLessThan(brier(rule));
});

test('the model is at least .02 of a Brier score better than a Beta-Binomial per section', () => {
  expect(brier('model')).toBeLessThan(brier('Beta-Binomial per section') - 0.02);
});

test('the 80 % interval of the score holds about that share of scores', () => {
  expect(coverageOf(trials)).toBeGreaterThan(0.75);
  expect(coverageOf(trials)).toBeLessThan(0.93);
});

test('learners are the same for everybody and differ from each other', () => {
  const again = modelTrials('A base', 3);
  expect(again).toEqual(trials.filter(({ world }) => world === 'A base').slice(0, 3));
  expect(new Set(trials.map(({ chances }) => chances.model)).size).toBeGreaterThan(trials.length / 2);
});
test('the model is as good as when these learners were first measured, .173', () => {
  expect(brier('model')).toBeLessThan(0.178);
});

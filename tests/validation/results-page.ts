import type { Results } from './results.ts';
import { calibrationTable, percent, pooledTable, profilesTable, worldsTable } from './tables.ts';

/** The measurement as a page of Markdown. */
export function resultsPage(results: Results): string {
  const { pooled, size, worlds } = results;
  return `# How good is the readiness model?

Written by \`npm run validate\`; the seeds are fixed, so everybody gets the same numbers. ${Object.keys(worlds).length} simulated worlds with
${size.learners} learners each (${percent(pooled.passRate)} pass). No world shares the model's assumptions: the letter of a world is its theory of learning, \`A\` item response
with forgetting, \`B\` atomic facts, \`C\` skills that are either known or not, written after the model and never used to choose anything in it.

## All worlds together

Brier score, log loss and calibration error (ECE): lower is better; AUC: higher. The regressions have seen the results of
${size.labelled} other learners of the same world, which nobody who installs certtrack has; they show what such knowledge is worth.

${pooledTable(results)}
The 80 % interval of the score held the real one for ${percent(pooled.coverage)}.

## Predicted and actual

![Calibration: predicted chance against share who passed](calibration.svg)

${calibrationTable(results)}
## World by world

Brier scores of the model, of the best of the six rules of thumb in that world, and of the regression on everything; then the model's
calibration error and AUC, how often its 80 % interval held the score, and how far its expected score was off on average, in points of
percent (below 0 is too pessimistic).

${worldsTable(results)}
## Official papers, repeats, and a failed exam

The model told which mocks are official or repeated and how an exam before went, and the model that takes all mocks for third-party ones and
hears nothing of that exam: what it is worth that the gap between practice and exam is learned. The gain is that of the Brier score.

${profilesTable(results)}`;
}

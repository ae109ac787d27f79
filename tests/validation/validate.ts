import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { calibrationChart } from './calibration-chart.ts';
import { type Results, resultsOf } from './results.ts';
import { resultsPage } from './results-page.ts';
import { type Size, type Trial, trials } from './trial.ts';
import { WORLD_NAMES, type WorldName } from './worlds.ts';

/**
 * Measures the readiness model against simulated learners, beside rules of thumb and fitted regressions. Prints the tables and writes
 * tests/validation/results/. `--learners N` and `--labelled N` change how many of each world there are; the numbers of the README are
 * those without options.
 */
const SIZE: Size = { learners: option('--learners') ?? 400, labelled: option('--labelled') ?? 800 };
const WORKERS = 2;
const FOLDER = resolve('tests/validation/results');

function option(name: string): number | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
}

/** In a worker: answers each world it is sent with its trials. */
function work(): void {
  process.on('message', ({ world, size }: { world: WorldName; size: Size }) => {
    process.send?.(trials(world, size));
  });
}

/** Hands out worlds to processes of this same program until all are done. */
async function inWorkers(): Promise<Trial[]> {
  const ahead = [...WORLD_NAMES];
  const done = new Map<WorldName, Trial[]>();
  const run = () =>
    new Promise<void>((finished, failed) => {
      const worker = fork(process.argv[1] as string, ['--worker']);
      let world: WorldName | undefined;
      const next = () => {
        world = ahead.shift();
        if (world) worker.send({ world, size: SIZE });
        else worker.disconnect();
      };
      worker.on('message', (found: Trial[]) => {
        done.set(world as WorldName, found);
        process.stderr.write(`${done.size} of ${WORLD_NAMES.length} worlds: ${world}\n`);
        next();
      });
      worker.on('exit', (code) =>
        code === 0 ? finished() : failed(new Error(`the worker on ${world} ended with ${code}`)),
      );
      next();
    });
  await Promise.all(Array.from({ length: WORKERS }, run));
  return WORLD_NAMES.flatMap((name) => done.get(name) ?? []);
}

/** Digits that mean something; what is printed is made from what is written. */
function rounded(results: Results): Results {
  return JSON.parse(
    JSON.stringify(results, (_, value) => (typeof value === 'number' ? Math.round(1e5 * value) / 1e5 : value)),
  );
}

async function validate(): Promise<void> {
  const results = rounded(resultsOf(await inWorkers(), SIZE));
  process.stdout.write(resultsPage(results));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(FOLDER, 'results.md'), resultsPage(results));
  writeFileSync(join(FOLDER, 'calibration.svg'), calibrationChart(results));
}

if (process.argv.includes('--worker')) work();
else void validate();

import { spawnSync } from 'node:child_process';

/** One command that is timed, or run in between without being timed. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly timed: boolean;
}

/** What was measured of a step, in milliseconds: half of the runs took less than the median; the least is what the load of the machine spoils least. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly least: number;
}

/** Runs all steps in turn, so many rounds, so that whatever else the machine does falls on all of them alike. */
export function timings(steps: readonly Step[], rounds: number): Map<string, Timing> {
  const times = new Map<string, number[]>(steps.filter(({ timed }) => timed).map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const step of steps) {
      const took = run(step);
      if (step.timed) times.get(step.name)?.push(took);
    }
  return new Map([...times].map(([name, all]) => [name, { name, median: median(all), least: Math.min(...all) }]));
}

/** Milliseconds from start to end. @throws Error when it fails */
export function run({ command, args, env }: Omit<Step, 'timed'>): number {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`);
  return took;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

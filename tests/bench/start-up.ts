import { constants, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assessmentTime } from './assessment.ts';
import { CACHE, environment, filled, MAIN, without } from './filled.ts';
import { run, type Step, type Timing, timings } from './timing.ts';

/**
 * Times daily commands against a bare `node -e 0`, on a small and a large log: rounds in turn, medians, ratios. Prints a table and writes JSON.
 * Arguments: `--quick` for fewer rounds and 100,000 sessions instead of a million; `--rounds N`; a file for the figures.
 */
const argv = process.argv.slice(2);
const quick = argv.includes('--quick');
const named = argv.indexOf('--rounds');
const rounds = named >= 0 ? Number(argv[named + 1]) : quick ? 7 : 21;
const output = argv.find((word) => word.endsWith('.json')) ?? join(CACHE, 'results.json');
const [SMALL, LARGE] = [1000, quick ? 100_000 : 1_000_000];
const BARE = 'node -e 0';

/** A row of the table: a limit on the ratio to bare node, or on the milliseconds beyond it. */
interface Row {
  readonly name: string;
  readonly ratio?: number;
  readonly beyond?: number;
}

const size = (sessions: number) => (sessions >= 1_000_000 ? `${sessions / 1_000_000} M` : `${sessions / 1000} k`);
const on = (command: string, sessions: number) => `${command}, ${size(sessions)}`;
const AFTER = 'right after a new session';

const ROWS: readonly Row[] = [
  { name: '--version', ratio: 1.4 },
  { name: '--help', ratio: 1.4 },
  ...[SMALL, LARGE].flatMap((sessions) => [
    { name: on('status', sessions), ratio: 1.7 },
    { name: on('next', sessions), ratio: 1.7 },
  ]),
  { name: on('add-session', LARGE), ratio: 1.9 },
  { name: on(`status ${AFTER}`, LARGE), ratio: 2.2 },
  { name: on('undo', LARGE), ratio: 1.9 },
  { name: on('sessions --since -7d', LARGE), ratio: 1.9 },
  { name: on('completion of a topic', LARGE), ratio: 1.6 },
  { name: on(`next ${AFTER}`, SMALL), beyond: 150 },
  { name: on(`next ${AFTER}`, LARGE), beyond: 150 },
];

/** A copy to work on, whose backup of the day is made already: the first change would start it. */
function working(sessions: number): string {
  const copy = join(CACHE, `${sessions}-working.db`);
  without(copy);
  copyFileSync(filled(sessions), copy, constants.COPYFILE_FICLONE);
  const args = [MAIN, 'backup', 'create', '--daily', '--quiet'];
  run({ name: 'backup', command: process.execPath, args, env: environment(copy) });
  return copy;
}

function stepsOn(sessions: number, db: string): Step[] {
  const env = environment(db);
  const step = (name: string, args: readonly string[], timed = true): Step => ({
    name: on(name, sessions),
    command: process.execPath,
    args: [MAIN, ...args],
    env,
    timed,
  });
  const add = ['add-session', 'sharing-data', '25m', '-a', 'practice', '--score', '3/4'];
  return [
    step('status', ['status'], false),
    step('status', ['status']),
    step('next', ['next']),
    step('sessions --since -7d', ['sessions', '--since', '-7d']),
    step('completion of a topic', ['__complete', 'add-session', 'sha']),
    step('add-session', add),
    step(`status ${AFTER}`, ['status']),
    step('undo', ['undo']),
    step('add-session', add, false),
    step(`next ${AFTER}`, ['next']),
    step('undo', ['undo'], false),
  ];
}

function measured(): Map<string, Timing> {
  const databases = [SMALL, LARGE].map((sessions) => [sessions, working(sessions)] as const);
  const plain = (name: string, args: readonly string[]): Step => ({
    name,
    command: process.execPath,
    args,
    env: environment(databases[0]?.[1] ?? ''),
    timed: true,
  });
  try {
    return timings(
      [
        plain(BARE, ['-e', '0']),
        plain('--version', [MAIN, '--version']),
        plain('--help', [MAIN, '--help']),
        ...databases.flatMap(([sessions, db]) => stepsOn(sessions, db)),
      ],
      rounds,
    );
  } finally {
    for (const [, db] of databases) without(db);
  }
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const times = measured();
const bare = times.get(BARE) as Timing;
const commands = ROWS.map(({ name, ratio, beyond }) => {
  const { median, least } = times.get(name) as Timing;
  const held = ratio === undefined ? median - bare.median <= (beyond ?? 0) : median / bare.median <= ratio;
  return {
    command: name,
    ms: round(median, 1),
    ratio: round(median / bare.median, 2),
    'ratio of the fastest': round(least / bare.least, 2),
    budget: ratio === undefined ? `${beyond} ms more` : `${ratio} x`,
    held: held ? 'yes' : 'NO',
  };
});
const growth = (['status', 'next'] as const).map((command) => {
  const [small, large] = [SMALL, LARGE].map((sessions) => times.get(on(command, sessions)) as Timing);
  const grown = (large?.median ?? 0) / (small?.median ?? 1);
  return { command: `${command}, ${size(LARGE)} over ${size(SMALL)}`, ratio: round(grown, 2), budget: 1.15 };
});
const assessment = { what: 'full assessment, 60 topics, 500 study days', ms: round(assessmentTime(), 1), budget: 20 };

console.log(`medians of ${rounds} rounds in turn, node ${process.version}; ${BARE} takes ${round(bare.median, 1)} ms`);
console.table(commands);
console.table(growth);
console.table([assessment]);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, JSON.stringify({ node: process.version, rounds, bare, commands, growth, assessment }, null, 2));

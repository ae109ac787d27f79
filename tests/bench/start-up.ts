import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zoneNamed } from '../../src/domain/zone.ts';
import { csvLine } from '../../src/render/csv.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';
import { inventedSessions } from './journey.ts';

/**
 * Times daily commands at 10,000 sessions against a bare `node -e 0`: alternating runs, medians, ratios.
 * Prints a table, writes JSON to the file named as first argument, and exits 1 when a budget is exceeded.
 */
const ROUNDS = 31;
const SESSIONS = 10_000;
const MAIN = resolve('dist/main.cjs');
const BUDGETS: Record<string, { args: string[]; budget: number }> = {
  '--help': { args: [MAIN, '--help'], budget: 1.4 },
  status: { args: [MAIN, 'status'], budget: 1.7 },
  'add-session': { args: [MAIN, 'add-session', 'sharing-data', '25m', '-a', 'lab'], budget: 1.9 },
};

const folder = mkdtempSync(join(tmpdir(), 'certtrack-bench-'));
const env = { ...process.env, CERTTRACK_DB: join(folder, 'bench.db'), XDG_CONFIG_HOME: folder, TZ: 'Europe/Berlin' };

function runNode(args: string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function fill(): void {
  const edition = readSyllabus(resolve('syllabi/gcp-pde@2025.yaml'));
  const rows = sessionRowWriter(() => edition, zoneNamed);
  const lines = [csvLine(SESSION_COLUMNS)];
  for (const session of inventedSessions(edition, SESSIONS))
    for (const row of rows(session)) lines.push(csvLine(SESSION_COLUMNS.map((column) => row[column])));
  writeFileSync(join(folder, 'log.csv'), lines.join(''));
  runNode([MAIN, 'init', '--cert', 'gcp-pde', '--hours', '6']);
  runNode([MAIN, 'import', 'csv', join(folder, 'log.csv')]);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

try {
  fill();
  const commands = { 'node -e 0': { args: ['-e', '0'], budget: 1 }, ...BUDGETS };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, { args }] of Object.entries(commands)) times[name]?.push(runNode(args));
  const bare = median(times['node -e 0'] ?? []);
  const results = Object.entries(commands).map(([name, { budget }]) => {
    const ms = median(times[name] ?? []);
    return { command: name, ms: Math.round(ms * 10) / 10, ratio: Math.round((ms / bare) * 100) / 100, budget };
  });
  process.stdout.write(`${SESSIONS} sessions, medians of ${ROUNDS} alternating runs, node ${process.version}\n`);
  for (const { command, ms, ratio, budget } of results)
    process.stdout.write(
      `${command.padEnd(12)} ${String(ms).padStart(7)} ms   ${ratio.toFixed(2)} x   budget ${budget}\n`,
    );
  if (process.argv[2])
    writeFileSync(process.argv[2], `${JSON.stringify({ sessions: SESSIONS, rounds: ROUNDS, results }, null, 2)}\n`);
  process.exitCode = results.some(({ ratio, budget }) => ratio > budget) && process.env.CERTTRACK_BENCH_STRICT ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

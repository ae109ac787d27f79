import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays, fromDayNumber } from '../../src/domain/local-date.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { inPieces } from '../../src/transfer/in-pieces.ts';
import { CACHE, environment, filled, MAIN } from './filled.ts';
import { inventedSessions } from './journey.ts';
import { type Step, timings } from './timing.ts';

/**
 * Times `certtrack status` beside `timew summary`, `hledger balance` and `ledger balance` on the same log, in turn.
 * Arguments: how many sessions (100000), how many rounds (3). The programs are timewarrior, hledger and ledger of Debian.
 */
const [, , sessions = '100000', rounds = '3'] = process.argv;
const folder = join(CACHE, 'peers');
const [clock, timew] = [join(folder, 'log.timeclock'), join(folder, 'timew')];

/** `20261125T083000Z`, as Timewarrior writes instants. */
const instant = (at: number) => new Date(at).toISOString().replace(/\.\d+|[-:]/g, '');

/** The log as Timewarrior keeps it, a file a month; its intervals may not overlap, so a session ends where the next begins. */
function writeTimewarrior(): void {
  mkdirSync(join(timew, 'data'), { recursive: true });
  writeFileSync(join(timew, 'timewarrior.cfg'), 'verbose = off\n');
  const edition = readSyllabus(resolve('syllabi/gcp-pde@2025.yaml'));
  const yesterday = addDays(fromDayNumber(Math.floor(Date.now() / 86_400_000)), -1);
  const log = [...inventedSessions(edition, Number(sessions), 1, yesterday)].sort((a, b) => a.startedAt - b.startedAt);
  const months = new Map<string, string[]>();
  log.forEach(({ startedAt, endedAt, parts }, i) => {
    const end = Math.min(endedAt, log[i + 1]?.startedAt ?? endedAt);
    if (end <= startedAt) return;
    const month = new Date(startedAt).toISOString().slice(0, 7);
    const lines = months.get(month) ?? [];
    months.set(month, lines);
    lines.push(`inc ${instant(startedAt)} - ${instant(end)} # ${parts[0]?.topicId}\n`);
  });
  for (const [month, lines] of months) {
    const file = openSync(join(timew, 'data', `${month}.data`), 'w');
    for (const piece of inPieces(lines)) writeSync(file, piece);
    closeSync(file);
  }
}

const db = filled(Number(sessions));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  writeTimewarrior();
  execFileSync(process.execPath, [MAIN, 'export', '--format', 'timeclock', '-o', clock], { env: environment(db) });
  const env = { ...environment(db), TIMEWARRIORDB: timew };
  const step = (name: string, command: string, args: readonly string[], timed = true): Step => ({
    name,
    command,
    args,
    env,
    timed,
  });
  const steps = [
    step('status', process.execPath, [MAIN, 'status'], false),
    step('node -e 0', process.execPath, ['-e', '0']),
    step('certtrack status', process.execPath, [MAIN, 'status']),
    step('timew summary', 'timew', ['summary', '2000-01-01', '-', 'tomorrow']),
    step('hledger balance', 'hledger', ['-f', clock, 'balance']),
    step('ledger balance', 'ledger', ['-f', clock, 'balance']),
  ];
  const table = [...timings(steps, Number(rounds)).values()].map(({ name, median, least }) => ({
    command: name,
    's (median)': Number((median / 1000).toFixed(2)),
    's (least)': Number((least / 1000).toFixed(2)),
  }));
  console.log(`${sessions} sessions, medians of ${rounds} rounds in turn, node ${process.version}`);
  console.table(table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

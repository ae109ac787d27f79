import { constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, filled, MAIN } from './filled.ts';
import { median, run } from './timing.ts';

/**
 * Times `report` on five years of study: the first after the log has changed, and the next. Each round makes a change first. Prints medians
 * and the size of the file. Arguments: how many sessions (100000), how many rounds (7).
 */
const [, , sessions = '100000', rounds = '7'] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'certtrack-bench-'));
const db = join(folder, 'log.db');
const page = join(folder, 'report.html');
try {
  copyFileSync(filled(Number(sessions), 5), db, constants.COPYFILE_FICLONE);
  const timed = (...args: string[]) =>
    run({ name: args[0] ?? '', command: process.execPath, args: [MAIN, ...args], env: environment(db) });
  // As for somebody who uses certtrack: what is long past is kept, the backup of the day is made.
  timed('backup', 'create', '--daily', '--quiet');
  timed('status');
  const times = Array.from({ length: Number(rounds) }, () => {
    timed('add-session', 'sharing-data', '25m', '-a', 'practice', '--score', '3/4');
    return { first: timed('report', '-o', page, '--force'), next: timed('report', '-o', page, '--force') };
  });
  const seconds = (all: readonly number[]) => (median(all) / 1000).toFixed(2);
  console.table({
    'after a new session': { seconds: seconds(times.map(({ first }) => first)), budget: 3 },
    again: { seconds: seconds(times.map(({ next }) => next)), budget: 3 },
    'size in MB': { seconds: (statSync(page).size / 1e6).toFixed(2), budget: 2 },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

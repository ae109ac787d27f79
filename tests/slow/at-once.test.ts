import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachSession } from '../../src/store/each-session.ts';
import { journalDrift } from '../../src/store/journal-check.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { program } from '../processes/program.ts';
import { rounds } from '../support/rounds.ts';

const certtrack = program();
beforeAll(() => void certtrack.ok('init', '--cert', 'gcp-pde'));
let loops: ChildProcess | undefined;
afterAll(() => {
  // A run that took too long is still running.
  if (loops?.exitCode === null && loops.pid !== undefined) process.kill(-loops.pid, 'SIGKILL');
  certtrack.remove();
});

const EACH = rounds(50);

test(`twenty terminals that log ${EACH} sessions each, all at once: all land`, async () => {
  const { code, err } = await new Promise<{ code: number | null; err: string }>((resolve) => {
    loops = certtrack.beginBash(`
      for terminal in {1..20}; do
        (for session in {1..${EACH}}; do
          $CERTTRACK add-session sharing-data 1m --note "$terminal-$session" --quiet 2>> "$FOLDER/errors" || echo "$terminal-$session" >> "$FOLDER/failed"
        done) &
      done
      wait`);
    loops.once('exit', (exit) =>
      resolve({ code: exit, err: certtrack.bash('cat "$FOLDER"/errors "$FOLDER"/failed 2> /dev/null').out }),
    );
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  certtrack.look((db) => {
    const expected = Array.from({ length: 20 * EACH }, (_, i) => `${Math.floor(i / EACH) + 1}-${(i % EACH) + 1}`);
    expect([...eachSession(db)].map(({ note }) => note).sort()).toEqual(expected.sort());
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(evidenceDrift(db)).toEqual([]);
    expect(journalDrift(db, 5)).toEqual([]);
  });
}, 900_000);

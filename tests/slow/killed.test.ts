import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachSession } from '../../src/store/each-session.ts';
import { nextToUndo, revert } from '../../src/store/journal.ts';
import { journalDrift } from '../../src/store/journal-check.ts';
import { countSessions } from '../../src/store/sessions.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { program } from '../processes/program.ts';
import { rounds } from '../support/rounds.ts';

const certtrack = program();
/** What one command takes here and now, in ms, so that kills fall into its work also on a busy machine. */
let oneCommand: number;
beforeAll(() => {
  certtrack.ok('init', '--cert', 'gcp-pde');
  const started = performance.now();
  certtrack.ok('add-session', 'other', '1m');
  oneCommand = performance.now() - started;
});
afterAll(() => certtrack.remove());

const ROUNDS = rounds(100);
const acknowledged = join(certtrack.folder, 'acknowledged');

/** Logs as long as the test lives, and says of each session that it was logged once certtrack has said so. */
const logging = (round: number) =>
  `for ((i = 0; ; i++)); do kill -0 $PPID || exit; $CERTTRACK add-session other 1m --note ${round}-$i --quiet && echo ${round}-$i >> ${acknowledged}; done`;
/** Changes its own sessions in every way there is, so that kills fall into edits, undos, timers and backups too. */
const CHANGING = `while kill -0 $PPID; do
  $CERTTRACK add-session sharing-data 2m --tag own --quiet; $CERTTRACK undo --quiet; $CERTTRACK redo --quiet
  $CERTTRACK start storage-systems --at "9m ago" --quiet; $CERTTRACK stop --quiet; $CERTTRACK undo --quiet; $CERTTRACK cancel --quiet
  $CERTTRACK backup create --quiet
done`;

function expectSound(db: Db): void {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(evidenceDrift(db)).toEqual([]);
  expect(journalDrift(db, 5)).toEqual([]);
}

/** Every note that was ever logged, by the journal, and whether an undo left it there. */
function loggedIn(db: Db): { readonly note: string; readonly kept: 0 | 1 }[] {
  return db
    .prepare(
      `SELECT json_extract(after, '$.note') AS note, state = 'applied' AS kept FROM journal JOIN journal_change USING (seq)
       WHERE action = 'add-session' AND entity = 'session' AND json_extract(after, '$.note') IS NOT NULL`,
    )
    .all() as { note: string; kept: 0 | 1 }[];
}

test(`killed ${2 * ROUNDS} times while it wrote, certtrack keeps every session it said it logged`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const loops = [logging(round), CHANGING].map((script) => certtrack.beginBash(script));
    const ended = loops.map((loop) => new Promise((resolve) => loop.once('exit', resolve)));
    await sleep(oneCommand * (0.3 + 3 * Math.random()));
    for (const loop of loops) process.kill(-(loop.pid as number), 'SIGKILL');
    await Promise.all(ended);
    if (round % 10 === 9) certtrack.look(expectSound);
  }
  const said = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean) : [];
  expect(said.length).toBeGreaterThan(ROUNDS / 4);
  certtrack.look((db) => {
    expectSound(db);
    const notes = [...eachSession(db)].flatMap(({ note }) => note ?? []);
    const logged = loggedIn(db);
    expect(logged.map(({ note }) => note)).toEqual(expect.arrayContaining(said));
    expect(new Set(logged.map(({ note }) => note)).size).toBe(logged.length);
    // The other loop's undo takes back whatever was newest, also one of these; nothing else may have.
    expect(notes.sort()).toEqual(logged.flatMap(({ note, kept }) => (kept ? note : [])).sort());
    // One more a round at most: saved, and killed before it could say so.
    expect(logged.length - said.length).toBeLessThanOrEqual(ROUNDS);
  });
  expect(JSON.parse(certtrack.run(['backup', 'verify', '--json']).out)).not.toContainEqual(
    expect.objectContaining({ ok: false }),
  );
});

test('afterwards, undo takes back one change after the other to the very first', () => {
  certtrack.look((db) => {
    for (let step = 0; ; step++) {
      const target = nextToUndo(db);
      if (target === undefined) break;
      revert(db, target, { id: `undo-${step}`, at: Date.now(), action: 'undo', summary: 'test' });
    }
    expectSound(db);
    expect(countSessions(db)).toBe(0);
  });
});

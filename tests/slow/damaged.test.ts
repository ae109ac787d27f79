import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupPath, listBackups } from '../../src/store/backups.ts';
import { openStore } from '../../src/store/open.ts';
import { inventedSessions } from '../bench/journey.ts';
import { csvOf, logOf, NOW, PDE } from '../store/logs.ts';
import { sandbox } from '../support/app.ts';
import { rounds } from '../support/rounds.ts';

const box = sandbox({ now: NOW });
const file = join(box.folder, 'data', 'certtrack.db');
let whole: Buffer;
let backup: string;
let log: unknown;

beforeAll(async () => {
  const csv = join(box.folder, 'log.csv');
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 300)]));
  await box.ok('init', '--cert', 'gcp-pde');
  await box.ok('import', 'csv', csv);
  box.world.now = '2026-11-24T12:05:00Z';
  await box.ok('backup', 'create');
  backup = listBackups(file).find(({ reason }) => reason === 'manual')?.name ?? '';
  whole = readFileSync(file);
  log = logOfFile(backupPath(file, { name: backup }));
});
afterAll(() => box.remove());

function logOfFile(path: string): unknown {
  const copy = join(box.folder, 'copy.db');
  copyFileSync(path, copy);
  const db = openStore(copy);
  try {
    return logOf(db);
  } finally {
    db.close();
  }
}

const COMMANDS = ['status', 'sessions --all', 'export', 'show last', 'history', 'add-session other 5m', 'undo', 'stop'];

/** Puts damaged bytes in place of the database and returns how every command ended. */
async function endings(bytes: Buffer): Promise<string[]> {
  const seen: string[] = [];
  for (const words of COMMANDS) {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    writeFileSync(file, bytes);
    const { code, err } = await box.run(...words.split(' '), '--json');
    const error = code === 0 ? undefined : (JSON.parse(err).error as { code: string; message: string; hint: string });
    if (error && code === 5 && error.code === 'database_damaged') {
      expect(error.message).toContain(file);
      expect(error.hint).toContain(backup);
    }
    // A flipped bit may also make a version, a certification or the only timer another one; that is no damage SQLite could see.
    expect([0, 3, 5], `certtrack ${words}: ${err}`).toContain(code);
    seen.push(error?.code ?? 'done');
  }
  return seen;
}

test('a database cut at any length is called damaged by every command, with its newest good backup', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
      expect(new Set(await endings(whole.subarray(0, length)))).toEqual(new Set(['database_damaged']));
    }),
    {
      numRuns: rounds(40),
      examples: [[0], [1], [99], [100], [4095], [4096], [whole.length - 4096], [whole.length - 1]],
    },
  );
});

test('a database whose beginning is zeroed is called damaged by every command', async () => {
  for (const length of [16, 100, 4096, whole.length]) {
    const zeroed = Buffer.from(whole);
    zeroed.fill(0, 0, length);
    expect(new Set(await endings(zeroed))).toEqual(new Set(['database_damaged']));
  }
});

test('a zeroed page never passes for a sound one', async () => {
  const pages = whole.length / 4096;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: pages - 1 }), async (page) => {
      const zeroed = Buffer.from(whole);
      zeroed.fill(0, page * 4096, (page + 1) * 4096);
      await endings(zeroed);
      writeFileSync(file, zeroed);
      const { code, out } = await box.run('doctor', '--json');
      expect({ code, out }).toMatchObject({ code: 1 });
    }),
    { numRuns: rounds(40) },
  );
});

test('flipped bits end in the right answer or in a clear error, and never in a crash', async () => {
  let noticed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(7)), { minLength: 1, maxLength: 30 }),
      async (flips) => {
        const flipped = Buffer.from(whole);
        for (const [at, bit] of flips) flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        if ((await endings(flipped)).includes('database_damaged')) noticed++;
      },
    ),
    { numRuns: rounds(120) },
  );
  expect(noticed).toBeGreaterThan(0);
});

test('whatever was damaged, restoring the newest good backup gives the log back', async () => {
  for (const length of [0, 50, 5000, whole.length - 10]) {
    writeFileSync(file, whole);
    truncateSync(file, length);
    await box.ok('backup', 'restore', backup, '--yes');
    expect(logOfFile(file)).toEqual(log);
  }
});

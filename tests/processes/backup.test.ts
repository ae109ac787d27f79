import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupPath, contentsOf, listBackups } from '../../src/store/backups.ts';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, PDE } from '../store/logs.ts';
import { type Program, program } from './program.ts';

let certtrack: Program;
beforeEach(() => {
  certtrack = program();
});
afterEach(() => certtrack.remove());

test('the backup of a large database is made by a process of its own, whole and private', async () => {
  certtrack.look((db) => addAll(db, [...inventedSessions(PDE, 6000)]));
  certtrack.ok('init', '--cert', 'gcp-pde');
  for (let waited = 0; listBackups(certtrack.dbFile).length === 0 && waited < 20_000; waited += 50) await sleep(50);
  const [backup] = listBackups(certtrack.dbFile);
  expect(backup?.reason).toBe('daily');
  const path = backupPath(certtrack.dbFile, backup ?? { name: '' });
  expect(contentsOf(path)).toMatchObject({ sessions: 6000, problem: undefined });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('where no process can be started for it, the change is saved all the same, and that is said', () => {
  certtrack.look((db) => addAll(db, [...inventedSessions(PDE, 6000)]));
  const preload = join(certtrack.folder, 'no-node.cjs');
  writeFileSync(preload, "process.execPath = '/nowhere/node';");
  const { code, err } = certtrack.run(['init', '--cert', 'gcp-pde'], { NODE_OPTIONS: `--require ${preload}` });
  expect(err).toContain("warning: saved, but today's backup could not be made");
  expect(code).toBe(0);
});

test('twenty first changes of a day at once make one backup', async () => {
  certtrack.ok('init', '--cert', 'gcp-pde');
  certtrack.bash('rm -r "$FOLDER"/log.db.backups');
  const ended = await Promise.all(Array.from({ length: 20 }, () => certtrack.begin('log', 'other', '5m')));
  for (const { code, err } of ended) expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(listBackups(certtrack.dbFile).map(({ reason }) => reason)).toEqual(['daily']);
});

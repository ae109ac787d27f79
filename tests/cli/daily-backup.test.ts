import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsFolder, listBackups } from '../../src/store/backups.ts';
import { inventedSessions } from '../bench/journey.ts';
import { csvOf, PDE } from '../store/logs.ts';
import { PACKAGE, type Sandbox, sandbox } from '../support/app.ts';

let box: Sandbox;
let file: string;
beforeEach(async () => {
  box = sandbox({ now: '2026-11-21T19:00:00Z', background: [] });
  file = join(box.folder, 'data', 'certtrack.db');
  await box.ok('init', '--cert', 'gcp-pde');
});
afterEach(() => box.remove());

const reasons = () => listBackups(file).map(({ reason }) => reason);

test('looking, dry runs and settings of the machine make no backup', async () => {
  rmSync(backupsFolder(file), { recursive: true });
  box.world.now = '2026-11-22T19:00:00Z';
  for (const words of ['status', 'sessions', 'log 4.3 5m --dry-run', 'config set color never', 'stop'])
    await box.run(...words.split(' '));
  expect(reasons()).toEqual([]);
  await box.ok('log', '4.3', '5m');
  expect(reasons()).toEqual(['daily']);
});

test('a large import is backed up first, into an empty log it is not', async () => {
  const csv = join(box.folder, 'log.csv');
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 200)]));
  await box.ok('import', 'csv', csv);
  expect(reasons()).toEqual(['daily']);
  await box.ok('import', 'csv', csv, '--dry-run');
  expect(reasons()).toEqual(['daily']);
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 300, 2)]));
  await box.ok('import', 'csv', csv);
  expect(reasons().sort()).toEqual(['daily', 'import']);
});

test('an import that changes nothing, or is refused, leaves no backup behind; one of mocks does', async () => {
  await box.ok('log', '4.3', '5m');
  const [csv, bad] = [join(box.folder, 'log.csv'), join(box.folder, 'bad.csv')];
  await box.ok('export', '-o', csv, '--quiet');
  writeFileSync(bad, 'nonsense');
  await box.ok('import', 'csv', csv);
  expect((await box.run('import', 'csv', bad)).code).toBe(4);
  expect(reasons()).toEqual(['daily']);
  await box.ok('import', 'mocks', join(PACKAGE, 'data/demo/mocks.csv'));
  expect(reasons().sort()).toEqual(['daily', 'import']);
});

test('a large database is copied in the background, by one of the commands of the day', async () => {
  const csv = join(box.folder, 'log.csv');
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 6000)]));
  await box.ok('import', 'csv', csv);
  expect(statSync(file).size).toBeGreaterThan(4 * 1024 * 1024);
  box.world.now = '2026-11-22T19:00:00Z';
  await box.ok('log', '4.3', '5m');
  await box.ok('log', '4.3', '6m');
  expect(box.world.background).toEqual([['backup', 'create', '--daily', '--quiet', '--db', file]]);
  // Had it been killed, it is tried again ten minutes later.
  box.world.now = '2026-11-22T19:11:00Z';
  await box.ok('log', '4.3', '7m');
  expect(box.world.background).toHaveLength(2);
  await box.ok(...(box.world.background?.[0] ?? []));
  expect(reasons()).toEqual(['daily', 'daily']);
  await box.ok('log', '4.3', '8m');
  expect(box.world.background).toHaveLength(2);
});

test('a backup that fails does not fail the change, and says so', async () => {
  rmSync(backupsFolder(file), { recursive: true });
  writeFileSync(backupsFolder(file), 'a file where the folder should be');
  const { code, err } = await box.run('log', '4.3', '5m');
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/^warning: saved, but today's backup could not be made: /),
  });
  expect(JSON.parse(await box.ok('sessions', '--json'))).toHaveLength(1);
});

import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { listBackups } from '../../src/store/backups.ts';
import { appFor, type Sandbox, sandbox } from '../support/app.ts';

let box: Sandbox;
beforeEach(async () => {
  box = sandbox({ now: '2026-11-21T19:00:00Z' });
  await box.ok('init', '--cert', 'gcp-pde');
  await box.ok('review', 'add', '3.1', '3.2', '3.3');
});
afterEach(() => box.remove());

test('answers may take minutes: each is saved at the moment it was given', async () => {
  box.world.answers = ['good', 'hard', 'again'];
  let clock = Date.parse('2026-11-21T19:00:30Z');
  const app = { ...appFor(box), newId: async () => uuidv7(), now: () => (clock += 25_000) };
  expect(await run(['review'], app)).toBe(0);
  box.world.now = '2026-11-21T19:10:00Z';
  const sessions: { ended_at: string }[] = JSON.parse(await box.ok('sessions', '--json'));
  expect(sessions).toHaveLength(3);
  expect(new Set(sessions.map(({ ended_at }) => ended_at)).size).toBeGreaterThan(1);
});

test('the first review of a day makes its backup, also when it is interrupted', async () => {
  const daily = () => listBackups(join(box.folder, 'data', 'certtrack.db')).filter(({ reason }) => reason === 'daily');
  const before = daily().length;
  box.world.now = '2026-11-22T19:00:00Z';
  box.world.answers = ['good', '^C'];
  expect((await box.run('review')).code).toBe(130);
  expect(daily()).toHaveLength(before + 1);
  box.world.now = '2026-11-23T19:00:00Z';
  box.world.answers = ['good', 'q'];
  await box.ok('review');
  expect(daily()).toHaveLength(before + 2);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../support/app.ts';

let box: Sandbox;
beforeEach(async () => {
  box = sandbox();
  await box.ok('init', '--cert', 'gcp-pde', '--exam', '2026-11-20', '--hours', '6/week', '--quiet');
});
afterEach(() => box.remove());

const plan = async () => JSON.parse(await box.ok('plan', 'show', '--json'));
const cert = async () => JSON.parse(await box.ok('cert', 'list', '--json'))[0];

describe('undo', () => {
  test('takes a plan back, with what it changed in the certification, and brings it again', async () => {
    await box.ok('plan', 'create', '--exam', '2026-12-04', '--hours', '5/week', '--days', 'sat,sun');
    const made = await plan();
    expect(await cert()).toMatchObject({ exam_date: '2026-12-04', weekly_goal_minutes: 300 });
    await box.ok('undo');
    expect((await box.run('plan', 'show')).code).toBe(3);
    expect(await cert()).toMatchObject({ exam_date: '2026-11-20', weekly_goal_minutes: 360 });
    await box.ok('redo');
    expect(await plan()).toEqual(made);
  });

  test('takes a reflow and a clear back exactly', async () => {
    await box.ok('plan', 'create', '--days', 'mon,wed,sat');
    box.world.now = '2026-10-06T20:00:00+02:00';
    const before = await plan();
    await box.ok('plan', 'reflow');
    expect((await plan()).revision).toBe(1);
    await box.ok('undo');
    expect(await plan()).toEqual(before);
    await box.ok('plan', 'clear');
    await box.ok('undo');
    expect(await plan()).toEqual(before);
  });
});

test('--dry-run saves nothing', async () => {
  await box.ok('plan', 'create', '--dry-run', '--exam', '2026-12-04');
  expect((await box.run('plan', 'show')).code).toBe(3);
  expect(await cert()).toMatchObject({ exam_date: '2026-11-20' });
});

test('making the same plan again changes nothing', async () => {
  await box.ok('plan', 'create');
  const entries = JSON.parse(await box.ok('history', '--json')).length;
  expect(await box.ok('plan', 'create')).toContain('The plan stands as it is.');
  expect(await box.ok('plan', 'reflow')).toContain('The plan stands as it is.');
  expect(JSON.parse(await box.ok('history', '--json')).length).toBe(entries);
});

test('what is done of it is seen, and kept when planning anew', async () => {
  await box.ok('plan', 'create', '--days', 'mon,wed,sat');
  box.world.now = '2026-09-28T20:00:00+02:00';
  await box.ok('log', 'planning-pipelines', '1h', '--date', '2026-09-26');
  await box.ok('add-mock', '--score', '30/50', '--date', '2026-09-24', '--provider', 'Test');
  expect((await plan()).progress).toMatchObject({ blocks_due: 3, blocks_done: 2 });
  await box.ok('plan', 'reflow');
  const { progress, blocks } = await plan();
  expect(progress).toMatchObject({ blocks_due: 3, blocks_done: 2 });
  const ahead = blocks.filter(({ state }: { state: string }) => state === 'open');
  expect(ahead.map(({ reason }: { reason: { kind: string } }) => reason.kind)).not.toContain('first-mock');
});

test('a done block of today stays when planning anew the same evening', async () => {
  await box.ok('plan', 'create');
  const [first] = (await plan()).blocks;
  box.world.now = '2026-09-22T21:30:00+02:00';
  await box.ok('add-session', first.topic_id ?? 'planning-pipelines', '50m');
  await box.ok('add-mock', '--score', '30/50', '--provider', 'Test');
  await box.ok('plan', 'reflow');
  const { progress, blocks } = await plan();
  expect(blocks[0]).toMatchObject({ date: '2026-09-22', topic_id: first.topic_id, state: 'done' });
  expect(progress.blocks_done).toBe(1);
});

test('the calendar file: days of an earlier version are cancelled in the next', async () => {
  const file = join(box.folder, 'plan.ics');
  await box.ok('plan', 'create', '--days', 'mon,wed,sat');
  const { err } = await box.run('plan', 'export', '--format', 'ics', '-o', file);
  expect(err).toMatch(/^Wrote \d+ study days and the exam to /);
  const first = readFileSync(file, 'utf8');
  expect((await box.run('plan', 'export', '-o', file)).code).toBe(2);
  await box.ok('plan', 'create', '--days', 'tue,thu,sun');
  await box.run('plan', 'export', '-o', file, '--force');
  const second = readFileSync(file, 'utf8');
  const uids = (text: string, status: string) =>
    text
      .split('BEGIN:VEVENT')
      .filter((event) => event.includes(`STATUS:${status}`))
      .map((event) => /UID:(.*)/.exec(event)?.[1]);
  for (const uid of uids(first, 'CONFIRMED').filter((uid) => !uid?.includes('exam')))
    expect(uids(second, 'CANCELLED')).toContain(uid);
  expect(second).toContain('SEQUENCE:1');
});

test('the forecast answers what if without changing anything', async () => {
  const before = await box.ok('history', '--json');
  const { scenarios } = JSON.parse(
    await box.ok('plan', 'forecast', '--hours', '12/week', '--exam', '2026-12-18', '--json'),
  );
  expect(scenarios.map(({ name }: { name: string }) => name)).toEqual([
    'As in the last four weeks',
    'At the weekly goal',
    'What if',
  ]);
  const [none, goal, more] = scenarios;
  expect(none.chance).toBeLessThan(goal.chance);
  expect(goal.chance).toBeLessThan(more.chance);
  expect(goal.rests_on_results).toBe(false);
  expect(await box.ok('history', '--json')).toBe(before);
});

test('doctor finds plans, cards and answers as the journal has them, also after undo', async () => {
  await box.ok('plan', 'create', '--days', 'mon,wed,sat');
  await box.ok('review', 'add', 'storing-data', '--objectives');
  await box.ok('review', 'add', '3.1');
  await box.ok('review', 'rate', '3.1', 'good');
  await box.ok('plan', 'create', '--days', 'tue,thu');
  await box.ok('review', 'drop', '3.1');
  for (let i = 0; i < 3; i++) await box.ok('undo');
  expect((await box.run('doctor')).out).toMatch(/Journal +ok/);
  await box.ok('redo');
  expect((await box.run('doctor')).code).toBe(0);
});

test('days off gone by stay when days off to come are said anew', async () => {
  await box.ok('plan', 'create', '--skip', '2026-09-28..2026-10-02');
  box.world.now = '2026-10-10T19:00:00+02:00';
  await box.ok('plan', 'create', '--skip', '2026-10-20..2026-10-21');
  expect((await plan()).skips).toEqual([
    { from: '2026-09-28', to: '2026-10-02' },
    { from: '2026-10-20', to: '2026-10-21' },
  ]);
});

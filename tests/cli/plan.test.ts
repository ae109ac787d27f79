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

interface BlockData {
  readonly date: string;
  readonly minutes: number;
  readonly topic_id: string | null;
  readonly reason: { readonly kind: string };
}

const plan = async (): Promise<{ blocks: BlockData[]; [key: string]: unknown }> =>
  JSON.parse(await box.ok('plan', '--json'));

describe('a plan keeps itself current', () => {
  test('nothing has to be made: it is there once exam and hours are known', async () => {
    expect((await plan()).blocks[0]?.date).toBe('2026-09-22');
  });

  test('missed study moves to the days to come', async () => {
    const before = await plan();
    box.world.now = '2026-09-28T20:00:00+02:00';
    const after = await plan();
    expect(after.blocks.every(({ date }) => date >= '2026-09-28')).toBe(true);
    const first = before.blocks.find(({ topic_id: topic }) => topic !== null)?.topic_id;
    expect(after.blocks.some(({ topic_id: topic }) => topic === first)).toBe(true);
  });

  test('what was done leaves it', async () => {
    expect((await plan()).blocks.map(({ reason }) => reason.kind)).toContain('first-mock');
    await box.ok('add-mock', '--score', '30/50', '--provider', 'Test', '--minutes', '90');
    const { blocks } = await plan();
    expect(blocks.map(({ reason }) => reason.kind)).not.toContain('first-mock');
    expect(blocks.filter(({ date }) => date === '2026-09-22')).toEqual([]);
  });

  test('it follows the exam date, the hours and the days', async () => {
    await box.ok('exam', 'book', '2026-12-04');
    await box.ok('cert', 'set', '--days', 'mon=1h,sat=4h');
    const { blocks, ...facts } = await plan();
    expect(facts).toMatchObject({ exam_date: '2026-12-04', weekly_minutes: 300, days: { monday: 60, saturday: 240 } });
    const minutesOn = (date: string) =>
      blocks.filter((block) => block.date === date).reduce((sum, { minutes }) => sum + minutes, 0);
    expect([minutesOn('2026-09-26'), minutesOn('2026-09-28'), minutesOn('2026-09-29')]).toEqual([240, 60, 0]);
  });
});

describe('what is said of it', () => {
  test('days off are gone round, are undone, and none takes them away', async () => {
    await box.ok('plan', 'skip', '2026-10-01..2026-10-07', '2026-10-08');
    expect((await plan()).skips).toEqual([
      { from: '2026-10-01', to: '2026-10-07' },
      { from: '2026-10-08', to: '2026-10-08' },
    ]);
    expect((await plan()).blocks.some(({ date }) => date >= '2026-10-01' && date <= '2026-10-08')).toBe(false);
    await box.ok('plan', 'skip', 'none');
    expect((await plan()).skips).toEqual([]);
    await box.ok('undo');
    expect((await plan()).skips).toHaveLength(2);
  });

  test('days off that leave none are refused and nothing is changed', async () => {
    const { code, err } = await box.run('plan', 'skip', '2026-09-01..2026-12-31');
    expect(code).toBe(2);
    expect(err).toContain('leave no day to study');
    expect((await plan()).skips).toEqual([]);
  });

  test('clear has none, until days are named again; undo brings it back', async () => {
    const before = await plan();
    await box.ok('plan', 'clear');
    expect((await box.run('plan')).code).toBe(3);
    expect(JSON.parse(await box.ok('status', '--json')).plan).toBeNull();
    await box.ok('undo');
    expect(await plan()).toEqual(before);
    await box.ok('plan', 'clear');
    await box.ok('cert', 'set', '--days', 'every');
    expect(await plan()).toEqual(before);
  });

  test('--dry-run saves nothing', async () => {
    await box.ok('plan', 'skip', '2026-10-01', '--dry-run');
    await box.ok('plan', 'clear', '--dry-run');
    expect((await plan()).skips).toEqual([]);
  });
});

test('without an exam date or hours it says what is missing', async () => {
  await box.ok('exam', 'book', 'none');
  expect((await box.run('plan')).err).toContain('certtrack exam book DATE');
  await box.ok('exam', 'book', '2026-11-20');
  await box.ok('cert', 'set', '--hours', 'none');
  expect((await box.run('plan')).err).toContain('certtrack cert set gcp-pde --hours');
});

test('the calendar is a file, and is replaced only when asked', async () => {
  const file = join(box.folder, 'plan.ics');
  await box.ok('plan', 'export', '-o', file);
  expect(readFileSync(file, 'utf8')).toContain('BEGIN:VCALENDAR');
  expect((await box.run('plan', 'export', '-o', file)).code).toBe(2);
  await box.ok('plan', 'export', '-o', file, '--force');
});

test('the forecast answers what if without changing anything', async () => {
  const before = await box.ok('history', '--json');
  const { scenarios } = JSON.parse(await box.ok('forecast', '--hours', '12/week', '--exam', '2026-12-18', '--json'));
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
  await box.ok('cert', 'set', '--days', 'mon,wed,sat');
  await box.ok('review', 'add', 'storing-data', '--objectives');
  await box.ok('review', 'add', '3.1');
  await box.ok('review', 'rate', '3.1', 'good');
  await box.ok('plan', 'skip', '2026-10-20');
  await box.ok('review', 'drop', '3.1');
  for (let i = 0; i < 3; i++) await box.ok('undo');
  expect((await box.run('doctor')).out).toMatch(/Journal +ok/);
  await box.ok('redo');
  expect((await box.run('doctor')).code).toBe(0);
});

test('days off gone by stay when those to come are taken away', async () => {
  await box.ok('plan', 'skip', '2026-09-28..2026-10-02');
  box.world.now = '2026-10-10T19:00:00+02:00';
  await box.ok('plan', 'skip', '2026-10-20..2026-10-21');
  await box.ok('plan', 'skip', 'none');
  expect((await plan()).skips).toEqual([{ from: '2026-09-28', to: '2026-10-02' }]);
});

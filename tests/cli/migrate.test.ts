import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Sandbox, sandbox } from '../support/app.ts';

const boxes: Sandbox[] = [];
const fresh = () => {
  const box = sandbox({ now: '2026-09-22T20:00:00+02:00' });
  boxes.push(box);
  return box;
};
afterEach(() => boxes.splice(0).forEach((box) => void box.remove()));

/** Every row of the log itself, as it stands in the database. */
function log(box: Sandbox): unknown {
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  try {
    const all = (table: string) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all();
    return { sessions: all('session'), parts: all('session_topic'), evidence: all('topic_day'), mocks: all('mock') };
  } finally {
    db.close();
  }
}

/** What undo must bring back beside the log. */
async function standing(box: Sandbox): Promise<unknown> {
  const { life: _, ...status } = JSON.parse(await box.ok('status', '--json')) as Record<string, unknown>;
  return status;
}

async function studied(edition: string, topics: readonly string[]): Promise<Sandbox> {
  const box = fresh();
  await box.ok('init', '--cert', edition, '--hours', '6', '--quiet');
  for (const [i, topic] of topics.entries())
    await box.ok('log', topic, `${60 + i}m`, '-d', `-${i + 2}d`, '-s', '7/10', '-c', '4', '--quiet');
  await box.ok('add-mock', '-s', '30/50', '--section', '1=8/12', '-d', '-1d', '--quiet');
  return box;
}

test.each([
  ['gcp-pde@2019', '2025', ['1.1', '1.2', '2.2', '3.1', '4.1', 'other']],
  ['gcp-pde@2023', '2025', ['4.2', '4.3', '3.4', '1.4']],
  ['gcp-pmle@2022', '2026', ['1.1', '2.1', '4.2', '5.3', '6.2']],
  ['gcp-pmle@2024', '2026', ['1.3', '5.3', '3.2']],
])('%s to %s and undone leaves everything as it was', async (from, to, topics) => {
  const box = await studied(from, topics);
  const before = { log: log(box), standing: await standing(box) };
  const moved = JSON.parse(await box.ok('migrate', '--to', to, '--json')) as Record<string, number>;
  expect((moved.carried_minutes ?? 0) + (moved.dropped_minutes ?? 0)).toBe(moved.minutes);
  expect(log(box)).toEqual(before.log);
  expect(await standing(box)).not.toEqual(before.standing);
  await box.ok('undo');
  expect({ log: log(box), standing: await standing(box) }).toEqual(before);
  expect(await box.ok('doctor')).toContain('All is well');
});

test('forth and back leaves the log byte-identical, and what was logged counts as it did', async () => {
  const box = await studied('gcp-pde@2023', ['4.2', '4.3', '2.1', '3.4']);
  const before = { log: log(box), standing: await standing(box) };
  await box.ok('migrate', '--to', '2025', '--quiet');
  await box.ok('migrate', '--to', '2023', '--yes', '--quiet');
  expect({ log: log(box), standing: await standing(box) }).toEqual(before);
});

test('an empty track moves and nothing else changes', async () => {
  const box = fresh();
  await box.ok('init', '--cert', 'gcp-pde@2019', '--quiet');
  const before = log(box);
  expect(await box.ok('migrate', '--to', 'gcp-pde@2025')).toContain('Nothing was studied yet');
  expect(log(box)).toEqual(before);
});

test('--dry-run says the same and saves nothing', async () => {
  const box = await studied('gcp-pde@2019', ['1.2', '3.1']);
  const before = { log: log(box), standing: await standing(box) };
  const { dry_run: dry, ...said } = JSON.parse(await box.ok('migrate', '--to', '2025', '--dry-run', '--json'));
  expect(dry).toBe(true);
  expect({ log: log(box), standing: await standing(box) }).toEqual(before);
  expect(JSON.parse(await box.ok('migrate', '--to', '2025', '--json'))).toEqual(said);
});

test('on a terminal every row that is not plain can be changed', async () => {
  const box = await studied('gcp-pde@2019', ['3.1', '1.4']);
  box.world.answers = ['another topic…', '4.2', true];
  const out = await box.ok('migrate', '--to', '2025');
  expect(out).toContain('has no heir');
  const [mapped] = JSON.parse(await box.ok('status', '--json', '--on', 'today')).sections.flatMap(
    ({ topics }: { topics: { id: string; minutes: number }[] }) =>
      topics.filter(({ id }) => id === 'data-for-ai-and-ml'),
  );
  expect(mapped.minutes).toBe(60);
});

test('a mapping nobody made is never applied unasked', async () => {
  const box = await studied('gcp-pde@2025', ['4.2']);
  expect(await box.run('migrate', '--to', '2019')).toMatchObject({ code: 2, out: '' });
  expect((await box.run('migrate', '--to', 'gcp-pmle@2026')).err).toContain('another certification');
  expect((await box.run('migrate', '--to', '2025')).err).toContain('is on gcp-pde@2025 already');
  expect((await box.run('migrate', '--to', '1999')).code).toBe(3);
});

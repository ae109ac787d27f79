import { afterAll, expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

const box = sandbox();
afterAll(() => box.remove());

test('an id is found whatever kind it is of, and one that fits several is listed with them', async () => {
  await box.ok('init', '--cert', 'gcp-pde');
  const { session } = JSON.parse(await box.ok('log', '3.1', '10m', '--json'));
  const { mock } = JSON.parse(await box.ok('add-mock', '--score', '30/40', '--json'));
  expect(await box.ok('show', mock.short_id)).toContain('Mock');
  expect(await box.ok('show', session.short_id, mock.short_id)).toMatch(/Session [\s\S]*Mock /);
  const { code, err } = await box.run('edit', session.short_id, '--provider', 'Set');
  expect(code).toBe(2);
  expect(err).toContain('a session has no --provider');
  expect((await box.run('show', 'ffffffffffff')).code).toBe(3);
});

test('editing a note leaves what was expected as it was; another day or paper is expected anew', async () => {
  await box.ok('add-mock', '-p', 'Set 1', '--score', '30/40', '--date', '-1d');
  const shown = async () => JSON.parse(await box.ok('show', 'last-mock', '--json')).prediction;
  const before = await shown();
  await box.ok('log', '1', '2', '3', '20h', '--date', '-10d', '--quiet');
  await box.ok('edit', 'last-mock', '--note', 'calm', '--duration', '80', '--score', '31/40');
  expect(await shown()).toEqual(before);
  await box.ok('edit', 'last-mock', '--first', 'no');
  expect(await shown()).not.toEqual(before);
});

test('what is like that already is refused and not journalled', async () => {
  await box.ok('resource', 'add', 'https://example.com', '--title', 'Lab');
  expect(await box.ok('edit', 'lab', '--status', 'done')).toContain('undo');
  expect(await box.run('edit', 'lab', '--status', 'done')).toMatchObject({ code: 2 });
  expect(await box.ok('undo')).toContain('changed article "Lab"');
  expect(JSON.parse(await box.ok('resource', '--json'))).toMatchObject([{ status: 'open' }]);
});

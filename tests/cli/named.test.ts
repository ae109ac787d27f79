import { afterAll, expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

const box = sandbox();
afterAll(() => box.remove());

test('a session named where a mock is meant, and the other way round, is recognised', async () => {
  await box.ok('init', '--cert', 'gcp-pde');
  const { session } = JSON.parse(await box.ok('log', '3.1', '10m', '--json'));
  const { mock } = JSON.parse(await box.ok('add-mock', '--score', '30/40', '--json'));
  expect(await box.run('show', mock.short_id)).toMatchObject({
    code: 3,
    err: `error: no session "${mock.short_id}"\n  It is a mock: certtrack mocks show ${mock.short_id}\n`,
  });
  expect(await box.run('mocks', 'show', session.short_id)).toMatchObject({
    code: 3,
    err: `error: no mock "${session.short_id}"\n  It is a session: certtrack show ${session.short_id}\n`,
  });
});

test('editing a note leaves what was expected that morning as it was; another day or paper is expected anew', async () => {
  await box.ok('add-mock', '-p', 'Set 1', '--score', '30/40', '--date', '-1d');
  const shown = async () => JSON.parse(await box.ok('mocks', 'show', 'last', '--json')).prediction;
  const before = await shown();
  await box.ok('log', '1', '2', '3', '20h', '--date', '-10d', '--quiet');
  await box.ok('mocks', 'edit', 'last', '--note', 'calm', '--minutes', '80', '--score', '31/40');
  expect(await shown()).toEqual(before);
  await box.ok('mocks', 'edit', 'last', '--first', 'no');
  expect(await shown()).not.toEqual(before);
});

test('what is done already is not journalled, and undo is not offered for it', async () => {
  await box.ok('resource', 'add', 'https://example.com', '--title', 'Lab');
  expect(await box.ok('resource', 'done', 'lab')).toContain('undo');
  expect(await box.ok('resource', 'done', 'lab')).toBe('"Lab" is done already\n');
  expect(await box.ok('undo')).toContain('marked "Lab" as done');
  expect(JSON.parse(await box.ok('resource', 'list', '--json'))).toMatchObject([{ status: 'open' }]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

const box = sandbox({ now: '2026-09-22T20:00:00+02:00', stdin: 'two\nlines, from a pipe\n' });
beforeAll(() => box.ok('init', '--cert', 'gcp-pde'));
afterAll(() => box.remove());

test.each([
  ['add-session', 'other', '5m', '--note', '-'],
  ['edit', 'last', '--note', '-'],
  ['add-mock', '--score', '41/50', '--note', '-'],
])('certtrack %s %s %s reads a note of "-" from standard input', async (...argv) => {
  if (argv[0] === 'edit') await box.ok('edit', 'last', '--note', 'typed');
  await box.ok(...argv);
  const [noted] = JSON.parse(await box.ok(argv[0] === 'add-mock' ? 'mocks' : 'sessions', '--json'));
  expect(noted.note).toBe('two\nlines, from a pipe');
});

test('import --help names every format that import takes, and so does the error', async () => {
  const help = await box.ok('import', '--help');
  const { err } = await box.run('import', 'nothing', 'file');
  for (const format of ['csv', 'json', 'ndjson', 'timewarrior', 'watson', 'klog', 'toggl', 'timeclock', 'mocks']) {
    expect(help).toMatch(new RegExp(`\\b${format}\\b`));
    expect(err).toMatch(new RegExp(`\\b${format}\\b`));
    expect(await box.ok('help', 'import')).toMatch(new RegExp(`^${format} `, 'm'));
  }
});

import { afterAll, expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

const box = sandbox({ now: '2026-10-12T20:00:00+02:00' });
afterAll(() => box.remove());

test('what was logged, put right and exported with an offset keeps the date and the clock it was written with', async () => {
  await box.ok('init', '--cert', 'gcp-pde');
  await box.ok('log', 'other', '45m', '--date', '2026-10-10T06:00+05:30');
  const last = async () => JSON.parse(await box.ok('show', 'last', '--json'));
  expect(await last()).toMatchObject({
    study_date: '2026-10-10',
    started_at: '2026-10-10T06:00:00+05:30',
    timezone: '+05:30',
  });
  expect(await box.ok('sessions')).toContain('Sat 10 Oct  06:00');
  const exported = await box.ok('export');
  await box.ok('edit', 'last', '--from', '07:00');
  expect(await last()).toMatchObject({ started_at: '2026-10-10T07:00:00+05:30', timezone: '+05:30' });
  await box.ok('edit', 'last', '--date', '2026-10-11T05:00-12:00');
  expect(await last()).toMatchObject({ study_date: '2026-10-11', timezone: 'Etc/GMT+12' });
  await box.ok('undo');
  await box.ok('undo');
  expect(await box.ok('export')).toBe(exported);
  await box.ok('add-mock', '--score', '41/50', '--date', '2026-10-10T05:00+14:00');
  const [mock] = JSON.parse(await box.ok('mocks', '--json'));
  expect(mock).toMatchObject({ study_date: '2026-10-10', timezone: 'Etc/GMT-14' });
});

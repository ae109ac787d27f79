import wcwidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandbox } from '../support/app.ts';

const box = sandbox({ now: '2026-09-22T20:00:00+02:00' });
afterAll(() => box.remove());

beforeAll(async () => {
  await box.ok('init', '--cert', 'gcp-pde', '--exam', '2026-11-20', '--hours', '6/week');
  for (const [topic, note] of [
    ['data-lake', 'Хранение и обработка данных в облаке'],
    ['sharing-data', '데이터 웨어하우스'.normalize('NFD').repeat(3)],
    ['storage-systems', '👩‍💻👍🏽🇩🇪'.repeat(9)],
  ] as const)
    for (const date of ['2026-09-20', '2026-09-21', '2026-09-22'])
      await box.ok('log', topic, '45m', '--date', date, '--score', '14/20', '--note', note, '--tag', 'Δεδομένα');
  await box.ok('add-mock', '--provider', 'Πανεπιστήμιο Αθηνών', '--score', '31/50');
});

const COMMANDS = ['status', 'sessions', 'next', 'history', 'cert list', 'mocks', 'show last', 'syllabus show'];

describe.each([40, 41, 43, 46, 47, 60, 80, 120])('at %i columns', (columns) => {
  test.each(COMMANDS)('certtrack %s is no wider', async (words) => {
    box.world.columns = columns;
    const out = await box.ok(...words.split(' '));
    const wide = out.split('\n').filter((row) => wcwidth(row) > columns);
    expect(wide).toEqual([]);
    expect(out).not.toBe('');
  });
});

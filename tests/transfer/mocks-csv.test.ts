import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { MOCK_COLUMNS } from '../../src/transfer/mocks-csv.ts';
import { mocksFromCsv } from '../../src/transfer/mocks-from-csv.ts';
import { PACKAGE, sandbox } from '../support/app.ts';

const DEMO = join(PACKAGE, 'data/demo/mocks.csv');
const NOW = '2026-11-22T21:30:00+01:00';
const PDE = readSyllabus(join(PACKAGE, 'syllabi/gcp-pde@2025.yaml'));
const boxes = [sandbox({ now: NOW }), sandbox({ now: NOW })];
afterAll(() => boxes.forEach((box) => void box.remove()));

test('what was exported comes back to the same bytes, and a second time changes nothing', async () => {
  const [first, second] = boxes as [(typeof boxes)[0], (typeof boxes)[0]];
  await first.ok('import', 'mocks', DEMO);
  await first.ok(
    'add-mock',
    '--cert',
    'gcp-pde',
    '-p',
    '=a "hostile", name',
    '--score',
    '82.5%',
    '--repeat',
    '-m',
    'x\ny',
  );
  const exported = await first.ok('export', '--what', 'mocks', '-o', join(first.folder, 'mocks.csv'), '--quiet');
  expect(exported).toBe('');
  const file = join(first.folder, 'mocks.csv');
  await second.ok('import', 'mocks', file);
  expect(await second.ok('export', '--what', 'mocks')).toBe(readFileSync(file, 'utf8'));
  expect(await second.ok('import', 'mocks', file)).toContain('nothing new; 5 already there');
  await second.ok('undo');
  expect(await second.ok('export', '--what', 'mocks')).toBe(`${MOCK_COLUMNS.join(',')}\r\n`);
});

const row = {
  ...Object.fromEntries(MOCK_COLUMNS.map((column) => [column, ''])),
  mock_id: '01a0e385-ec83-75d7-a313-9978c4e6dd78',
  cert_id: 'gcp-pde',
  edition: 'gcp-pde@2025',
  provider: 'A',
  profile: 'third-party',
  study_date: '2026-09-27',
  taken_at: '2026-09-27T17:40:00+02:00',
  timezone: 'Europe/Berlin',
  correct: '29',
  questions: '50',
  timed: 'yes',
  first_attempt: 'yes',
  open_book: 'no',
} as Record<string, string>;
const read = (changes: Record<string, string>) => {
  const cells = { ...row, ...changes };
  const text = [MOCK_COLUMNS, MOCK_COLUMNS.map((column) => cells[column])]
    .map((line) => `${line.join(',')}\r\n`)
    .join('');
  return mocksFromCsv(text, { edition: (id) => (id === PDE.id ? PDE : undefined), now: Date.parse(NOW) });
};

test('a plain row is a mock', () => {
  const { mocks, problems } = read({ sections: 'storing-data=6/10 designing-systems=5/11' });
  expect(problems).toEqual([]);
  expect(mocks[0]?.mock).toMatchObject({ correct: 29, questions: 50, prediction: null, source: 'csv' });
  expect(mocks[0]?.mock.sections).toHaveLength(2);
});

test.each([
  [{ mock_id: 'x' }, 'mock_id "x" is not a UUID'],
  [{ edition: 'gcp-pde@1999' }, 'unknown edition "gcp-pde@1999"'],
  [{ cert_id: 'other' }, 'cert_id "other" does not belong to gcp-pde@2025'],
  [{ taken_at: '2026-09-27' }, 'taken_at "2026-09-27" is not a time with an offset'],
  [{ study_date: '27.9.2026' }, 'study_date "27.9.2026" is not a date such as 2026-09-22'],
  [{ timezone: 'Mars/Base' }, 'unknown time zone "Mars/Base"'],
  [{ sections: 'storing-data' }, 'sections "storing-data" are not written as storing-data=7/10'],
  [{ sections: 'storing-data=1/2 storing-data=1/2' }, 'section storing-data is there twice'],
  [{ provider: '' }, 'a mock needs a provider'],
  [{ minutes: '0' }, 'the minutes of a mock are a whole number above 0'],
  [{ minutes: '12.5' }, 'the minutes of a mock are a whole number above 0'],
  [{ minutes: 'abc' }, 'the minutes of a mock are a whole number above 0'],
  [{ predicted_chance: 'abc' }, 'the prediction is not made of numbers, or not whole'],
  [{ predicted_score: '0.7' }, 'the prediction is not made of numbers, or not whole'],
  [{ note: 'one,two' }, `${MOCK_COLUMNS.length + 1} cells where the header has ${MOCK_COLUMNS.length}`],
  [{ sections: 'quantum=1/2' }, 'gcp-pde@2025 has no section quantum'],
  [{ profile: 'mine' }, 'no such kind of questions: "mine"'],
  [{ timed: 'maybe' }, 'timed is neither yes nor no'],
  [{ correct: '51' }, 'the score: 51 right of 50 questions is more than there were'],
  [{ questions: '0' }, 'the score needs at least one question'],
  [{ correct: 'many' }, 'the score: NaN right of 50 questions is more than there were'],
  [{ taken_at: '2027-01-01T10:00:00Z' }, 'the mock would lie in the future'],
])('%j is refused with its line', (changes, message) => {
  expect(read(changes)).toEqual({ mocks: [], problems: [{ line: 2, message }] });
});

test('a header that is not ours is told as a whole', () => {
  const { problems } = mocksFromCsv('provider,scor\n', { edition: () => PDE, now: 0 });
  expect(problems).toContainEqual({ line: 1, message: 'unknown column "scor"' });
  expect(problems.length).toBe(MOCK_COLUMNS.length);
});

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import { findShipped } from '../../src/syllabus/library.ts';
import { csvRead } from './gathered.ts';

const PDE = findShipped(fileURLToPath(new URL('../../syllabi', import.meta.url)), 'gcp-pde') as Edition;
const CONTEXT = {
  edition: (id: string) => (id === PDE.id ? PDE : undefined),
  currentEditionId: PDE.id as string | undefined,
  timezone: 'Europe/Berlin',
  now: Date.parse('2026-10-01T00:00:00Z'),
  dayStart: 240,
};
const read = (lines: readonly string[], context = CONTEXT) =>
  csvRead(lines.map((line) => `${line}\r\n`).join(''), context);

const columns =
  'session_id,cert_id,edition,topic_id,study_date,started_at,ended_at,timezone,minutes,activity,confidence,correct,questions,tags,created_at'.split(
    ',',
  );
const good: Record<string, string> = { topic_id: 'other', study_date: '2026-09-22', minutes: '5' };
const row = (cells: Record<string, string>) => columns.map((column) => ({ ...good, ...cells })[column] ?? '').join(',');

test.each<[Record<string, string>, string]>([
  [{ topic_id: 'sharng-data' }, 'unknown topic "sharng-data" in gcp-pde@2025; did you mean sharing-data?'],
  [{ topic_id: '' }, 'topic_id is empty'],
  [{ minutes: '' }, 'minutes is empty'],
  [{ minutes: '-5' }, 'minutes "-5" is not a whole number'],
  [{ minutes: '1.5' }, 'minutes "1.5" is not a whole number'],
  [{ minutes: '0' }, 'a session needs at least one minute'],
  [{ minutes: '1441' }, '24 h 01 m is more than a day'],
  [{ study_date: '22.09.2026' }, 'study_date "22.09.2026" is not a date such as 2026-09-22'],
  [{ study_date: '2026-02-30' }, 'study_date "2026-02-30" is not a date such as 2026-09-22'],
  [{ study_date: '1969-12-31' }, 'study_date "1969-12-31" is not a date such as 2026-09-22'],
  [{ study_date: '' }, 'the row has neither started_at nor study_date'],
  [{ study_date: '2027-01-01' }, 'the session would end in the future'],
  [
    { started_at: '2026-09-22T19:00' },
    'started_at "2026-09-22T19:00" is not a time with an offset, such as 2026-09-22T19:00:00+02:00',
  ],
  [{ started_at: '2026-09-22T19:00Z', ended_at: '2026-09-22T18:00Z' }, 'ended_at is before started_at'],
  [
    { started_at: '2026-02-30T19:00Z' },
    'started_at "2026-02-30T19:00Z" is not a time with an offset, such as 2026-09-22T19:00:00+02:00',
  ],
  [
    { started_at: '2026-09-22T24:00Z' },
    'started_at "2026-09-22T24:00Z" is not a time with an offset, such as 2026-09-22T19:00:00+02:00',
  ],
  [
    { minutes: '300', started_at: '2026-09-22T19:00Z', ended_at: '2026-09-22T19:30Z' },
    '5 h do not fit between start and end, 30 m apart',
  ],
  [
    { created_at: 'yesterday' },
    'created_at "yesterday" is not a time with an offset, such as 2026-09-22T19:00:00+02:00',
  ],
  [{ timezone: 'Europe/Atlantis' }, 'unknown time zone "Europe/Atlantis"'],
  [{ session_id: '12' }, 'session_id "12" is not a UUID'],
  [{ edition: 'gcp-pde@1999' }, 'unknown edition "gcp-pde@1999"'],
  [{ cert_id: 'gcp-pmle' }, 'cert_id "gcp-pmle" does not belong to the edition gcp-pde@2025'],
  [{ activity: 'vidoes' }, 'unknown activity "vidoes"; did you mean video?'],
  [{ confidence: '6' }, 'confidence 6 is not on the scale'],
  [{ confidence: 'high' }, 'confidence "high" is not a whole number'],
  [{ correct: '3' }, 'correct and questions must be given together'],
  [{ correct: '7', questions: '5' }, '7 correct of 5 questions is more than there were'],
  [{ correct: '0', questions: '0' }, 'a score needs at least one question'],
])('%j is reported with its line', (cells, message) => {
  const { sessions, problems } = read([columns.join(','), row({}), row(cells), row({})]);
  expect(problems).toEqual([{ line: 3, message }]);
  expect(sessions).toHaveLength(2);
});

test('a session with a topic twice is reported', () => {
  const twice = row({ session_id: '019a0000-0000-7000-8000-000000000001' });
  expect(read([columns.join(','), twice, twice]).problems).toEqual([
    { line: 3, message: 'the session has another row for other' },
  ]);
});

test.each([
  ['note', 'a', 'b'],
  ['note', '', 'b'],
  ['study_date', '2026-09-22', '2026-09-21'],
  ['activity', 'lab', 'video'],
  ['source', 'toggl', ''],
])('rows of one session that differ in their %s ("%s" and "%s") are reported', (column, one, two) => {
  const names = ['session_id', 'topic_id', 'minutes', ...new Set(['study_date', column])];
  const line = (topic_id: string, cell: string) => {
    const cells: Record<string, string> = { ...good, session_id: '019a0000-0000-7000-8000-000000000001', topic_id };
    return names.map((name) => (name === column ? cell : cells[name])).join(',');
  };
  expect(read([names.join(','), line('other', one), line('data-lake', two)])).toEqual({
    sessions: [],
    problems: [{ line: 3, message: `${column} differs from the session's first row, line 2` }],
  });
});

test('no edition at all is reported', () => {
  expect(
    read(['topic_id,minutes,study_date', 'other,5,2026-09-22'], { ...CONTEXT, currentEditionId: undefined }).problems,
  ).toEqual([{ line: 2, message: 'the row names no edition, and none is in use' }]);
});

test('every bad row is reported, with the right line after notes of many lines', () => {
  const file =
    'topic_id,minutes,study_date,note\nother,5,2026-09-22,"one\ntwo\nthree"\nother,x,2026-09-22,"a\nb"\nother,5,2026-09-22\nother,y,2026-09-22,\n';
  expect(csvRead(file, CONTEXT).problems).toEqual([
    { line: 5, message: 'minutes "x" is not a whole number' },
    { line: 7, message: '3 cells where the header has 4' },
    { line: 8, message: 'minutes "y" is not a whole number' },
  ]);
});

const HEADER = 'topic_id,minutes,study_date,note';
test.each([
  ['after a note with CRLF', `${HEADER}\r\nother,5,2026-09-22,"a\r\nb"\r\nother,x,2026-09-22,\r\n`, 4],
  ['after blank lines', `${HEADER}\n\n\nother,x,2026-09-22,\n`, 4],
  ['after blank lines with CRLF', `${HEADER}\r\n\r\n\r\nother,x,2026-09-22,\r\n`, 4],
  ['after blank lines above the header', `\n\n${HEADER}\nother,x,2026-09-22,\n`, 4],
  ['with a bad header after blank lines', '\n\ntopic_id,minutes,study_date,weather\nother,5,2026-09-22,\n', 3],
])('a bad row %s is reported with its line', (_, csv, line) =>
  expect(csvRead(csv, CONTEXT).problems).toMatchObject([{ line }]),
);

const OPEN = 'a quote is opened and never closed';
const INSIDE = 'a quote inside a cell; quote the whole cell and write the quote twice';
test.each([
  ['never closed', ['other,5,2026-09-22,"open', 'other,5,2026-09-22,', 'other,5,2026-09-22,'], 2, OPEN],
  [
    'never closed later',
    ['other,5,2026-09-22,"a\r\nb"', '', 'other,5,2026-09-22,"open', 'other,5,2026-09-22,'],
    5,
    OPEN,
  ],
  ['in the middle', ['other,5,2026-09-22,', 'other,5,2026-09-22,a "b" c'], 3, INSIDE],
  ['closed too early', ['other,5,2026-09-22,', 'other,5,2026-09-22,"b" c'], 3, INSIDE],
])('a quote %s is reported where it stands', (_, lines, line, message) =>
  expect(read([HEADER, ...lines]).problems).toEqual([{ line, message }]),
);

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/domain/edition.ts';
import { findShipped } from '../../src/syllabus/library.ts';
import { csvRead } from './gathered.ts';

const PDE = findShipped(fileURLToPath(new URL('../../syllabi', import.meta.url)), 'gcp-pde') as Edition;
const CONTEXT = {
  edition: (id: string) => (id === PDE.id ? PDE : undefined),
  currentEditionId: PDE.id,
  timezone: 'Europe/Berlin',
  now: Date.parse('2026-10-01T00:00:00Z'),
  dayStart: 240,
};
const read = (lines: readonly string[], context = CONTEXT, ending = '\r\n') =>
  csvRead(lines.map((line) => line + ending).join(''), context);
const ID = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const MINIMAL = ['topic_id,minutes,study_date', 'sharing-data,45,2026-09-22'];

test('three columns are enough; the rest is filled in', () => {
  expect(read(MINIMAL)).toEqual({
    problems: [],
    sessions: [
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
        certId: 'gcp-pde',
        editionId: 'gcp-pde@2025',
        startedAt: Date.parse('2026-09-22T12:00:00+02:00'),
        endedAt: Date.parse('2026-09-22T12:45:00+02:00'),
        timezone: 'Europe/Berlin',
        studyDate: '2026-09-22',
        activity: null,
        confidence: null,
        note: null,
        tags: [],
        resource: null,
        source: 'csv',
        createdAt: Date.parse('2026-09-22T12:45:00+02:00'),
        updatedAt: Date.parse('2026-09-22T12:45:00+02:00'),
        deletedAt: null,
        parts: [{ topicId: 'sharing-data', minutes: 45, correct: null, questions: null }],
      },
    ],
  });
});

test.each([
  ['with a BOM', () => csvRead(`\ufeff${MINIMAL.join('\r\n')}`, CONTEXT)],
  ['with semicolons', () => read(MINIMAL.map((line) => line.replaceAll(',', ';')))],
  ['with LF', () => read(MINIMAL, CONTEXT, '\n')],
  ['with everything quoted', () => read(MINIMAL.map((line) => line.replace(/[^,]+/g, '"$&"')))],
  ['with blank lines', () => read([...MINIMAL, '', ''])],
])('a file %s is the same', (_, run) => expect(run()).toEqual(read(MINIMAL)));

test('the same rows have the same ids every time, and equal rows differ', () => {
  const row = MINIMAL[1] as string;
  const ids = read([...MINIMAL, row]).sessions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(read([...MINIMAL, row]).sessions.map(({ id }) => id)).toEqual(ids);
});

test('rows of one session need not stand together', () => {
  const { sessions, problems } = read([
    'session_id,topic_id,minutes,study_date',
    `${ID(1)},sharing-data,30,2026-09-22`,
    `${ID(2)},data-lake,20,2026-09-22`,
    `${ID(1)},other,15,2026-09-22`,
  ]);
  expect(problems).toEqual([]);
  expect(sessions.map(({ parts }) => parts.map(({ topicId, minutes }) => `${topicId} ${minutes}`))).toEqual([
    ['sharing-data 30', 'other 15'],
    ['data-lake 20'],
  ]);
});

test('ids are the same in upper and lower case', () => {
  const id = '019a0000-0000-7000-8000-00000000000a';
  const { sessions, problems } = read([
    'session_id,topic_id,minutes,study_date',
    `${id.toUpperCase()},sharing-data,30,2026-09-22`,
    `${id},other,15,2026-09-22`,
  ]);
  expect(problems).toEqual([]);
  expect(sessions).toMatchObject([{ id, parts: [{ topicId: 'sharing-data' }, { topicId: 'other' }] }]);
});

test.each([
  [240, '2026-09-21'],
  [0, '2026-09-22'],
])('a row without a study date has that of its start: with days from minute %i it is %s', (dayStart, studyDate) => {
  const lines = ['topic_id,minutes,started_at', 'other,5,2026-09-22T03:30:00+02:00'];
  expect(read(lines, { ...CONTEXT, dayStart }).sessions).toMatchObject([{ studyDate }]);
});

test('what was recorded under force comes back, a hand-made row as long does not', () => {
  const id = '01a0a12f-9408-7bcd-9dfe-cb029f29f78f';
  const recorded = `sharing-data,1500,2026-09-22,${id},2026-09-23T18:00:00Z`;
  expect(read(['topic_id,minutes,study_date,session_id,created_at', recorded]).problems).toEqual([]);
  expect(read(['topic_id,minutes,study_date', 'sharing-data,1500,2026-09-22']).problems).toEqual([
    { line: 2, message: '25 h is more than a day' },
  ]);
});

test("an export's guard is taken back, an apostrophe of one's own stays", () => {
  const { sessions } = read([
    'topic_id,minutes,study_date,note,resource',
    "other,5,2026-09-22,'=1+1,it's",
    "other,5,2026-09-22,''=1,'quoted'",
  ]);
  expect(sessions.map(({ note, resource }) => [note, resource])).toEqual([
    ['=1+1', "it's"],
    ["'=1", "'quoted'"],
  ]);
});

test('without a timezone a start has the date of the clock it is written with', () => {
  const { sessions } = read([
    'topic_id,minutes,started_at,timezone',
    'other,5,2026-09-20T09:00:00+13:00,',
    'other,5,2026-09-20T05:00:00+05:30,',
    'other,5,2026-09-20T19:00:00+02:00,',
    'other,5,2026-09-20T23:00:00Z,',
    'other,5,2026-09-20T05:00:00+05:30,Europe/Berlin',
  ]);
  expect(sessions.map(({ studyDate, timezone }) => `${studyDate} ${timezone}`)).toEqual([
    '2026-09-20 Etc/GMT-13',
    '2026-09-20 +05:30',
    '2026-09-20 Europe/Berlin',
    '2026-09-20 Europe/Berlin',
    '2026-09-19 Europe/Berlin',
  ]);
});

describe('the header', () => {
  test.each([
    ['', ['the column topic_id is missing', 'the column minutes is missing', 'the column study_date is missing']],
    ['topic_id,minutes', ['the column study_date is missing']],
    ['topic_id,minute,study_date', ['the column minutes is missing', 'unknown column "minute"; did you mean minutes?']],
    ['topic_id,minutes,minutes,study_date', ['the column minutes is there twice']],
    ['topic_id,minutes,study_date,weather', ['unknown column "weather"']],
    ['topic_id\tminutes\tstudy_date', expect.arrayContaining(['the column minutes is missing'])],
  ])('%j is refused', (header, messages) => {
    const { sessions, problems } = read(header === '' ? [] : [header, 'other,5,2026-09-22']);
    expect(sessions).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual(messages);
  });

  test.each(['topic_id,minutes,study_date', 'minutes,started_at,topic_id'])('%s is enough', (header) =>
    expect(read([header])).toEqual({ sessions: [], problems: [] }),
  );
});

import { describe, expect, test } from 'vitest';
import { entriesFromKlog } from '../../src/transfer/klog.ts';
import { entriesFromTimewarrior } from '../../src/transfer/timewarrior.ts';
import { entriesFromToggl } from '../../src/transfer/toggl.ts';
import { entriesFromWatson } from '../../src/transfer/watson.ts';
import { told } from './told.ts';

describe('timewarrior', () => {
  test('intervals in UTC, tags, annotations, and one that still runs', () => {
    const text = `[
{"id":3,"start":"20260922T170000Z","end":"20260922T174530Z","tags":["data lake","gcp"],"annotation":"a \\"note\\""},
{"id":2,"start":"20260923T170000Z","end":"20260923T180000Z"},
{"id":1,"start":"20260924T170000Z","tags":["gcp"]}
]
`;
    expect(told(entriesFromTimewarrior, text)).toEqual([
      '2026-09-22T17:00:00 | 2026-09-22T17:45:30 | data lake+gcp | a "note"',
      '2026-09-23T17:00:00 | 2026-09-23T18:00:00 | ',
      '2026-09-24T17:00:00 | running | gcp',
    ]);
  });

  test('what is wrong, with its line', () => {
    const text =
      '[\n{"start":"2026-09-22"},\n{"start":"20260922T170000Z","end":1},\n{"start":"20260922T170000Z","end":"20260922T180000Z","tags":[1]},\n7\n]';
    expect(told(entriesFromTimewarrior, text)).toEqual([
      '2: start is not a time such as 20260922T170000Z',
      '3: end is not a time such as 20260922T174500Z',
      '4: tags are not a list of words',
      '5: start is not a time such as 20260922T170000Z',
    ]);
  });
});

describe('watson', () => {
  test('the log, with offsets', () => {
    const text = `[
  {"id": "a1", "project": "gcp", "start": "2026-09-22T19:00:00+02:00", "stop": "2026-09-22T19:45:00+02:00", "tags": ["lake", "lab"]},
  {"id": "a2", "project": "gcp", "start": "2026-09-22T19:00:00.123456-05:00", "stop": "2026-09-22T19:45:00-05:00", "tags": []},
  {"id": "current", "project": "gcp", "start": "2026-09-22T21:00:00+02:00", "stop": "2026-09-22T21:01:00+02:00", "tags": []},
  {"id": "a4", "project": "gcp", "start": "2026-09-22T19:00:00+05:20", "stop": "2026-09-22T19:45:00+05:20"},
  {"id": "a3", "project": "gcp", "start": "yesterday", "stop": "2026-09-22T21:01:00+02:00"}
]`;
    expect(told(entriesFromWatson, text)).toEqual([
      '2026-09-22T17:00:00 | 2026-09-22T17:45:00 | gcp+lake+lab',
      '2026-09-23T00:00:00 | 2026-09-23T00:45:00 | gcp',
      '2026-09-22T19:00:00 | running | gcp',
      '2026-09-22T13:40:00 | 2026-09-22T14:25:00 | gcp',
      '6: start and stop are not times such as 2026-09-22T19:00:00+02:00',
    ]);
    const zones = [...entriesFromWatson([text], 'Europe/Berlin')].map((item) => 'timezone' in item && item.timezone);
    expect(zones).toEqual(['Europe/Berlin', 'Etc/GMT+5', 'Europe/Berlin', 'Europe/Berlin', false]);
  });

  test('the file of frames', () => {
    const start = Date.parse('2026-09-22T17:00:00Z') / 1000;
    const frames = [
      [start, start + 2700, 'gcp', 'f1', ['lake'], start + 2700],
      [start, start + 2700, 'gcp', '', [], 0],
      ['x', 1, 'gcp', 'f3', [], 0],
      [start + 0.4999, start + 2700.5005, 'gcp', 'f4', [], 0],
      [-1e13, start, 'gcp', 'f5', [], 0],
    ];
    expect(told(entriesFromWatson, JSON.stringify(frames))).toEqual([
      '2026-09-22T17:00:00 | 2026-09-22T17:45:00 | gcp+lake',
      '1: the frame has no id',
      '1: start and stop are not seconds since 1970',
      '2026-09-22T17:00:00 | 2026-09-22T17:45:00 | gcp',
      '1: start and stop are not seconds since 1970',
    ]);
    const instants = [...entriesFromWatson([JSON.stringify(frames)], 'Europe/Berlin')].map(
      (item) => 'startedAt' in item && Number.isInteger(item.startedAt) && Number.isInteger(item.endedAt),
    );
    expect(instants).toEqual([true, false, false, true, false]);
  });
});

describe('klog', () => {
  test('records with ranges, durations, breaks, tags and shifted times', () => {
    const text = `2026-09-22 (8h!)
Evening course #gcp
    19:00 - 20:30 Storage #lake
        and more of it
    -15m coffee
    45m #topic="data mesh"
    1h

2026/09/23
\t8:00am-9:15AM #lake
\t<23:30 - 0:30
\t23:00 - 0:30> over midnight
\t22:00 - ?
\t22:00 - 24:00
`;
    expect(told(entriesFromKlog, text)).toEqual([
      '2026-09-22T17:00:00 | 2026-09-22T18:30:00 | 75 | gcp+lake | Storage #lake/and more of it',
      '2026-09-22T10:00:00 | 2026-09-22T10:45:00 | gcp+topic=data mesh | #topic="data mesh"',
      '2026-09-22T10:45:00 | 2026-09-22T11:45:00 | gcp',
      '2026-09-23T06:00:00 | 2026-09-23T07:15:00 | lake | #lake',
      '2026-09-22T21:30:00 | 2026-09-22T22:30:00 | ',
      '2026-09-23T21:00:00 | 2026-09-23T22:30:00 |  | over midnight',
      '2026-09-23T20:00:00 | running | ',
      '2026-09-23T20:00:00 | 2026-09-23T22:00:00 | ',
    ]);
  });

  test('what is wrong, with its line', () => {
    const text = 'Monday\n    1h\n\n2026-09-22\n    -1h\n    9:00 - 8:00\n    soon\n    9:00 - 9:30\n    -40m\n';
    expect(told(entriesFromKlog, text)).toEqual([
      '1: a record begins with a date such as 2026-09-22',
      '5: a break of 1 h, but the record has only 30 m',
      '6: an entry begins with a duration (1h30m) or a range (9:00 - 10:30)',
      '7: an entry begins with a duration (1h30m) or a range (9:00 - 10:30)',
      '2026-09-22T07:00:00 | 2026-09-22T07:30:00 | ',
      '9: a break of 40 m, but the record has only 30 m',
    ]);
  });
});

test('a klog record without a date is rejected with all that stands in it', () => {
  const text = '2026-13-45\nSummary\n    1h #a\n        more\n    2h #b\n';
  const [rejected] = [...entriesFromKlog([text], 'Europe/Berlin')];
  expect(rejected).toMatchObject({ line: 1, text: text.trimEnd() });
});

describe('toggl', () => {
  const header =
    '"User","Email","Client","Project","Task","Description","Billable","Start date","Start time","End date","End time","Duration","Tags"';
  test('the detailed report, whatever the duration format', () => {
    const rows = [
      '"A","a@x.test","","gcp","lake","Lab, ""two""","No","2026-09-22","19:00:00","2026-09-22","19:45:30","00:45:30","lab, evening"',
      'A,a@x.test,,gcp,,,No,2026-09-22,19:00:00,2026-09-22,19:18:25,18:25 min,',
      'A,a@x.test,,,,,No,2026-09-22,7:00:00 PM,2026-09-22,8:00:00 PM,1:00:00,',
    ];
    expect(told(entriesFromToggl, `\ufeff${[header, ...rows].join('\r\n')}\r\n`)).toEqual([
      '2026-09-22T17:00:00 | 2026-09-22T17:45:30 | gcp+lake+lab+evening | Lab, "two"',
      '2026-09-22T17:00:00 | 2026-09-22T17:18:25 | gcp',
      '2026-09-22T17:00:00 | 2026-09-22T18:00:00 | ',
    ]);
  });

  test('what is wrong, with its line', () => {
    expect(told(entriesFromToggl, 'Project,Start day,Start time\n')).toEqual([
      '1: the column "start date" is missing; is it "start day"?',
      '1: the column "duration" is missing',
    ]);
    const rows = [
      'a,09/22/2026,19:00:00,1:00:00',
      'a,2026-09-22,evening,1:00:00',
      'a,2026-09-22,19:00:00,1 h',
      'a,2026-09-22',
    ];
    expect(told(entriesFromToggl, ['Project,Start date,Start time,Duration', ...rows].join('\n'))).toEqual([
      expect.stringContaining('2: Start date "09/22/2026" is not a date such as 2026-09-22'),
      '3: Start time "evening" is not a time such as 19:00:00',
      '4: Duration "1 h" is not a duration such as 00:45:00',
      '5: 2 cells where the header has 4',
    ]);
  });
});

describe('the end of a toggl row', () => {
  const header = 'Project,Start date,Start time,End date,End time,Duration';
  const read = (...rows: string[]) => told(entriesFromToggl, [header, ...rows].join('\n'));
  test.each([
    ['2026-09-22,19:00:00,2026-09-22,20:00:00,00:30:00', '00:30:00'],
    ['2026-09-22,19:00:00,2026-09-22,18:00:00,01:00:00', '01:00:00'],
    ['2026-09-22,23:30:00,2026-09-22,00:30:00,01:00:00', '01:00:00'],
    ['2026-03-29,01:30:00,2026-03-29,03:30:00,02:00:00', '02:00:00'],
  ])('%s is asked about', (row, duration) => {
    expect(read(`a,${row}`)).toEqual([
      expect.stringMatching(new RegExp(`^2: from .* is not ${duration}: which is right`)),
    ]);
  });

  test('settles the doubled hour of autumn, may cross midnight, lack seconds, or be missing', () => {
    expect(
      read(
        'a,2025-10-26,02:30:00,2025-10-26,03:15:00,00:45:00',
        'a,2025-10-26,02:30:00,2025-10-26,03:15:00,01:45:00',
        'a,2025-10-26,02:50:00,2025-10-26,02:10:00,00:20:00',
        'a,2025-10-26,02:10:00,2025-10-26,02:20:00,00:10:00',
        'a,2026-03-29,01:30:00,2026-03-29,03:30:00,01:00:00',
        'a,2026-09-22,23:30:00,2026-09-23,00:30:00,01:00:00',
        'a,2026-09-22,7:00 PM,2026-09-22,7:45 PM,00:45:40',
        'a,2025-10-26,02:30:00,,,00:45:00',
      ),
    ).toEqual([
      '2025-10-26T01:30:00 | 2025-10-26T02:15:00 | a',
      '2025-10-26T00:30:00 | 2025-10-26T02:15:00 | a',
      '2025-10-26T00:50:00 | 2025-10-26T01:10:00 | a',
      '2025-10-26T00:10:00 | 2025-10-26T00:20:00 | a',
      '2026-03-29T00:30:00 | 2026-03-29T01:30:00 | a',
      '2026-09-22T21:30:00 | 2026-09-22T22:30:00 | a',
      '2026-09-22T17:00:00 | 2026-09-22T17:45:40 | a',
      '2025-10-26T00:30:00 | 2025-10-26T01:15:00 | a',
    ]);
  });
});

import { expect, test } from 'vitest';
import { renderCsv } from '../../src/render/csv.ts';
import { BLANK, line } from '../../src/report/doc.ts';
import { csvLine } from '../../src/transfer/csv-text.ts';

test.each([
  [['a', 'b'], 'a,b'],
  [['', null, 'x'], ',,x'],
  [[45, -1.5, 0], '45,-1.5,0'],
  [['a,b'], '"a,b"'],
  [['a;b'], 'a;b'],
  [['say "hi"'], '"say ""hi"""'],
  [['two\nlines'], '"two\nlines"'],
  [['two\r\nlines'], '"two\r\nlines"'],
  [[' spaces '], ' spaces '],
  [['=1+1'], "'=1+1"],
  [['+1'], "'+1"],
  [['-1'], "'-1"],
  [['@SUM(A1)'], "'@SUM(A1)"],
  [['\t=1'], "'\t=1"],
  [['\r=1'], '"\'\r=1"'],
  [[' =1+1'], "' =1+1"],
  [['\u00a0\t@SUM(A1)'], "'\u00a0\t@SUM(A1)"],
  [['＝1', '＋1', '－1', '　＠x'], "'＝1,'＋1,'－1,'　＠x"],
  [["'=1"], "''=1"],
  [["' =1"], "'' =1"],
  [["it's"], "it's"],
  [["'quoted'"], "'quoted'"],
  [['=HYPERLINK("http://x","y")'], '"\'=HYPERLINK(""http://x"",""y"")"'],
])('%j is the line %j', (cells, text) => expect(csvLine(cells)).toBe(`${text}\r\n`));

test('with another delimiter only that one is quoted', () =>
  expect(csvLine(['a;b', 'c,d', 1.5], ';')).toBe('"a;b";c,d;1.5\r\n'));

test('the first table of a report is printed with keys and bare values', () => {
  const table = {
    kind: 'table' as const,
    columns: [
      { key: 'topic_id', header: 'Topic' },
      { key: 'minutes', header: '' },
    ],
    rows: [
      [
        { text: 'Sharing data', value: 'sharing-data' },
        { text: '1 h 30 m', value: 90, bar: 0.5 },
      ],
      [{ text: 'as shown' }, { text: '–', value: null }],
    ],
  };
  expect(renderCsv({ title: 'T', data: null, blocks: [line('before'), BLANK, table, { ...table, rows: [] }] })).toBe(
    'topic_id,minutes\r\nsharing-data,90\r\nas shown,\r\n',
  );
  expect(renderCsv({ title: 'T', data: null, blocks: [line('only text')] })).toBe('');
});

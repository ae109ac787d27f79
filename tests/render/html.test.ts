import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { htmlSpan, htmlText } from '../../src/render/html-text.ts';
import { PAGE_STYLE } from '../../src/render/page-style.ts';
import { safeLink } from '../../src/render/safe-link.ts';
import { type Block, type Chart, heading, line, type Table } from '../../src/report/doc.ts';
import type { Drawing } from '../../src/report/doc-drawing.ts';

const TABLE: Table = {
  kind: 'table',
  columns: [
    { key: 'day', header: 'Day' },
    { key: 'hours', header: '', align: 'right' },
  ],
  rows: [[{ text: 'a<b' }, { text: '2', value: 2, bar: 0.25, barTo: 0.5 }]],
};
const page = (...blocks: Block[]) => renderHtml({ title: 'T & "co"', data: null, blocks });
const chart = (drawing: Drawing, title = 'A chart'): Chart => ({
  kind: 'chart',
  title,
  alternative: 'What it shows.',
  drawing,
  table: TABLE,
});

test('no text gets out of its place, in tags or in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = htmlText(text);
      expect(safe).not.toMatch(/[<>"'\u0000\u202e]/);
      expect(safe.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});

test.each([
  ['https://example.test/a?b=c&d', 'https://example.test/a?b=c&d'],
  ['HTTP://EXAMPLE.test', 'http://example.test/'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['//example.test', undefined],
  ['www.example.test', undefined],
  ['practice set 1', undefined],
  ['https://', undefined],
])('the address %j is %j', (text, address) => expect(safeLink(text)).toBe(address));

test('a link keeps its quotes to itself', () => {
  expect(htmlSpan({ text: 'x', link: 'https://example.test/"onclick="y' })).toBe(
    '<a href="https://example.test/%22onclick=%22y" rel="noreferrer">x</a>',
  );
  expect(htmlSpan({ text: '<x>', tone: 'warn', link: 'javascript:y' })).toBe('<span class="warn">&lt;x&gt;</span>');
});

test('a page has headings one finds again, contents from three on, and tables with named columns and rows', async () => {
  const html = await page(heading(2, 'One'), line('text'), heading(2, 'Two'), TABLE, heading(2, 'Three'));
  expect(html).toContain('<title>T &amp; &quot;co&quot;</title>');
  expect(html).toContain('<li><a href="#part-3">Three</a></li>');
  expect(html).toContain('<h2 id="part-3">Three</h2>');
  expect(html).toContain('<th scope="row" role="rowheader">a&lt;b</th>');
  expect(html).toContain('<th scope="col" role="columnheader" class="right">hours</th>');
  expect(html).toContain('style="--to:25%;--until:50%"');
  expect(await page(heading(2, 'One'), heading(2, 'Two'))).not.toContain('<nav');
});

const EMPTY_TIME: Drawing = {
  kind: 'time',
  unit: 'hours',
  from: '2026-09-01',
  to: '2026-09-02',
  most: null,
  layers: [],
  levels: [],
  moments: [],
};

test.each<[string, Drawing]>([
  ['nothing over time', EMPTY_TIME],
  [
    'one point',
    {
      ...EMPTY_TIME,
      unit: 'percent',
      most: 1,
      layers: [
        { kind: 'line', name: 'x', hue: 0, points: [{ date: '2026-09-01', value: 0.5 }] },
        { kind: 'band', name: 'y', hue: 0, points: [{ date: '2026-09-01', low: 0, high: 1 }] },
      ],
      moments: [{ date: '2026-09-01', text: 'today' }],
    },
  ],
  [
    'no hours',
    {
      ...EMPTY_TIME,
      layers: [{ kind: 'bars', name: 'x', hue: 1, points: [{ date: '2026-09-01', to: '2026-09-08', value: 0 }] }],
    },
  ],
  ['no rows', { kind: 'ranges', rows: [], levels: [] }],
  ['no parts', { kind: 'parts', series: [], rows: [{ name: 'x', note: '', parts: [] }] }],
  [
    'one day',
    {
      kind: 'calendar',
      weekdays: [],
      squares: [{ row: 0, column: 0, weekday: 1, step: 0, text: '' }],
      steps: [],
      years: [],
      months: [],
      moments: [],
    },
  ],
])('a chart of %s is drawn without a number that is none', async (_, drawing) => {
  const html = await page(chart(drawing));
  expect(html.match(/<svg/g)).toHaveLength(2);
  expect(html).not.toMatch(/NaN|Infinity|undefined/);
});

test('names in a chart are text', async () => {
  const html = await page(
    chart({
      kind: 'ranges',
      rows: [{ name: '</text><script>x</script>', note: '&<', value: 0.5, low: 0.4, high: 0.6 }],
      levels: [],
    }),
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
});

test('a calendar shows its squares, months and moments on a screen and on a phone', async () => {
  const html = await page(
    chart({
      kind: 'calendar',
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      squares: [
        { row: 2025, column: 26, weekday: 1, step: 2, text: 'the first of July' },
        { row: 2026, column: 0, weekday: 3, step: 0, text: '' },
      ],
      steps: ['nothing', 'some', 'much'],
      years: [
        { row: 2025, text: '2025' },
        { row: 2026, text: '2026' },
      ],
      months: [
        { row: 2025, column: 20, text: 'Jul' },
        { row: 2026, column: 0, text: 'Jan' },
      ],
      moments: [{ row: 2026, column: 0, weekday: 3, text: 'exam' }],
    }),
  );
  expect(html.match(/fill="var\(--day2\)"/g)).toHaveLength(2);
  expect(html.match(/<title>the first of July<\/title>/g)).toHaveLength(2);
  expect(html.match(/<title>exam<\/title>/g)).toHaveLength(2);
  const labels = [...html.matchAll(/>(Jul|Jan|\d{4})</g)].map(([, label]) => label);
  expect(labels).toEqual(['Jul', 'Jan', '2025', '2026', 'Jul', 'Jan', '2025', '2026']);
  const legend = [...html.matchAll(/<li><span class="sign (\w+)" aria-hidden="true">(.)<\/span>(\w+)/g)];
  expect(legend.map(([, ...entry]) => entry)).toEqual([
    ['day0', '■', 'nothing'],
    ['day1', '■', 'some'],
    ['day2', '■', 'much'],
    ['ink', '□', 'exam'],
  ]);
});

test('names of months keep clear of each other: the rest of a month gives way, and a phone shows every other one', async () => {
  const columns = [0, 1, 5, 9, 14, 18, 22, 27, 31, 35, 40, 44];
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const html = await page(
    chart({
      kind: 'calendar',
      weekdays: [],
      squares: Array.from({ length: 53 }, (_, column) => ({ row: 0, column, weekday: 0, step: 0, text: '' })),
      steps: [],
      years: [],
      months: columns.map((column, i) => ({ row: 0, column, text: names[i] ?? '' })),
      moments: [],
    }),
  );
  const labels = (svg = '') => [...svg.matchAll(/>([A-Z][a-z]{2})</g)].map(([, label]) => label);
  const [wide, narrow] = html.split('</svg>').map((part) => part.slice(part.indexOf('<svg')));
  expect(labels(wide)).toEqual(names.slice(1));
  expect(labels(narrow)).toEqual(['Feb', 'Apr', 'Jun', 'Aug', 'Oct', 'Dec']);
});

test('an interval of one point is drawn, levels are named where no data is, and every provider has a sign of its own', async () => {
  const point = { date: '2026-09-05', value: 0.5, low: 0.3, high: 0.7, text: 'x' };
  const dots = Array.from({ length: 6 }, (_, i) => ({
    kind: 'dots' as const,
    name: `p${i}`,
    hue: 0 as const,
    points: [point],
  }));
  const html = await page(
    chart({
      ...EMPTY_TIME,
      to: '2026-09-09',
      unit: 'percent',
      most: 1,
      layers: [{ kind: 'band', name: 'interval', hue: 1, points: [point] }, ...dots],
      levels: [{ value: 0.7, text: 'target 70 %' }],
    }),
  );
  expect(html.match(/stroke="var\(--hue1\)"/g)).toHaveLength(2);
  expect(html.match(/target 70\u00a0%/g)).toHaveLength(1);
  expect([...html.matchAll(/hue0" aria-hidden="true">(.)</gu)].map(([, sign]) => sign).join('')).toBe('●■◆▲★✚');
});

test('a paragraph is a verdict when it begins with one', async () => {
  const warn = { text: 'Borderline.', tone: 'warn' } as const;
  expect(await page(line(warn, ' More.'))).toContain('<p class="verdict"><span class="warn">');
  expect(await page(line('Section 1: ', warn))).toContain('<p>Section 1: <span class="warn">');
});

test('a number and its percent sign stay on one line', () => expect(htmlText('7 % of 8')).toBe('7\u00a0% of 8'));

test('a report without charts loads no chart library and holds no picture', async () => {
  expect(await page(line('text'))).not.toContain('<svg');
});

test('a page brings everything along', async () => {
  const html = await page(chart(EMPTY_TIME), line({ text: 'x', link: 'https://example.test' }));
  expect(html.replaceAll(/ href="https:[^"]*"/g, '')).not.toMatch(/https?:|src=|@import|url\(|<script|<link/);
  expect(PAGE_STYLE).not.toMatch(/url\(|@import/);
});

import fc from 'fast-check';
import wcwidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../src/render/text.ts';
import type { TextStyle } from '../../src/render/text-table.ts';
import { BLANK, type Block, type Column, line, muted, type Table } from '../../src/report/doc.ts';
import { mixedText } from './scripts.ts';

const PLAIN: TextStyle = { width: 80, accessible: false, paint: (_, text) => text };
const shown = (block: Block, style: Partial<TextStyle> = {}) =>
  renderText({ title: 'T', data: null, blocks: [block] }, { ...PLAIN, ...style });
const rows = (block: Block, style: Partial<TextStyle> = {}) => shown(block, style).split('\n').slice(0, -1);

const PROGRESS: Table = {
  kind: 'table',
  columns: [
    { key: 'topic', header: 'Topic', flexible: true },
    { key: 'covered', header: 'Covered', rank: 2 },
    { key: 'minutes', header: 'Time', align: 'right', rank: 1 },
  ],
  rows: [
    [
      { text: 'Sharing data with everybody who asks' },
      { text: '50 %', bar: 0.5, spoken: '50 percent' },
      { text: '45 m' },
    ],
    [{ text: '日本語 👍🏽' }, { text: '1 %', bar: 0.01 }, { text: '1 h 30 m' }],
  ],
};

describe('a table', () => {
  test('stands in columns, whatever the width of its characters', () => {
    expect(rows(PROGRESS)).toEqual([
      'Topic                                 Covered            Time',
      'Sharing data with everybody who asks  ████░░░░ 50 %      45 m',
      '日本語 👍🏽                             █░░░░░░░ 1 %   1 h 30 m',
    ]);
  });

  test('gives up columns by rank, then bars, then the ends of long text', () => {
    expect(rows(PROGRESS, { width: 45 })[1]).toBe('Sharing data with everybody w…  ████░░░░ 50 %');
    expect(rows(PROGRESS, { width: 38 })[1]).toBe('Sharing data with everybody who asks');
    expect(rows(PROGRESS, { width: 30 })[1]).toBe('Sharing data with everybody w…');
    const kept = { ...PROGRESS, columns: PROGRESS.columns.map(({ rank: _, ...column }) => column) };
    expect(rows(kept, { width: 34 })[1]).toBe('Sharing data w…  50 %         45 m');
  });

  test('is never wider than the terminal, and aligned, in any script', () => {
    const text = fc.oneof(fc.string({ maxLength: 60 }), mixedText);
    const cell = fc.record({ text, bar: fc.double({ min: -1, max: 2, noNaN: true }) }, { requiredKeys: ['text'] });
    const header = fc.oneof(fc.string({ unit: fc.constantFrom(...'abcdef '), maxLength: 12 }), mixedText);
    const columns: fc.Arbitrary<Column[]> = fc
      .array(
        fc.record({
          key: fc.constant('k'),
          header,
          rank: fc.nat(3),
          flexible: fc.boolean(),
          align: fc.constantFrom('left', 'right'),
        }),
        { maxLength: 5 },
      )
      .map((ranked) => [{ key: 'first', header: 'First', flexible: true }, ...ranked]);
    const tables = columns.chain((some) =>
      fc
        .array(fc.tuple(...some.map(() => cell)), { maxLength: 5 })
        .map((list): Table => ({ kind: 'table', columns: some, rows: list })),
    );
    fc.assert(
      fc.property(tables, fc.integer({ min: 40, max: 120 }), (table, width) => {
        for (const row of rows(table, { width })) expect(wcwidth(row)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 500 },
    );
    const columnEnds = (row: string) => row.split('|').map((_, i, cells) => wcwidth(cells.slice(0, i).join('|')));
    const marked = fc
      .tuple(mixedText, mixedText)
      .map((texts) => [...texts.map((one) => ({ text: one })), { text: '|' }]);
    fc.assert(
      fc.property(
        fc.array(marked, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (list, width) => {
          const columns = [true, true, false].map(
            (flexible, i): Column => ({ key: `${i}`, header: i < 2 ? 'T' : '|', flexible }),
          );
          const ends = rows({ kind: 'table', columns, rows: list }, { width }).map((row) => columnEnds(row).at(-1));
          expect(new Set(ends).size).toBe(1);
        },
      ),
    );
  });

  test('is wrapped in any script: paragraphs, notes and values are never wider than the terminal, and lose nothing', () => {
    const label = fc.constantFrom('Covered', 'Прогноз', 'データ');
    fc.assert(
      fc.property(
        fc.array(mixedText, { maxLength: 6 }),
        label,
        fc.integer({ min: 40, max: 120 }),
        (texts, name, width) => {
          const spans = texts.map((one, i) => (i % 2 ? muted(one) : { text: one }));
          const facts: Block = {
            kind: 'facts',
            facts: [
              { label: name, cell: { text: '5 %', bar: 0.5 }, note: texts.join(' ') },
              { label: 'Note', cell: { text: texts.join(' ') } },
            ],
          };
          for (const block of [line(...spans), facts])
            for (const row of rows(block, { width })) expect(wcwidth(row)).toBeLessThanOrEqual(width);
          const said = (text: string) => text.replace(/\s/g, '');
          expect(said(shown(line(...spans), { width }))).toBe(said(texts.join('')));
        },
      ),
    );
  });

  test('shortens text of any length', () => {
    const table: Table = {
      kind: 'table',
      columns: [
        { key: 'a', header: 'Note', flexible: true },
        { key: 'b', header: 'Topic', flexible: true },
      ],
      rows: [[{ text: 'n'.repeat(1_000_000) }, { text: 't'.repeat(50) }]],
    };
    expect(rows(table, { width: 61 })[1]).toBe(`${'n'.repeat(28)}…  ${'t'.repeat(29)}…`);
  });

  test('has no header line when no column has a header', () => {
    const bare: Table = { kind: 'table', columns: [{ key: 'a', header: '' }], rows: [[{ text: 'x' }]] };
    expect(shown(bare)).toBe('x\n');
  });

  test('is padded before it is painted', () => {
    const table: Table = {
      kind: 'table',
      columns: [
        { key: 'a', header: '' },
        { key: 'b', header: '' },
      ],
      rows: [
        [{ text: 'x', tone: 'bad' }, { text: 'y' }],
        [{ text: 'longer' }, { text: 'z' }],
      ],
    };
    expect(rows(table, { paint: (tone, text) => `<${tone}>${text}</>` })).toEqual(['<bad>x</>       y', 'longer  z']);
  });
});

const FACTS: Block = {
  kind: 'facts',
  facts: [
    { label: 'Covered', cell: { text: '64 %', bar: 0.64, spoken: '64 percent' }, note: 'of the guide by weight' },
    { label: 'Week', cell: { text: '2 h' }, note: 'goal 6 h' },
  ],
};

test('facts stand under each other', () =>
  expect(rows(FACTS)).toEqual([
    'Covered  █████░░░  64 %  of the guide by weight',
    'Week               2 h   goal 6 h',
  ]));

test.each([
  [-1, '░░░░░░░░'],
  [0, '░░░░░░░░'],
  [0.001, '█░░░░░░░'],
  [0.499, '███░░░░░'],
  [0.5, '████░░░░'],
  [0.999, '███████░'],
  [1, '████████'],
  [3.3, '████████'],
])('a share of %f is drawn %s', (bar, drawn) => {
  expect(shown({ kind: 'facts', facts: [{ label: 'x', cell: { text: '', bar } }] })).toContain(drawn);
});

test('spoken, everything is a sentence without bars', () => {
  const said = rows(FACTS, { accessible: true }).concat(rows(PROGRESS, { accessible: true }));
  expect(said).toEqual([
    'Covered: 64 percent, of the guide by weight.',
    'Week: 2 h, goal 6 h.',
    'Sharing data with everybody who asks: covered 50 percent, time 45 m.',
    '日本語 👍🏽: covered 1 %, time 1 h 30 m.',
  ]);
});

test('no row of coloured text begins with the space it was broken at', () => {
  const paint: TextStyle['paint'] = (_, text) => `\u001b[2m${text}\u001b[22m`;
  const broken = rows(line(muted('twenty columns wide: yes it is, and more of it')), { width: 20, paint });
  expect(broken.length).toBeGreaterThan(2);
  for (const row of broken) expect(row.replaceAll(/\u001b\[\d+m/g, '')).toMatch(/^\S.*\S$/);
});

test('long text is wrapped at words and keeps its indentation', () => {
  expect(rows(line('  one two three four five six'), { width: 24 })).toEqual(['  one two three four', '  five six']);
});

test.each([line(muted('a\u001b[2Jb')), { ...PROGRESS, rows: [[{ text: 'a\u001b[2Jb' }]] }])(
  '%#: nothing reaches the terminal raw',
  (block) => {
    expect(shown(block)).toContain('a␛[2Jb');
    expect(shown(block, { accessible: true })).not.toContain('\u001b');
  },
);

test('a blank is an empty line', () => expect(shown(BLANK)).toBe('\n'));

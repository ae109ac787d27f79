import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText, renderMarkdown } from '../../src/render/markdown.ts';
import { BLANK, line, muted, type Span, strong } from '../../src/report/doc.ts';

test.each([
  ['plain, 1.5 h (a-b)', 'plain, 1.5 h (a-b)'],
  ['a|b', 'a\\|b'],
  ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
  ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
  ['[link](javascript:x)', '\\[link\\](javascript:x)'],
  ['back\\slash', 'back\\\\slash'],
  ['two\nlines', 'two<br>lines'],
  ['two\r\nlines', 'two<br>lines'],
  ['&lt; & co', '&amp;lt; &amp; co'],
  ['\u001b[0m', '␛\\[0m'],
])('%j is written "%s"', (text, markdown) => expect(markdownText(text)).toBe(markdown));

test('no text ends a table cell, a row, or opens HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'|\\<>&\r\n`a'), maxLength: 20 }), (text) => {
      const written = markdownText(text).replaceAll('<br>', '');
      expect(written).not.toMatch(/[<>\n]/);
      expect(written.replace(/\\./g, '')).not.toMatch(/[|`\\]/);
      expect(written.replace(/&(lt|gt|amp);/g, '')).not.toContain('&');
    }),
  );
});

const paragraph = (...spans: (string | Span)[]) =>
  renderMarkdown({ title: 'T', data: null, blocks: [line(...spans)] }).replace('# T\n\n', '');

test('strong words keep the spaces around them', () => {
  expect(paragraph('a', strong(' b c '), 'd', strong(' '), 'e')).toBe('a **b c** d e\n');
});

test.each([
  ['- a', '\\- a'],
  ['+ a', '\\+ a'],
  ['1. a', '1\\. a'],
  ['12) a', '12\\) a'],
  ['    a', 'a'],
  ['# a', '\\# a'],
  ['-2d', '-2d'],
  ['1.5 h', '1.5 h'],
  ['-', '\\-'],
  ['+', '\\+'],
  ['1.', '1\\.'],
  ['---', '\\---'],
])('a paragraph "%s" is no list, code, heading or rule', (text, markdown) =>
  expect(paragraph(text)).toBe(`${markdown}\n`),
);

test('a report has a title, lists of facts and tables', () => {
  const report = {
    title: 'Where you *stand*',
    data: null,
    blocks: [
      BLANK,
      line('Study ', strong('today'), muted(' or later')),
      {
        kind: 'facts' as const,
        facts: [
          { label: 'Covered', cell: { text: '64 %', bar: 0.64 }, note: 'by weight' },
          { label: 'Goal', cell: { text: '6 h' } },
        ],
      },
      {
        kind: 'table' as const,
        columns: [
          { key: 'topic', header: 'Topic' },
          { key: 'minutes', header: '', align: 'right' as const },
        ],
        rows: [[{ text: 'a|b' }, { text: '45 m', value: 45, bar: 1 }]],
      },
    ],
  };
  expect(renderMarkdown(report)).toBe(`# Where you \\*stand\\*

Study **today** or later

- **Covered:** 64 %, by weight
- **Goal:** 6 h

| Topic | minutes |
| --- | --: |
| a\\|b | 45 m |
`);
});

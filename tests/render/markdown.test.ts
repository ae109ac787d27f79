import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText, renderMarkdown } from '../../src/render/markdown.ts';
import { BLANK, heading, line, muted, strong } from '../../src/report/doc.ts';

test.each([
  ['plain, 1.5 h (a-b)', 'plain, 1.5 h (a-b)'],
  ['a|b', 'a\\|b'],
  ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
  ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
  ['[link](javascript:x)', '\\[link\\](javascript:x)'],
  ['back\\slash', 'back\\\\slash'],
  ['two\nlines', 'two<br>lines'],
  ['\u001b[0m', '␛\\[0m'],
])('%j is written "%s"', (text, markdown) => expect(markdownText(text)).toBe(markdown));

test('no text ends a table cell, a row, or opens HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'|\\<>\n`a'), maxLength: 20 }), (text) => {
      const written = markdownText(text).replaceAll('<br>', '');
      expect(written).not.toMatch(/[<>\n]/);
      expect(written.replace(/\\./g, '')).not.toMatch(/[|`\\]/);
    }),
  );
});

test('a report has a title, headings, lists of facts and tables', () => {
  const report = {
    title: 'Where you *stand*',
    data: null,
    blocks: [
      heading('Facts'),
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

## Facts

Study **today** or later

- **Covered:** 64 %, by weight
- **Goal:** 6 h

| Topic | minutes |
| --- | --: |
| a\\|b | 45 m |
`);
});

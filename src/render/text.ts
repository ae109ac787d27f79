import type { Block, Cell, Fact, Report, Span } from '../report/doc.ts';
import { BAR_WIDTH, bar, GAP } from './bar.ts';
import { pad, type TextStyle, tableLines, tableSentences } from './text-table.ts';
import { visible, visibleLine } from './visible.ts';
import { shortened, widthOf } from './width.ts';
import { wrapSpans } from './wrap.ts';

/** A report as text for a terminal: padded first, painted after, never wider than `width` where words allow. */
export function renderText(report: Report, style: TextStyle): string {
  return report.blocks.map((block) => renderBlock(block, style)).join('');
}

function renderBlock(block: Block, style: TextStyle): string {
  switch (block.kind) {
    case 'blank':
      return '\n';
    case 'text':
      return paragraph(block.spans, style);
    case 'facts':
      return style.accessible ? block.facts.map(factSentence).join('') : factLines(block.facts, style);
    case 'heading':
      return `\n${paragraph([{ text: block.text, tone: 'strong' }], style)}\n`;
    case 'chart':
      return paragraph([{ text: `${block.title}. ${block.alternative}` }], style);
    case 'table':
      return style.accessible ? tableSentences(block) : tableLines(block, style);
  }
}

function painted(span: Span, style: TextStyle, text: string): string {
  return span.tone === undefined ? text : style.paint(span.tone, text);
}

/** Wraps the whole paragraph; continuation lines are indented like its first. */
function paragraph(spans: readonly Span[], style: TextStyle): string {
  const indent = /^ */.exec(spans[0]?.text ?? '')?.[0] ?? '';
  return wrapSpans(
    spans.map((span) => ({ ...span, text: visible(span.text) })),
    style.width - indent.length,
  )
    .map((row, i) => `${i === 0 ? '' : indent}${row.map((span) => painted(span, style, span.text)).join('')}\n`)
    .join('');
}

/** Text beside something narrower than this would be torn into pieces; it goes below. */
const LEAST_ROOM = 20;
const BELOW = '  ';

/** Facts in columns: label, bar, value, and the note beside them; what has no room there stands below, a little indented. */
function factLines(facts: readonly Fact[], style: TextStyle): string {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => widthOf(visibleLine(text))));
  const values = widest(facts.flatMap(({ cell, note }) => (note === undefined ? [] : [cell.text]))) + GAP;
  const labels = Math.min(widest(facts.map(({ label }) => label)) + GAP, style.width - values - 1);
  const drawn = facts.some(({ cell }) => cell.bar !== undefined) && labels + BAR_WIDTH + GAP + values <= style.width;
  const before = labels + (drawn ? BAR_WIDTH + GAP : 0);
  return facts
    .map(({ label, cell, note }) => {
      const name = pad(shortened(visibleLine(label), labels - GAP), labels, 'left');
      const start = painted({ text: '', tone: 'muted' }, style, name) + (drawn ? barText(cell) : '');
      if (note === undefined) return beside(start, before, cell, style);
      const value = painted(cell, style, pad(visibleLine(cell.text), values, 'left'));
      return beside(start + value, before + values, { text: visibleLine(note) }, style);
    })
    .join('');
}

function barText(cell: Cell): string {
  return (cell.bar === undefined ? '' : bar(cell)).padEnd(BAR_WIDTH + GAP);
}

/** A text in lines beside what stands before it in so many columns, or below that. */
function beside(start: string, columns: number, span: Span, style: TextStyle): string {
  const room = style.width - columns;
  const below = room < LEAST_ROOM && columns + widthOf(span.text) > style.width;
  const indent = below ? BELOW : ' '.repeat(columns);
  const rows = wrapSpans([{ ...span, text: visible(span.text) }], below ? style.width - BELOW.length : room).map(
    (row) => row.map((piece) => painted(span, style, piece.text)).join(''),
  );
  const [first = '', ...rest] = below ? ['', ...rows] : rows;
  return [`${start}${first}`, ...rest.map((row) => indent + row)].map((row) => `${row.trimEnd()}\n`).join('');
}

function factSentence({ label, cell, note, spoken }: Fact): string {
  if (spoken !== undefined) return `${label}: ${visibleLine(spoken)}.\n`;
  const said = [cell.spoken ?? cell.text, note ?? '']
    .filter((part) => part !== '')
    .map(visibleLine)
    .join(', ');
  return `${label}: ${said.replace(/\.$/, '')}.\n`;
}

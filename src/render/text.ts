import { wrapAnsi } from 'fast-wrap-ansi';
import type { Block, Fact, Report, Span, Tone } from '../report/doc.ts';
import { BAR_WIDTH, bar, GAP } from './bar.ts';
import { pad, tableLines, tableSentences } from './text-table.ts';
import { visible, visibleLine, widthOf } from './visible.ts';

/** How to print: columns available, how a tone looks, and whether to speak in sentences instead of columns and bars. */
export interface TextStyle {
  readonly width: number;
  readonly paint: (tone: Tone, text: string) => string;
  readonly accessible: boolean;
}

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
  const text = spans.map((span) => painted(span, style, visible(span.text))).join('');
  const indent = /^ */.exec(spans[0]?.text ?? '')?.[0] ?? '';
  return wrapped(text, style.width - indent.length)
    .map((row, i) => `${i === 0 ? '' : indent}${row}\n`)
    .join('');
}

function wrapped(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(width, 20), { hard: true, trim: false })
    .split('\n')
    .map((row, i) => (i === 0 ? row : row.replace(LEADING_SPACE, '$1')).trimEnd());
}

/** The space a row was broken at, with the colour codes before it. */
const LEADING_SPACE = /^((?:\u001b\[[\d;]*m)*) +/;

function factLines(facts: readonly Fact[], style: TextStyle): string {
  const labels = Math.max(...facts.map((fact) => widthOf(fact.label))) + GAP;
  const bars = facts.some(({ cell }) => cell.bar !== undefined) ? BAR_WIDTH + GAP : 0;
  const values =
    Math.max(0, ...facts.filter(({ note }) => note !== undefined).map(({ cell }) => widthOf(visibleLine(cell.text)))) +
    GAP;
  return facts
    .map(({ label, cell, note }) => {
      const start = painted({ text: '', tone: 'muted' }, style, label.padEnd(labels));
      const drawn = bars === 0 ? '' : (cell.bar === undefined ? '' : bar(cell)).padEnd(bars);
      if (note === undefined) {
        const rows = visible(cell.text)
          .split('\n')
          .flatMap((row) => wrapped(row, style.width - labels - bars));
        return rows
          .map((row, i) => `${i === 0 ? start + drawn : ' '.repeat(labels + bars)}${painted(cell, style, row)}\n`)
          .join('');
      }
      const value = painted(cell, style, pad(visibleLine(cell.text), values, 'left'));
      const indent = labels + bars + values;
      const rows = wrapped(visibleLine(note), style.width - indent);
      return (
        rows.map((row, i) => `${i === 0 ? start + drawn + value : ' '.repeat(indent)}${row}`.trimEnd()).join('\n') +
        '\n'
      );
    })
    .join('');
}

function factSentence({ label, cell, note, spoken }: Fact): string {
  if (spoken !== undefined) return `${label}: ${visibleLine(spoken)}.\n`;
  const said = [cell.spoken ?? cell.text, note ?? '']
    .filter((part) => part !== '')
    .map(visibleLine)
    .join(', ');
  return `${label}: ${said.replace(/\.$/, '')}.\n`;
}

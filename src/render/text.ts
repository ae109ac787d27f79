import truncatedWidth from 'fast-string-truncated-width';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Block, Cell, Column, Fact, Report, Span, Table, Tone } from '../report/doc.ts';
import { factSentence, tableSentences } from './text-sentences.ts';
import { visible, visibleLine } from './visible.ts';

/** How to print: columns available, how a tone looks, and whether to speak in sentences instead of columns and bars. */
export interface TextStyle {
  readonly width: number;
  readonly paint: (tone: Tone, text: string) => string;
  readonly accessible: boolean;
}

const GAP = 2;
const BAR = 8;
const SHORTEST = 12;

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
    .map((row, i) => (i === 0 ? row.trimEnd() : row.trim()));
}

/** Eight cells, filled from the left; anything above nothing shows at least one. An interval is half filled from `bar` to `barTo`. */
function bar({ bar: share = 0, barTo }: Cell): string {
  const part = (value: number) => Math.min(1, Math.max(0, value)) * BAR;
  const least = share > 0 && barTo === undefined ? 1 : 0;
  const full = Math.max(least, Math.floor(part(share) + 1e-9));
  const half = barTo === undefined ? full : Math.max(full, 1, Math.round(part(barTo)));
  return '█'.repeat(full) + '▒'.repeat(half - full) + '░'.repeat(BAR - half);
}

function factLines(facts: readonly Fact[], style: TextStyle): string {
  const labels = Math.max(...facts.map((fact) => stringWidth(fact.label))) + GAP;
  const bars = facts.some(({ cell }) => cell.bar !== undefined) ? BAR + GAP : 0;
  const values =
    Math.max(
      0,
      ...facts.filter(({ note }) => note !== undefined).map(({ cell }) => stringWidth(visibleLine(cell.text))),
    ) + GAP;
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

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

function cellText(cell: Cell | undefined): string {
  return visibleLine(cell?.text ?? '');
}

interface Fitted {
  readonly column: Column;
  readonly index: number;
  readonly width: number;
  /** Columns the bar takes; 0 when there is none or no room for one. */
  readonly bar: number;
}

function tableLines(table: Table, style: TextStyle): string {
  if (table.rows.length === 0) return '';
  const columns = fitColumns(table, style.width);
  const rowText = (texts: (fitted: Fitted) => string) =>
    columns
      .map((fitted) => texts(fitted))
      .join(' '.repeat(GAP))
      .trimEnd();
  const header = rowText(({ column, width }) => pad(shortened(column.header, width), width, column.align ?? 'left'));
  const rows = table.rows.map((row) =>
    rowText(({ column, index, width, bar: barWidth }) => {
      const cell = row[index];
      const text = shortened(cellText(cell), width - barWidth);
      const drawn = barWidth > 0 && cell?.bar !== undefined ? `${bar(cell)} ` : ' '.repeat(barWidth);
      const padded = drawn + pad(text, width - barWidth, column.align ?? 'left');
      return cell?.tone === undefined ? padded : padded.replace(text, () => style.paint(cell.tone as Tone, text));
    }),
  );
  const titled = table.columns.some(({ header: name }) => name !== '');
  return [...(titled ? [style.paint('muted', header)] : []), ...rows].map((text) => `${text}\n`).join('');
}

/** Makes a table fit: first columns go by rank, then the bars, then flexible columns are shortened. */
function fitColumns(table: Table, width: number): readonly Fitted[] {
  const natural = table.columns.map((column, index): Fitted => {
    const cells = table.rows.map((row) => row[index]);
    const drawn = cells.some((cell) => cell?.bar !== undefined) ? BAR + 1 : 0;
    const text = Math.max(0, ...cells.map((cell) => stringWidth(cellText(cell))));
    return { column, index, bar: drawn, width: Math.max(drawn + text, stringWidth(column.header)) };
  });
  const least = ({ column, width: own }: Fitted) => (column.flexible ? Math.min(own, 2 * SHORTEST) : own);
  const total = (columns: readonly Fitted[], size: (fitted: Fitted) => number) =>
    columns.reduce((sum, fitted) => sum + size(fitted) + GAP, -GAP);

  let columns = natural;
  for (;;) {
    const ranks = columns.flatMap(({ column }) => column.rank ?? []);
    if (total(columns, least) <= width || ranks.length === 0) break;
    const lowest = Math.min(...ranks);
    columns = columns.filter(({ column }) => column.rank !== lowest);
  }
  if (total(columns, least) > width)
    columns = columns.map((fitted) => ({
      ...fitted,
      bar: 0,
      width: Math.max(fitted.width - fitted.bar, stringWidth(fitted.column.header)),
    }));
  return shrunk(columns, total(columns, (fitted) => fitted.width) - width);
}

/** Takes columns off the widest flexible column, one at a time, so that none is starved for another. */
function shrunk(columns: readonly Fitted[], excess: number): readonly Fitted[] {
  const [widest] = columns
    .filter(({ column, width }) => column.flexible && width > SHORTEST)
    .toSorted((a, b) => b.width - a.width);
  if (excess <= 0 || widest === undefined) return columns;
  return shrunk(
    columns.map((fitted) => (fitted === widest ? { ...fitted, width: fitted.width - 1 } : fitted)),
    excess - 1,
  );
}

/** At most `width` columns, the last of them an ellipsis when something is missing. */
function shortened(text: string, width: number): string {
  const { truncated, index } = truncatedWidth(text, { limit: width, ellipsis: '…', ellipsisWidth: 1 });
  return truncated ? `${text.slice(0, index).trimEnd()}…` : text;
}

import type { Column, Table, Tone } from '../report/doc.ts';
import { BAR_WIDTH, bar, GAP } from './bar.ts';
import { visibleLine } from './visible.ts';
import { shortened, widthOf } from './width.ts';

/** How to print: columns available, how a tone looks, and whether to speak in sentences instead of columns and bars. */
export interface TextStyle {
  readonly width: number;
  readonly paint: (tone: Tone, text: string) => string;
  readonly accessible: boolean;
}

const SHORTEST = 12;
const SHORTEST_HEADER = 4;

/** A table as sentences, a row each. */
export function tableSentences({ columns, rows }: Table): string {
  return rows
    .map((row) => {
      const [first, ...rest] = row.map((cell, i) => ({ cell, column: columns[i] }));
      const said = rest
        .filter(({ cell }) => (cell.spoken ?? cell.text) !== '')
        .map(({ cell, column }) =>
          `${column?.spoken ?? column?.header.toLowerCase() ?? ''} ${visibleLine(cell.spoken ?? cell.text)}`.trim(),
        );
      const name = visibleLine(first?.cell.spoken ?? first?.cell.text ?? '');
      return said.length === 0 ? `${name}.\n` : `${name}: ${said.join(', ')}.\n`;
    })
    .join('');
}

/** Text padded to a width. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? space + text : text + space;
}

interface Fitted {
  readonly column: Column;
  readonly index: number;
  readonly width: number;
  /** The width of its cells, without the header. */
  readonly cells: number;
  /** Columns the bar takes; 0 when there is none or no room for one. */
  readonly bar: number;
}

/** A table in columns, padded first and painted after. */
export function tableLines(table: Table, style: TextStyle): string {
  if (table.rows.length === 0) return '';
  const texts = table.rows.map((row) => row.map(({ text }) => visibleLine(text)));
  const columns = fitColumns(table, texts, style.width);
  const rowText = (textOf: (fitted: Fitted) => string) =>
    columns
      .map((fitted) => textOf(fitted))
      .join(' '.repeat(GAP))
      .trimEnd();
  const header = rowText(({ column, width }) => pad(shortened(column.header, width), width, column.align ?? 'left'));
  const rows = table.rows.map((row, r) =>
    rowText(({ column, index, width, bar: barWidth }) => {
      const cell = row[index];
      const text = shortened(texts[r]?.[index] ?? '', width - barWidth);
      const drawn = barWidth > 0 && cell?.bar !== undefined ? `${bar(cell)} ` : ' '.repeat(barWidth);
      const padded = drawn + pad(text, width - barWidth, column.align ?? 'left');
      return cell?.tone === undefined ? padded : padded.replace(text, () => style.paint(cell.tone as Tone, text));
    }),
  );
  const titled = table.columns.some(({ header: name }) => name !== '');
  return [...(titled ? [style.paint('muted', header)] : []), ...rows].map((text) => `${text}\n`).join('');
}

/** Makes a table fit: first columns go by rank, then the bars, then flexible columns are shortened. */
function fitColumns(table: Table, texts: readonly (readonly string[])[], width: number): readonly Fitted[] {
  const natural = table.columns.map((column, index): Fitted => {
    const drawn = table.rows.some((row) => row[index]?.bar !== undefined) ? BAR_WIDTH + 1 : 0;
    const text = texts.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), 0);
    const cells = drawn + text;
    const own = Math.max(cells, widthOf(column.header));
    return {
      column,
      index,
      bar: drawn,
      cells,
      width: column.flexible ? Math.min(own, Math.max(width, SHORTEST)) : own,
    };
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
      cells: fitted.cells - fitted.bar,
      width: Math.max(fitted.width - fitted.bar, widthOf(fitted.column.header)),
    }));
  return shrunk(columns, total(columns, (fitted) => fitted.width) - width);
}

/**
 * Takes columns off the widest flexible column, one at a time, so that none is starved for another; where their shortest is too much
 * still, off headers wider than their cells, and at last off the widest of all.
 */
function shrunk(columns: readonly Fitted[], excess: number): readonly Fitted[] {
  const widths = columns.map(({ width }) => width);
  const widthAt = (i: number) => widths[i] ?? 0;
  const all = [...widths.keys()];
  const ways: ((i: number) => boolean)[] = [
    (i) => columns[i]?.column.flexible === true && widthAt(i) > SHORTEST,
    (i) => widthAt(i) > Math.max(columns[i]?.cells ?? 0, SHORTEST_HEADER),
    (i) => widthAt(i) > 1,
  ];
  for (let left = excess; left > 0; left--) {
    const open = ways.map((way) => all.filter(way)).find((found) => found.length > 0);
    if (open === undefined) break;
    const widest = open.reduce((most, i) => (widthAt(i) > widthAt(most) ? i : most));
    widths[widest] = widthAt(widest) - 1;
  }
  return columns.map((fitted, i) => ({ ...fitted, width: widthAt(i) }));
}

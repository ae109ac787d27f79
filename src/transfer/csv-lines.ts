import { parse } from 'csv-parse/sync';
import { didYouMean } from '../domain/did-you-mean.ts';
import { SESSION_COLUMNS, type SessionColumn } from './sessions-csv.ts';

/** A row that cannot be imported: the line it starts on, counted from 1, and why. */
export interface RowProblem {
  readonly line: number;
  readonly message: string;
}

/** A row as text: the line it starts on, and a cell for every column, empty where the file has none. */
export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<SessionColumn, string>>;
}

const NEEDED: readonly SessionColumn[] = ['topic_id', 'minutes'];
/** Splits a CSV into rows and checks its header and widths; also reads what a spreadsheet saved (BOM, `;`, LF). */
export function readCsvLines(text: string): { lines: CsvLine[]; problems: RowProblem[] } {
  const header = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split(/\r?\n/, 1)[0] ?? '';
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as never;
  } catch (error) {
    const { lines = 1, code, message } = error as { lines?: number; code?: string; message: string };
    const known =
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quoted cell is opened and never closed'
        : message.replace(/ at line \d+.*$/, '');
    return { lines: [], problems: [{ line: lines, message: known }] };
  }
  const names = records[0]?.record ?? [];
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (!names.includes('started_at') && !names.includes('study_date')) missing.push('study_date');
  const unknown = names.filter((name) => !SESSION_COLUMNS.includes(name as SessionColumn));
  const problems = [
    ...missing.map((column) => ({ line: 1, message: `the column ${column} is missing` })),
    ...unknown.map((name) => ({ line: 1, message: `unknown column "${name}"${suggestion(name, SESSION_COLUMNS)}` })),
  ];
  if (problems.length > 0) return { lines: [], problems };
  const lines: CsvLine[] = [];
  let end = records[0]?.info.lines ?? 1;
  for (const { record, info } of records.slice(1)) {
    const start = end + 1;
    end = info.lines;
    if (record.length !== names.length)
      problems.push({ line: start, message: `${record.length} cells where the header has ${names.length}` });
    else lines.push({ line: start, cells: cellsOf(names, record) });
  }
  return { lines, problems };
}

function cellsOf(names: readonly string[], record: readonly string[]): CsvLine['cells'] {
  const cells = Object.fromEntries(SESSION_COLUMNS.map((column) => [column, ''])) as Record<SessionColumn, string>;
  names.forEach((name, i) => {
    cells[name as SessionColumn] = unguarded(record[i] ?? '');
  });
  return cells;
}

/** Takes back the apostrophe an export put before text a spreadsheet could run. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** `; did you mean minutes?` where something known is near. */
export function suggestion(typed: string, known: readonly string[]): string {
  const [guess] = didYouMean(typed, known);
  return guess === undefined ? '' : `; did you mean ${guess}?`;
}

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
  const { records, problem } = readRecords(text);
  if (problem) return { lines: [], problems: [problem] };
  const [header, ...rows] = records;
  const names = header?.cells ?? [];
  const problems = headerProblems(names, header?.line ?? 1);
  if (problems.length > 0) return { lines: [], problems };
  const lines: CsvLine[] = [];
  for (const { line, cells } of rows) {
    if (cells.length === names.length) lines.push({ line, cells: cellsOf(names, cells) });
    else problems.push({ line, message: `${cells.length} cells where the header has ${names.length}` });
  }
  return { lines, problems };
}

interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records that are not blank, each with the line it starts on. */
function readRecords(text: string): { records: RawRecord[]; problem?: RowProblem } {
  const header = /\S.*/.exec(text)?.[0] ?? '';
  const records: RawRecord[] = [];
  let line = 1;
  const keep = ({ record, raw }: { record: string[]; raw: string }) => {
    if (record.length > 1 || record[0] !== '') records.push({ line, cells: record });
    line += raw.match(/\r\n|\r|\n/g)?.length ?? 1;
    return null;
  };
  try {
    parse(text, {
      bom: true,
      delimiter: header.includes(';') && !header.includes(',') ? ';' : ',',
      raw: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: keep as never,
    });
    return { records };
  } catch (error) {
    return { records, problem: { line, message: csvMessage(error as { code?: string; message: string }) } };
  }
}

/** The parser's words, or ours where a person would not know what to do. */
function csvMessage({ code, message }: { code?: string; message: string }): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return 'a quote inside a cell; quote the whole cell and write the quote twice';
  return message.replace(/ at line \d+.*$/, '');
}

function headerProblems(names: readonly string[], line: number): RowProblem[] {
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (!names.includes('started_at') && !names.includes('study_date')) missing.push('study_date');
  const unknown = names.filter((name) => !SESSION_COLUMNS.includes(name as SessionColumn));
  const repeated = names.filter((name, i) => names.indexOf(name) < i);
  return [
    ...missing.map((column) => `the column ${column} is missing`),
    ...unknown.map((name) => `unknown column "${name}"${suggestion(name, SESSION_COLUMNS)}`),
    ...repeated.map((name) => `the column ${name} is there twice`),
  ].map((message) => ({ line, message }));
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

import { didYouMean } from '../domain/did-you-mean.ts';
import { csvRecords } from './csv-records.ts';
import type { RowProblem } from './found.ts';
import { SESSION_COLUMNS, type SessionColumn } from './sessions-csv.ts';

/** A row as text: the line it starts on, a cell for every column, empty where the file has none, and what is wrong with the row itself. */
export interface CsvLine {
  readonly line: number;
  readonly text: string;
  readonly cells: Readonly<Record<SessionColumn, string>>;
  readonly wrong?: string;
}

const NEEDED: readonly SessionColumn[] = ['topic_id', 'minutes'];
/** A row of nothing. */
export const EMPTY_CELLS = Object.fromEntries(SESSION_COLUMNS.map((column) => [column, ''])) as Record<
  SessionColumn,
  string
>;

/** What is wrong with a file rather than one row of it: its header, or a quote that is never closed. */
export interface UnreadableCsv {
  readonly problems: readonly RowProblem[];
}

/** A sessions CSV as rows, or the problems of its header. */
export function* readCsvLines(pieces: Iterable<string>): Generator<CsvLine | UnreadableCsv> {
  let names: readonly string[] | undefined;
  for (const { line, text, cells, wrong, unclosed } of csvRecords(pieces)) {
    if (names === undefined) {
      const problems = wrong === undefined ? headerProblems(cells, line) : [{ line, message: wrong }];
      if (problems.length > 0) return yield { problems };
      names = cells;
    } else if (unclosed) yield { problems: [{ line, message: wrong ?? '' }] };
    else if (wrong !== undefined) yield { line, text, cells: EMPTY_CELLS, wrong };
    else {
      const row = { line, text, cells: cellsOf(names as SessionColumn[], cells) };
      yield cells.length === names.length
        ? row
        : { ...row, wrong: `${cells.length} cells where the header has ${names.length}` };
    }
  }
  if (names === undefined) yield { problems: headerProblems([], 1) };
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

function cellsOf(names: readonly SessionColumn[], record: readonly string[]): CsvLine['cells'] {
  const cells = { ...EMPTY_CELLS };
  for (let i = 0; i < names.length; i++) cells[names[i] as SessionColumn] = unguarded(record[i] ?? '');
  return cells;
}

/** Takes back the apostrophe an export put before text a spreadsheet could run. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && /^'+(?:[\t\r]|\s*[=+\-@＝＋－＠])/.test(cell) ? cell.slice(1) : cell;
}

/** `; did you mean minutes?` where something known is near. */
export function suggestion(typed: string, known: readonly string[]): string {
  const [guess] = didYouMean(typed, known);
  return guess === undefined ? '' : `; did you mean ${guess}?`;
}

import { type CsvGroup, groupedAnywhere, groupedTogether } from './csv-groups.ts';
import { readCsvLines } from './csv-lines.ts';
import { type Found, RowError } from './found.ts';
import { rowIds } from './row-ids.ts';
import { foundFromRows, type Lookup, lookupIn, type RowContext } from './session-from-rows.ts';

/**
 * Reads certtrack's own CSV, also after a spreadsheet saved it (BOM, `;`, LF), and reports every bad row. Rows of a session normally
 * stand together; a file where they do not is read with order `any`, which holds all of it in memory. @throws ScatteredRows
 */
export function* sessionsFromCsv(
  pieces: Iterable<string>,
  context: RowContext,
  order: 'together' | 'any',
): Generator<Found> {
  const lookup = lookupIn(context);
  const idOf = rowIds(context.now);
  const rows = readCsvLines(pieces);
  for (const group of order === 'any' ? groupedAnywhere(rows, idOf) : groupedTogether(rows, idOf)) {
    if ('problems' in group) yield* group.problems.map((problem) => ({ kind: 'problem', problem }) as const);
    else yield read(group, lookup);
  }
}

function read({ id, rows }: CsvGroup, lookup: Lookup): Found {
  try {
    return foundFromRows(id, rows, lookup);
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    const text = rows.map((row) => row.text).join('\r\n');
    return { kind: 'problem', problem: { line: error.line, message: error.message, text } };
  }
}

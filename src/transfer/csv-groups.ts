import type { CsvLine, UnreadableCsv } from './csv-lines.ts';
import { ScatteredRows } from './found.ts';
import { seenNumbers } from './seen-numbers.ts';

/** The rows of one session, with its id. */
export interface CsvGroup {
  readonly id: string;
  readonly rows: CsvLine[];
}

/** Rows by session, each passed on as soon as a row of another session follows. @throws ScatteredRows */
export function* groupedTogether(
  rows: Iterable<CsvLine | UnreadableCsv>,
  idOf: (rows: readonly CsvLine[]) => string,
): Generator<CsvGroup | UnreadableCsv> {
  // The random digits of ids as numbers; two that are equal by chance only mean reading again.
  const passed = seenNumbers();
  let group: CsvGroup | undefined;
  for (const row of rows) {
    if ('problems' in row) yield row;
    else {
      const id = idOf([row]);
      if (group?.id === id) group.rows.push(row);
      else {
        if (group) yield group;
        const digits = Number.parseInt(id.slice(24), 16);
        if (digits >= 0 && passed(digits)) throw new ScatteredRows();
        group = { id, rows: [row] };
      }
    }
  }
  if (group) yield group;
}

/** Rows by session, wherever they stand; all of them are held in memory. */
export function* groupedAnywhere(
  rows: Iterable<CsvLine | UnreadableCsv>,
  idOf: (rows: readonly CsvLine[]) => string,
): Generator<CsvGroup | UnreadableCsv> {
  const groups = new Map<string, CsvGroup>();
  for (const row of rows) {
    if ('problems' in row) yield row;
    else {
      const id = idOf([row]);
      const group = groups.get(id) ?? { id, rows: [] };
      group.rows.push(row);
      groups.set(id, group);
    }
  }
  yield* groups.values();
}

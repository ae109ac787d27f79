import { parseIsoDate } from '../domain/local-date.ts';
import { type Instant, parseIsoInstant } from '../domain/zone.ts';
import type { CsvLine, UnreadableCsv } from './csv-lines.ts';
import { ScatteredRows } from './found.ts';
import { contentHash, madeId } from './made-id.ts';
import { seenNumbers } from './seen-numbers.ts';
import { SESSION_COLUMNS } from './sessions-csv.ts';

/** The rows of one session, with its id. */
export interface CsvGroup {
  readonly id: string;
  readonly rows: CsvLine[];
}

/** Rows by session, each passed on as soon as a row of another session follows. @throws ScatteredRows */
export function* groupedTogether(
  rows: Iterable<CsvLine | UnreadableCsv>,
  idOf: (row: CsvLine) => string,
): Generator<CsvGroup | UnreadableCsv> {
  // The random digits of ids as numbers; two that are equal by chance only mean reading again.
  const passed = seenNumbers();
  let group: CsvGroup | undefined;
  for (const row of rows) {
    if ('problems' in row) yield row;
    else {
      const id = idOf(row);
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
  idOf: (row: CsvLine) => string,
): Generator<CsvGroup | UnreadableCsv> {
  const groups = new Map<string, CsvGroup>();
  for (const row of rows) {
    if ('problems' in row) yield row;
    else {
      const id = idOf(row);
      const group = groups.get(id) ?? { id, rows: [] };
      group.rows.push(row);
      groups.set(id, group);
    }
  }
  yield* groups.values();
}

/**
 * A row's session id: as written, or made of the row's content, so that a hand-made file imported twice changes nothing; equal rows
 * are told apart by their count.
 */
export function rowIds(now: Instant): (row: CsvLine) => string {
  const repeats = new Map<number, number>();
  return ({ cells }) => {
    if (cells.session_id !== '') return cells.session_id.toLowerCase();
    const content = JSON.stringify(SESSION_COLUMNS.map((column) => cells[column]));
    const day = parseIsoDate(cells.study_date);
    const at = parseIsoInstant(cells.started_at) ?? (day === undefined ? now : Date.parse(`${day}T12:00:00Z`));
    const hash = contentHash(`${content}#0`);
    const key = hash.readUIntBE(0, 6);
    const repeat = repeats.get(key) ?? 0;
    repeats.set(key, repeat + 1);
    return madeId(at, repeat === 0 ? hash : contentHash(`${content}#${repeat}`));
  };
}

import { parseIsoDate } from '../domain/local-date.ts';
import { type Instant, parseIsoInstant } from '../domain/zone.ts';
import type { CsvLine } from './csv-lines.ts';
import { contentHash, madeId } from './made-id.ts';
import { SESSION_COLUMNS } from './sessions-csv.ts';

/**
 * The session id that rows have: as written, or made of their content, so that a hand-made file imported twice changes nothing;
 * equal rows of a file are told apart by their count.
 */
export function rowIds(now: Instant): (rows: readonly CsvLine[]) => string {
  const repeats = new Map<number, number>();
  return (rows) => {
    const written = rows[0]?.cells.session_id ?? '';
    if (written !== '') return written.toLowerCase();
    const content = rows.map(({ cells }) => JSON.stringify(SESSION_COLUMNS.map((column) => cells[column]))).join();
    const day = parseIsoDate(rows[0]?.cells.study_date ?? '');
    const at =
      parseIsoInstant(rows[0]?.cells.started_at ?? '') ?? (day === undefined ? now : Date.parse(`${day}T12:00:00Z`));
    const hash = contentHash(`${content}#0`);
    const key = hash.readUIntBE(0, 6);
    const repeat = repeats.get(key) ?? 0;
    repeats.set(key, repeat + 1);
    return madeId(at, repeat === 0 ? hash : contentHash(`${content}#${repeat}`));
  };
}

import { parseIsoDate } from '../domain/local-date.ts';
import { type Instant, parseIsoInstant } from '../domain/zone.ts';
import { contentIds } from './content-ids.ts';
import type { CsvLine } from './csv-lines.ts';
import { SESSION_COLUMNS } from './sessions-csv.ts';

/** The session id that rows have: as written, or made of their content. */
export function rowIds(now: Instant): (rows: readonly CsvLine[]) => string {
  const idOf = contentIds();
  return (rows) => {
    const written = rows[0]?.cells.session_id ?? '';
    if (written !== '') return written.toLowerCase();
    const content = rows.map(({ cells }) => JSON.stringify(SESSION_COLUMNS.map((column) => cells[column]))).join();
    const day = parseIsoDate(rows[0]?.cells.study_date ?? '');
    const at =
      parseIsoInstant(rows[0]?.cells.started_at ?? '') ?? (day === undefined ? now : Date.parse(`${day}T12:00:00Z`));
    return idOf(at, content);
  };
}

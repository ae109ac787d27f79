import type { Report } from '../report/doc.ts';
import { csvLine } from '../transfer/csv-text.ts';

/** The report's first table as CSV, with those of the same columns after it: bare values under the columns' keys. */
export function renderCsv(report: Report): string {
  const tables = report.blocks.filter((block) => block.kind === 'table');
  if (tables[0] === undefined) return '';
  const keys = tables[0].columns.map(({ key }) => key);
  const same = tables.filter(({ columns }) => columns.map(({ key }) => key).join() === keys.join());
  const rows = same
    .flatMap((table) => table.rows)
    .map((row) => row.map(({ text, value }) => (value === undefined ? text : value)));
  return [keys, ...rows].map((row) => csvLine(row)).join('');
}

import type { Report } from '../report/doc.ts';

/** Text a spreadsheet would run as a formula, after any number of apostrophes that say it must not. */
const RISKY = /^'*[=+\-@\t\r]/;

/** The report's first table as CSV: bare values under the columns' keys. */
export function renderCsv(report: Report): string {
  const table = report.blocks.find((block) => block.kind === 'table');
  if (table === undefined) return '';
  const rows = table.rows.map((row) => row.map(({ text, value }) => (value === undefined ? text : value)));
  return [table.columns.map(({ key }) => key), ...rows].map((row) => csvLine(row)).join('');
}

/** One line by RFC 4180 with its CRLF. Text a spreadsheet could run gets an apostrophe in front, which import takes away again. */
export function csvLine(values: readonly (string | number | null)[], delimiter = ','): string {
  return `${values.map((value) => csvCell(value, delimiter)).join(delimiter)}\r\n`;
}

function csvCell(value: string | number | null, delimiter: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = RISKY.test(value) ? `'${value}` : value;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

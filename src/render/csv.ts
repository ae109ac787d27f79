import type { Report } from '../report/doc.ts';

/** Text a spreadsheet would run as a formula, after white space too and in full width, and after any number of apostrophes that say it must not. */
const RISKY = /^'*(?:[\t\r]|\s*[=+\-@＝＋－＠])/;

/** Text that can stand as it is, which most does. */
const PLAIN = /^\w[^",;\r\n]*$/;

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

/** One line by RFC 4180 with its CRLF. Text a spreadsheet could run gets an apostrophe in front, which import takes away again. */
export function csvLine(values: readonly (string | number | null)[], delimiter = ','): string {
  return `${values.map((value) => csvCell(value, delimiter)).join(delimiter)}\r\n`;
}

function csvCell(value: string | number | null, delimiter: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (PLAIN.test(value)) return value;
  const safe = RISKY.test(value) ? `'${value}` : value;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

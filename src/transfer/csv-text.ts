/** Text a spreadsheet would run as a formula, after white space too and in full width, and after any number of apostrophes that say it must not. */
const RISKY = /^'*(?:[\t\r]|\s*[=+\-@＝＋－＠])/;

/** Text that can stand as it is, which most does. */
const PLAIN = /^\w[^",;\r\n]*$/;

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

/** Rows as CSV, one at a time; for `excel` with a byte order mark and semicolons. */
export function* csvStream(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  excel: boolean,
): Generator<string> {
  const delimiter = excel ? ';' : ',';
  yield (excel ? '\ufeff' : '') + csvLine(columns, delimiter);
  for (const row of rows) yield csvLine(row, delimiter);
}

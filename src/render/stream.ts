import { markdownText } from './markdown.ts';
import { safeJson, visibleLine } from './visible.ts';

type Value = string | number | null;

/** Rows as a Markdown table, one at a time. */
export function* markdownStream(columns: readonly string[], rows: Iterable<readonly Value[]>): Generator<string> {
  yield `| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}\n`;
  for (const row of rows) yield `| ${row.map((value) => markdownText(String(value ?? ''))).join(' | ')} |\n`;
}

/** Items as one JSON array, one a line. */
export function* jsonStream(items: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}\n${safeJson(item)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** Items as JSON, one a line. */
export function* ndjsonStream(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield `${safeJson(item)}\n`;
}

/** Entries as a timeclock file, one at a time; a note is the description, on one line of limited length and without a comment's semicolon. */
export function* timeclockStream(
  entries: Iterable<{
    readonly in: string;
    readonly out: string;
    readonly account: string;
    readonly note: string | null;
  }>,
): Generator<string> {
  for (const { in: from, out, account, note } of entries) {
    const described = note === null ? '' : `  ${visibleLine(note).replaceAll(';', ',').replace(/\s+/g, ' ').trim()}`;
    yield `i ${from} ${account}${cutOff(described.trimEnd())}\no ${out}\n`;
  }
}

/** ledger refuses lines of more than 4096 bytes. */
const LONGEST_DESCRIPTION = 3000;

function cutOff(text: string): string {
  // No UTF-16 unit takes more than three bytes, so most texts need no measuring.
  if (text.length * 3 <= LONGEST_DESCRIPTION) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(LONGEST_DESCRIPTION));
  return read < text.length ? `${text.slice(0, read)}…` : text;
}

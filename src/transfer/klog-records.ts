import type { LocalDate } from '../domain/local-date.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { dateWith } from './wall-reading.ts';

/** An entry of a record: its first line, and the lines that go on with its summary. */
export interface KlogLines {
  readonly first: TextLine;
  readonly more: string[];
}

/** A record as it stands: its date when it has one, the lines of its summary, and its entries. */
export interface KlogRecord {
  readonly head: TextLine;
  readonly date: LocalDate | undefined;
  readonly summary: string[];
  readonly entries: KlogLines[];
}

/** Records are separated by blank lines; indented lines are entries, lines indented twice go on with the entry before. */
export function* klogRecords(pieces: Iterable<string>): Generator<KlogRecord> {
  let record: KlogRecord | undefined;
  for (const head of textLines(pieces)) {
    if (head.text.trim() === '') {
      if (record) yield record;
      record = undefined;
    } else if (record === undefined) {
      const [, date = ''] = /^(\S+)(?:\s+\(-?[\dhm]+!\))?\s*$/.exec(head.text) ?? [];
      record = { head, date: dateWith(date), summary: [], entries: [] };
    } else if (!/^[ \t]/.test(head.text)) record.summary.push(head.text);
    else if (head.text.startsWith(indentOf(record).repeat(2))) record.entries.at(-1)?.more.push(head.text.trim());
    else record.entries.push({ first: head, more: [] });
  }
  if (record) yield record;
}

/** How the record's first entry is indented: by spaces or a tab; before there is one, no line goes on with it. */
function indentOf({ entries: [entry] }: KlogRecord): string {
  return /^\s+/.exec(entry?.first.text ?? '')?.[0] ?? '\n';
}

/** A record with some of its entries as it stood, for a file of rejected ones. */
export function recordText({ head, summary }: KlogRecord, entries: readonly KlogLines[]): string {
  return [head.text, ...summary, ...entries.map(entryText)].join('\n');
}

/** An entry as it stood. */
export function entryText({ first, more }: KlogLines): string {
  return [first.text, ...more.map((line) => `        ${line}`)].join('\n');
}

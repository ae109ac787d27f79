import type { LocalDate } from '../domain/local-date.ts';
import type { Entry, EntryOrProblem } from './entry.ts';
import { type KlogTime, readKlogTime } from './klog-time.ts';
import { repeats } from './repeats.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { dateWith, wallReader } from './wall-reading.ts';

const MINUTE = 60_000;
const NOON = 12 * 60;

/** A record as it stands: its date, its tags, and its entries with the lines that continue them. */
interface KlogRecord {
  readonly head: TextLine;
  readonly date: LocalDate | undefined;
  readonly summary: string[];
  readonly entries: { readonly first: TextLine; readonly more: string[] }[];
}

/**
 * Reads a klog file, times as the wall clock of this machine's zone. Tags, of the record and of the entry, are the labels. A duration
 * without times is placed at noon, one after another; a negative one is a break of the entry before it. An entry is known by its
 * date and time, and by its count where that is the same.
 */
export function* entriesFromKlog(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  const at = wallReader(timezone);
  const count = repeats();
  for (const record of recordsOf(pieces)) {
    const { date, head } = record;
    if (date === undefined) {
      const text = [head.text, ...record.summary, ...record.entries.map(entryText)].join('\n');
      yield { line: head.line, text, message: 'a record begins with a date such as 2026-09-22' };
    } else yield* entriesOf(record, (minutes) => at(date, minutes * 60), { timezone, count });
  }
}

/** Records are separated by blank lines; indented lines are entries, lines indented twice go on with the entry before. */
function* recordsOf(pieces: Iterable<string>): Generator<KlogRecord> {
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

interface Tools {
  readonly timezone: string;
  readonly count: (name: string) => string;
}

function entriesOf(record: KlogRecord, at: (minutes: number) => number, { timezone, count }: Tools): EntryOrProblem[] {
  const found: (Entry | (EntryOrProblem & { message: string }))[] = [];
  let placed = NOON;
  for (const { first, more } of record.entries) {
    const { time, rest } = readKlogTime(first.text.trim());
    const text = [record.head.text, ...record.summary, entryText({ first, more })].join('\n');
    const wrong = (message: string) => void found.push({ line: first.line, text, message });
    if (time === undefined) wrong('an entry begins with a duration (1h30m) or a range (9:00 - 10:30)');
    else if (time.kind === 'duration' && time.minutes < 0) {
      if (!takeBreak(found, -time.minutes)) wrong('a break longer than the entry before it');
    } else {
      const from = time.kind === 'range' ? time.from : placed;
      const to = time.kind === 'range' ? time.to : placed + time.minutes;
      if (time.kind === 'duration') placed += time.minutes;
      const startedAt = at(from);
      const summary = [rest, ...more].join('\n').trim();
      found.push({
        ...{ line: first.line, text, startedAt, timezone, labels: tagsIn([...record.summary, summary].join('\n')) },
        endedAt: to === null ? null : startedAt + (to - from) * MINUTE,
        sourceId: count(`${record.date} ${nameOf(time)}`),
        note: summary || null,
      });
    }
  }
  return found;
}

/** An entry as it stood, for a file of rejected ones. */
function entryText({ first, more }: KlogRecord['entries'][number]): string {
  return [first.text, ...more.map((line) => `        ${line}`)].join('\n');
}

/** What stays the same when the summary is edited. */
function nameOf(time: KlogTime): string {
  return time.kind === 'range' ? `from ${time.from}` : 'duration';
}

/** Takes a break out of the last entry; false when that is shorter. */
function takeBreak(found: EntryOrProblem[], minutes: number): boolean {
  const last = found.at(-1);
  if (last === undefined || 'message' in last || last.endedAt === null) return false;
  const left = (last.minutes ?? Math.round((last.endedAt - last.startedAt) / MINUTE)) - minutes;
  if (left < 0) return false;
  found[found.length - 1] = { ...last, minutes: left };
  return true;
}

/** `#tag`, `#tag=value` and `#tag="some value"`, without the sign and the quotes. */
function tagsIn(text: string): string[] {
  return [...text.matchAll(/#([\p{L}\p{N}_-]+(?:=(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_-]+))?)/gu)].map(([, tag = '']) =>
    tag.replace(/=["'](.*)["']$/, '=$1'),
  );
}

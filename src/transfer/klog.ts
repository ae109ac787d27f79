import type { LocalDate } from '../domain/local-date.ts';
import type { EntryOrProblem } from './entry.ts';
import { type KlogBreak, type KlogFound, withoutBreaks } from './klog-breaks.ts';
import { type KlogRecord, klogRecords, recordText } from './klog-records.ts';
import { type KlogTime, readKlogTime } from './klog-time.ts';
import { repeats } from './repeats.ts';
import { wallClock, wallReader } from './wall-reading.ts';

const MINUTE = 60_000;
const NOON = 12 * 60;

/**
 * Reads a klog file, times as the wall clock of this machine's zone. Tags, of the record and of the entry, are the labels. A duration
 * without times is placed at noon, one after another; a negative one is a break.
 * `namesTopic` tells of a tag whether it names topics.
 */
export function* entriesFromKlog(
  pieces: Iterable<string>,
  timezone: string,
  namesTopic: (tag: string) => boolean = () => false,
): Generator<EntryOrProblem> {
  const at = wallReader(timezone);
  const count = repeats();
  for (const record of klogRecords(pieces)) {
    const { date, head } = record;
    if (date === undefined) {
      const message = 'a record begins with a date such as 2026-09-22';
      yield { line: head.line, text: recordText(record, record.entries), message };
    } else {
      const dated = { ...record, date };
      const items = itemsOf(dated, { timezone, count, at: (minutes) => at(date, minutes * 60) });
      yield* withoutBreaks(items, dated, namesTopic);
    }
  }
}

interface Tools {
  readonly timezone: string;
  readonly count: (name: string) => string;
  readonly at: (minutes: number) => number;
}

function itemsOf(record: KlogRecord & { date: LocalDate }, { timezone, count, at }: Tools): (KlogFound | KlogBreak)[] {
  let placed = NOON;
  return record.entries.map((lines) => {
    const { first } = lines;
    const { time, rest } = readKlogTime(first.text.trim());
    const summary = [rest, ...lines.more].join('\n').trim();
    const tags = tagsIn([...record.summary, summary].join('\n'));
    const place = { line: first.line, text: recordText(record, [lines]) };
    if (time === undefined) return { tags, found: { ...place, message: NO_TIME } };
    if (isBreak(time)) return { lines, tags: tagsIn(summary), minutes: -time.minutes };
    const from = time.kind === 'range' ? time.from : placed;
    const to = time.kind === 'range' ? time.to : placed + time.minutes;
    if (time.kind === 'duration') placed += time.minutes;
    const found = {
      ...{ ...place, startedAt: at(from), timezone, labels: tags, note: summary || null },
      endedAt: to === null ? null : at(from) + (to - from) * MINUTE,
      clock: wallClock(record.date, time.kind === 'range' ? from * 60 : 0),
      ...(time.kind === 'duration' && ({ placed: true } as const)),
      formerName: count(`${record.date} ${time.kind === 'range' ? `from ${from}` : 'duration'}`),
    };
    return { tags, found };
  });
}

const NO_TIME = 'an entry begins with a duration (1h30m) or a range (9:00 - 10:30)';

function isBreak(time: KlogTime): time is KlogTime & { kind: 'duration' } {
  return time.kind === 'duration' && time.minutes < 0;
}

/** `#tag`, `#tag=value` and `#tag="some value"`, without the sign and the quotes. */
function tagsIn(text: string): string[] {
  return [...text.matchAll(/#([\p{L}\p{N}_-]+(?:=(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_-]+))?)/gu)].map(([, tag = '']) =>
    tag.replace(/=["'](.*)["']$/, '=$1'),
  );
}

import { didYouMean } from '../domain/did-you-mean.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { EntryOrProblem } from './entry.ts';
import { repeats } from './repeats.ts';
import { clockSeconds, dateWith, wallClock, wallReader } from './wall-reading.ts';

const NEEDED = ['start date', 'start time', 'duration'] as const;

/**
 * Reads the CSV of Toggl Track's detailed report, times as the wall clock of this machine's zone. Project, task and tags are its
 * labels. The report has no ids.
 */
export function* entriesFromToggl(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  const at = wallReader(timezone);
  const count = repeats();
  let names: string[] | undefined;
  for (const record of csvRecords(pieces)) {
    if (names === undefined) {
      names = record.cells.map((name) => name.trim().toLowerCase());
      const missing = missingIn(names, record);
      yield* missing;
      if (missing.length > 0) return;
    } else yield entryOf(record, names, { timezone, at, count });
  }
}

interface Tools {
  readonly timezone: string;
  readonly at: ReturnType<typeof wallReader>;
  readonly count: (name: string) => string;
}

function entryOf(record: CsvRecord, names: readonly string[], { timezone, at, count }: Tools): EntryOrProblem {
  const { line, text, cells } = record;
  const wrong = (message: string) => (record.unclosed ? { line, message } : { line, text, message });
  if (record.wrong !== undefined) return wrong(record.wrong);
  if (cells.length !== names.length) return wrong(`${cells.length} cells where the header has ${names.length}`);
  const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? '';
  const [date, seconds] = [dateWith(cell('start date')), clockSeconds(cell('start time'))];
  if (date === undefined)
    return wrong(
      `Start date "${cell('start date')}" is not a date such as 2026-09-22; set the date format to YYYY-MM-DD in Toggl's profile`,
    );
  if (seconds === undefined) return wrong(`Start time "${cell('start time')}" is not a time such as 19:00:00`);
  const length = durationSeconds(cell('duration'));
  if (length === undefined) return wrong(`Duration "${cell('duration')}" is not a duration such as 00:45:00`);
  const startedAt = at(date, seconds);
  return {
    ...{ line, text, startedAt, timezone, endedAt: startedAt + length * 1000 },
    clock: wallClock(date, seconds),
    formerName: count(`${cell('email') || cell('user') || cell('member')} ${startedAt}`),
    labels: [cell('project'), cell('task'), ...cell('tags').split(',')].map((label) => label.trim()).filter(Boolean),
    note: cell('description') || null,
  };
}

function missingIn(names: readonly string[], { line, wrong }: CsvRecord): EntryOrProblem[] {
  if (wrong !== undefined) return [{ line, message: wrong }];
  return NEEDED.filter((name) => !names.includes(name)).map((name) => {
    const [guess] = didYouMean(name, names);
    return { line, message: `the column "${name}" is missing${guess ? `; is it "${guess}"?` : ''}` };
  });
}

/** `0:45:00`, `00:45:00`, or `18:25 min` for minutes and seconds, as Toggl's three duration formats have it. */
function durationSeconds(text: string): number | undefined {
  const short = /^(?:(\d+):([0-5]\d)|(\d+)) (min|sec)$/.exec(text);
  if (short) return short[4] === 'sec' ? Number(short[3]) : Number(short[1] ?? short[3]) * 60 + Number(short[2] ?? 0);
  const [, hours, minutes, seconds] = /^(\d+):([0-5]\d):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

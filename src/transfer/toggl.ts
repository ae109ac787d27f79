import { didYouMean } from '../domain/did-you-mean.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { EntryOrProblem } from './entry.ts';
import { repeats } from './repeats.ts';
import { clockSeconds, dateWith, wallClock, wallInstants } from './wall-reading.ts';

const MINUTE = 60_000;
const NEEDED = ['start date', 'start time', 'duration'] as const;

/**
 * Reads the CSV of Toggl Track's detailed report, times as the wall clock of this machine's zone. Project, task and tags are its
 * labels. The end, where the report has it, must agree with the duration, and tells which of two equal hours in autumn was meant.
 */
export function* entriesFromToggl(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  const instantsOf = wallInstants(timezone);
  const count = repeats();
  let names: string[] | undefined;
  for (const record of csvRecords(pieces)) {
    if (names === undefined) {
      names = record.cells.map((name) => name.trim().toLowerCase());
      const missing = missingIn(names, record);
      yield* missing;
      if (missing.length > 0) return;
    } else yield entryOf(record, names, { timezone, instantsOf, count });
  }
}

interface Tools {
  readonly timezone: string;
  readonly instantsOf: ReturnType<typeof wallInstants>;
  readonly count: (name: string) => string;
}

function entryOf(record: CsvRecord, names: readonly string[], { timezone, instantsOf, count }: Tools): EntryOrProblem {
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
  const starts = instantsOf(date, seconds);
  const [endDate, endSeconds] = [dateWith(cell('end date')), clockSeconds(cell('end time'))];
  const ends = endDate === undefined || endSeconds === undefined ? [] : instantsOf(endDate, endSeconds);
  const agreed = starts.find((start) => ends.some((end) => Math.abs(end - start - length * 1000) < MINUTE));
  if (ends.length > 0 && agreed === undefined) return wrong(contradiction(cell));
  const startedAt = agreed ?? starts[0];
  return {
    ...{ line, text, startedAt, timezone, endedAt: startedAt + length * 1000 },
    clock: wallClock(date, seconds),
    formerName: count(`${cell('email') || cell('user') || cell('member')} ${startedAt}`),
    labels: [cell('project'), cell('task'), ...cell('tags').split(',')].map((label) => label.trim()).filter(Boolean),
    note: cell('description') || null,
  };
}

function contradiction(cell: (name: string) => string): string {
  const [start, end] = ['start', 'end'].map((name) => `${cell(`${name} date`)} ${cell(`${name} time`)}`);
  return `from ${start} to ${end} is not ${cell('duration')}: which is right, the end or the duration? Write it into both`;
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

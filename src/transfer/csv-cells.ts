import { ACTIVITIES, type Activity } from '../domain/activity.ts';
import { daysBetween, type LocalDate, parseIsoDate } from '../domain/local-date.ts';
import { type Instant, parseIsoInstant, studyDateAt, type Zone } from '../domain/zone.ts';
import { type CsvLine, suggestion } from './csv-lines.ts';
import { RowError } from './found.ts';
import type { SessionColumn } from './sessions-csv.ts';

const MINUTE = 60_000;

/** The present: the moment, and when a study day starts (minutes after midnight). */
export interface Present {
  readonly now: Instant;
  readonly dayStart: number;
}

/** @throws RowError */
export function whole(row: CsvLine, column: SessionColumn): number {
  const text = row.cells[column];
  if (text === '') throw new RowError(row.line, `${column} is empty`);
  if (!/^\d{1,7}$/.test(text)) throw new RowError(row.line, `${column} "${text}" is not a whole number`);
  return Number(text);
}

/** @throws RowError */
export function activityOf(row: CsvLine): Activity | null {
  const text = row.cells.activity;
  if (text === '') return null;
  const activity = ACTIVITIES.find((known) => known === text);
  if (!activity) throw new RowError(row.line, `unknown activity "${text}"${suggestion(text, ACTIVITIES)}`);
  return activity;
}

/** @throws RowError */
export function instant(row: CsvLine, column: SessionColumn): Instant | undefined {
  const text = row.cells[column];
  if (text === '') return undefined;
  const at = parseIsoInstant(text);
  if (at === undefined)
    throw new RowError(row.line, `${column} "${text}" is not a time with an offset, such as 2026-09-22T19:00:00+02:00`);
  return at;
}

/** Start, end and study date; a row with a date alone is placed at noon. */
export function times(
  row: CsvLine,
  zone: Zone,
  minutes: number,
  { now, dayStart }: Present,
): { startedAt: Instant; endedAt: Instant; studyDate: LocalDate } {
  const { study_date: dateText } = row.cells;
  const date = dateText === '' ? undefined : parseIsoDate(dateText);
  if (dateText !== '' && date === undefined)
    throw new RowError(row.line, `study_date "${dateText}" is not a date such as 2026-09-22`);
  const started =
    instant(row, 'started_at') ?? (date === undefined ? undefined : placedOn(date, zone, minutes, { now, dayStart }));
  if (started === undefined) throw new RowError(row.line, 'the row has neither started_at nor study_date');
  const wall = zone.wallAt(started).date;
  if (date !== undefined && Math.abs(daysBetween(wall, date)) > 1)
    throw new RowError(row.line, `study_date ${date} and started_at ${row.cells.started_at} are more than a day apart`);
  const endedAt = instant(row, 'ended_at') ?? started + minutes * MINUTE;
  if (endedAt < started) throw new RowError(row.line, 'ended_at is before started_at');
  return { startedAt: started, endedAt, studyDate: date ?? studyDateAt(zone, started, dayStart) };
}

/** Noon of a day without a time; today's study is over by now, even when it is not noon yet. */
function placedOn(date: LocalDate, zone: Zone, minutes: number, { now, dayStart }: Present): Instant | undefined {
  const noon = zone.instantsOf({ date, minutes: 12 * 60 })[0];
  return noon !== undefined && date === studyDateAt(zone, now, dayStart)
    ? Math.min(noon, now - minutes * MINUTE)
    : noon;
}

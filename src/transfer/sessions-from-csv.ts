import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import { type Activity, ACTIVITIES } from '../domain/activity.ts';
import { didYouMean } from '../domain/did-you-mean.ts';
import { type Edition, OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { type LocalDate, parseIsoDate } from '../domain/local-date.ts';
import { type Part, type Session, sessionProblem } from '../domain/session.ts';
import { type Instant, isZone, parseIsoInstant, zoneNamed } from '../domain/zone.ts';
import { SESSION_COLUMNS, type SessionColumn } from './sessions-csv.ts';

/** A row that cannot be imported: the line it starts on, counted from 1, and why. */
export interface RowProblem {
  readonly line: number;
  readonly message: string;
}

/** What reading a row may look up: editions by id, the one in use for rows that name none, the zone of this machine, the time. */
export interface CsvContext {
  readonly edition: (id: string) => Edition | undefined;
  readonly currentEditionId: string | undefined;
  readonly timezone: string;
  readonly now: Instant;
}

interface Line {
  readonly line: number;
  readonly cells: Readonly<Record<SessionColumn, string>>;
}

const NEEDED: readonly SessionColumn[] = ['topic_id', 'minutes'];
const MINUTE = 60_000;

/** Reads certtrack's own CSV, also after a spreadsheet saved it (BOM, `;`, LF). Every bad row is reported; rows of a session need not stand together. */
export function sessionsFromCsv(text: string, context: CsvContext): { sessions: Session[]; problems: RowProblem[] } {
  const { lines, problems } = readLines(text);
  const groups = new Map<string, Line[]>();
  const repeats = new Map<string, number>();
  for (const line of lines) {
    const id = line.cells.session_id || madeId(line, context, repeats);
    groups.set(id, [...(groups.get(id) ?? []), line]);
  }
  const sessions: Session[] = [];
  for (const [id, group] of groups) {
    try {
      sessions.push(toSession(id, group, context));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      problems.push({ line: error.line, message: error.message });
    }
  }
  return { sessions, problems: problems.sort((a, b) => a.line - b.line) };
}

/** Thrown and caught inside this file only: the first thing wrong with a session's rows. */
class RowError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

function readLines(text: string): { lines: Line[]; problems: RowProblem[] } {
  const header = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split(/\r?\n/, 1)[0] ?? '';
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ',';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true }) as never;
  } catch (error) {
    const { lines = 1, code, message } = error as { lines?: number; code?: string; message: string };
    const known = code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quoted cell is opened and never closed' : message.replace(/ at line \d+.*$/, '');
    return { lines: [], problems: [{ line: lines, message: known }] };
  }
  const names = records[0]?.record ?? [];
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (!names.includes('started_at') && !names.includes('study_date')) missing.push('study_date');
  const unknown = names.filter((name) => !SESSION_COLUMNS.includes(name as SessionColumn));
  const problems = [
    ...missing.map((column) => ({ line: 1, message: `the column ${column} is missing` })),
    ...unknown.map((name) => ({ line: 1, message: `unknown column "${name}"${suggestion(name, SESSION_COLUMNS)}` })),
  ];
  if (problems.length > 0) return { lines: [], problems };
  const lines: Line[] = [];
  let end = records[0]?.info.lines ?? 1;
  for (const { record, info } of records.slice(1)) {
    const start = end + 1;
    end = info.lines;
    if (record.length !== names.length) problems.push({ line: start, message: `${record.length} cells where the header has ${names.length}` });
    else lines.push({ line: start, cells: cellsOf(names, record) });
  }
  return { lines, problems };
}

function cellsOf(names: readonly string[], record: readonly string[]): Line['cells'] {
  const cells = Object.fromEntries(SESSION_COLUMNS.map((column) => [column, ''])) as Record<SessionColumn, string>;
  names.forEach((name, i) => {
    cells[name as SessionColumn] = unguarded(record[i] ?? '');
  });
  return cells;
}

/** Takes back the apostrophe an export put before text a spreadsheet could run. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function suggestion(typed: string, known: readonly string[]): string {
  const [guess] = didYouMean(typed, known);
  return guess === undefined ? '' : `; did you mean ${guess}?`;
}

/** An id made of the row's content, so that a hand-made file imported twice changes nothing; equal rows are told apart by their count. */
function madeId({ cells }: Line, context: CsvContext, repeats: Map<string, number>): string {
  const content = JSON.stringify(SESSION_COLUMNS.map((column) => cells[column]));
  const repeat = repeats.get(content) ?? 0;
  repeats.set(content, repeat + 1);
  const random = createHash('sha256').update(`${content}#${repeat}`).digest();
  const day = parseIsoDate(cells.study_date);
  const at = parseIsoInstant(cells.started_at) ?? (day === undefined ? context.now : Date.parse(`${day}T12:00:00Z`));
  return uuidv7({ msecs: Math.max(0, at), random });
}

function toSession(id: string, group: readonly Line[], context: CsvContext): Session {
  const [first] = group as [Line, ...Line[]];
  const { line, cells } = first;
  const fail = (message: string): never => {
    throw new RowError(line, message);
  };
  if (!isUuid(id)) fail(`session_id "${id}" is not a UUID`);
  const editionId = cells.edition || context.currentEditionId;
  const edition = editionId === undefined ? undefined : context.edition(editionId);
  if (!edition) return fail(editionId === undefined ? 'the row names no edition, and none is in use' : `unknown edition "${editionId}"`);
  if (cells.cert_id !== '' && cells.cert_id !== edition.certId) fail(`cert_id "${cells.cert_id}" does not belong to the edition ${edition.id}`);

  const timezone = cells.timezone || context.timezone;
  if (!isZone(timezone)) fail(`unknown time zone "${timezone}"`);
  const parts = group.map((row) => toPart(row, edition));
  const repeated = parts.find((part, i) => parts.some((other, j) => j < i && other.topicId === part.topicId));
  if (repeated) fail(`the session has two rows for ${repeated.topicId}`);
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  const { startedAt, endedAt, studyDate } = times(first, timezone, minutes);
  const session: Session = {
    id: id.toLowerCase(),
    certId: edition.certId,
    editionId: edition.id,
    startedAt,
    endedAt,
    timezone,
    studyDate,
    activity: activityOf(first),
    confidence: cells.confidence === '' ? null : whole(first, 'confidence'),
    note: cells.note || null,
    tags: cells.tags.split(' ').filter((tag) => tag !== ''),
    resource: cells.resource || null,
    source: cells.source || 'csv',
    createdAt: instant(first, 'created_at') ?? endedAt,
    updatedAt: instant(first, 'updated_at') ?? instant(first, 'created_at') ?? endedAt,
    deletedAt: null,
    parts,
  };
  const problem = sessionProblem(session, context.now);
  // What certtrack recorded with --force must come back in; only the impossible is refused.
  if (problem && !(problem.forcible && cells.source === 'certtrack')) fail(problem.message);
  return session;
}

function toPart(row: Line, edition: Edition): Part {
  const topicId = row.cells.topic_id;
  const known = [OTHER_TOPIC, ...placedTopics(edition).map(({ topic }) => topic.id)];
  if (!known.includes(topicId)) throw new RowError(row.line, `unknown topic "${topicId}" in ${edition.id}${suggestion(topicId, known)}`);
  const { correct, questions } = row.cells;
  if ((correct === '') !== (questions === '')) throw new RowError(row.line, 'correct and questions must be given together');
  return {
    topicId,
    minutes: whole(row, 'minutes'),
    correct: correct === '' ? null : whole(row, 'correct'),
    questions: questions === '' ? null : whole(row, 'questions'),
  };
}

function whole(row: Line, column: SessionColumn): number {
  const text = row.cells[column];
  if (!/^\d{1,7}$/.test(text)) throw new RowError(row.line, `${column} "${text}" is not a whole number`);
  return Number(text);
}

function activityOf(row: Line): Activity | null {
  const text = row.cells.activity;
  if (text === '') return null;
  const activity = ACTIVITIES.find((known) => known === text);
  if (!activity) throw new RowError(row.line, `unknown activity "${text}"${suggestion(text, ACTIVITIES)}`);
  return activity;
}

function instant(row: Line, column: SessionColumn): Instant | undefined {
  const text = row.cells[column];
  if (text === '') return undefined;
  const at = parseIsoInstant(text);
  if (at === undefined) throw new RowError(row.line, `${column} "${text}" is not a time with an offset, such as 2026-09-22T19:00:00+02:00`);
  return at;
}

/** Start, end and study date; a row with a date alone is placed at noon. */
function times(row: Line, timezone: string, minutes: number): { startedAt: Instant; endedAt: Instant; studyDate: LocalDate } {
  const { study_date: dateText } = row.cells;
  const date = dateText === '' ? undefined : parseIsoDate(dateText);
  if (dateText !== '' && date === undefined) throw new RowError(row.line, `study_date "${dateText}" is not a date such as 2026-09-22`);
  const zone = zoneNamed(timezone);
  const started = instant(row, 'started_at') ?? (date === undefined ? undefined : zone.instantsOf({ date, minutes: 12 * 60 })[0]);
  if (started === undefined) throw new RowError(row.line, 'the row has neither started_at nor study_date');
  const endedAt = instant(row, 'ended_at') ?? started + minutes * MINUTE;
  if (endedAt < started) throw new RowError(row.line, 'ended_at is before started_at');
  return { startedAt: started, endedAt, studyDate: date ?? zone.wallAt(started).date };
}

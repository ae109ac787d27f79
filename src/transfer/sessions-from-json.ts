import { type CsvLine, EMPTY_CELLS } from './csv-lines.ts';
import { type Found, RowError } from './found.ts';
import { type JsonValue, jsonValues } from './json-values.ts';
import { rowIds } from './row-ids.ts';
import { foundFromRows, type Lookup, lookupIn, type RowContext } from './session-from-rows.ts';
import type { SessionColumn } from './sessions-csv.ts';

/** What the JSON of a session calls the columns of a CSV; what it repeats of the guide is not read. */
const SHARED: readonly (readonly [key: string, column: SessionColumn])[] = [
  ['id', 'session_id'],
  ['cert_id', 'cert_id'],
  ['edition', 'edition'],
  ['study_date', 'study_date'],
  ['started_at', 'started_at'],
  ['ended_at', 'ended_at'],
  ['timezone', 'timezone'],
  ['activity', 'activity'],
  ['confidence', 'confidence'],
  ['note', 'note'],
  ['resource', 'resource'],
  ['source', 'source'],
  ['created_at', 'created_at'],
  ['updated_at', 'updated_at'],
];
const OF_PART = ['topic_id', 'minutes', 'correct', 'questions'] as const;

/** Reads the JSON or NDJSON that certtrack writes, an array of sessions or one after another; every bad one is reported. */
export function* sessionsFromJson(pieces: Iterable<string>, context: RowContext): Generator<Found> {
  const lookup = lookupIn(context);
  const idOf = rowIds(context.now);
  for (const item of jsonValues(pieces)) {
    if ('message' in item) yield { kind: 'problem', problem: item };
    else yield read(item, lookup, idOf);
  }
}

function read({ line, text, value }: JsonValue, lookup: Lookup, idOf: ReturnType<typeof rowIds>): Found {
  try {
    const session = objectIn(value, line, 'a session');
    if (typeof session.deleted_at === 'string') return { kind: 'left-out', why: 'deleted' };
    const rows = rowsOf(session, line, text);
    return foundFromRows(idOf(rows), rows, lookup);
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { kind: 'problem', problem: { line, message: error.message, text } };
  }
}

function rowsOf(session: Readonly<Record<string, unknown>>, line: number, text: string): CsvLine[] {
  const { topics, tags = [] } = session;
  if (!Array.isArray(topics) || topics.length === 0) throw new RowError(line, 'the session has no list of topics');
  if (!Array.isArray(tags)) throw new RowError(line, 'tags are not a list');
  const shared = {
    ...EMPTY_CELLS,
    ...Object.fromEntries(SHARED.map(([key, column]) => [column, cell(session, key, line)])),
    tags: tags.map((tag) => cell({ tag }, 'tag', line)).join(' '),
  };
  return topics.map((topic) => {
    const part = objectIn(topic, line, 'a topic');
    return {
      line,
      text,
      cells: { ...shared, ...Object.fromEntries(OF_PART.map((key) => [key, cell(part, key, line)])) },
    };
  });
}

function objectIn(value: unknown, line: number, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RowError(line, `this is not ${what}: an object in braces`);
  return value as Readonly<Record<string, unknown>>;
}

/** Halves of surrogate pairs cannot be stored, so they are replaced before anything is made of the text. */
function cell(object: Readonly<Record<string, unknown>>, key: string, line: number): string {
  const value = object[key] ?? '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new RowError(line, `${key} is neither text nor a number`);
  return value.toWellFormed();
}

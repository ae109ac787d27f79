import { validate as isUuid } from 'uuid';
import { type Edition, OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { remembered } from '../domain/remembered.ts';
import { type Part, type Session, sessionProblem } from '../domain/session.ts';
import { type Instant, isZone, parseIsoInstant, type Zone, zoneNamed } from '../domain/zone.ts';
import { zoneByDay } from '../domain/zone-by-day.ts';
import { zoneForOffset } from '../domain/zone-for-offset.ts';
import { activityOf, instant, times, whole } from './csv-cells.ts';
import { type CsvLine, suggestion } from './csv-lines.ts';
import { type FoundSession, RowError } from './found.ts';
import type { SessionColumn } from './sessions-csv.ts';

/** What reading a row may look up: editions by id, the one in use for rows that name none, the zone of this machine, the time. */
export interface RowContext {
  readonly edition: (id: string) => Edition | undefined;
  readonly currentEditionId: string | undefined;
  readonly timezone: string;
  readonly now: Instant;
  /** When a study day starts, in minutes after midnight. */
  readonly dayStart: number;
}

/** What every row of a session repeats; the rest is each topic's own. */
const SHARED: readonly SessionColumn[] = [
  'cert_id',
  'edition',
  'study_date',
  'started_at',
  'ended_at',
  'timezone',
  'activity',
  'confidence',
  'note',
  'tags',
  'resource',
  'source',
  'created_at',
  'updated_at',
];

/** The context with what is asked again for every row and costs something: zones by name, topic ids by edition. */
export interface Lookup extends RowContext {
  readonly zone: (name: string) => Zone | undefined;
  readonly topicIds: (edition: Edition) => readonly string[];
}

/** The lookup of one file. */
export function lookupIn(context: RowContext): Lookup {
  return {
    ...context,
    zone: remembered((name) => (isZone(name) ? zoneByDay(zoneNamed(name)) : undefined)),
    topicIds: remembered(topicIdsOf),
  };
}

function topicIdsOf(edition: Edition): string[] {
  return [OTHER_TOPIC, ...placedTopics(edition).map(({ topic }) => topic.id)];
}

/** What rows of certtrack's own columns tell; rows that name a source of their own say nothing of what else came from it. @throws RowError */
export function foundFromRows(id: string, group: readonly CsvLine[], context: Lookup): FoundSession {
  const session = sessionFromRows(id, group, context);
  const [{ line, text, cells }] = group as [CsvLine, ...CsvLine[]];
  const { session_id: ownId, source, started_at: start } = cells;
  return {
    kind: 'session',
    session,
    row: { line, text },
    placed: start === '',
    byContent: ownId === '' && source === '',
  };
}

function sessionFromRows(id: string, group: readonly CsvLine[], context: Lookup): Session {
  const [first] = group as [CsvLine, ...CsvLine[]];
  const { line, cells } = first;
  const fail = (message: string): never => {
    throw new RowError(line, message);
  };
  const wrong = group.find((row) => row.wrong !== undefined);
  if (wrong) throw new RowError(wrong.line, wrong.wrong as string);
  if (!isUuid(id)) fail(`session_id "${id}" is not a UUID`);
  const editionId = cells.edition || context.currentEditionId;
  const edition = editionId === undefined ? undefined : context.edition(editionId);
  if (!edition)
    return fail(
      editionId === undefined ? 'the row names no edition, and none is in use' : `unknown edition "${editionId}"`,
    );
  if (cells.cert_id !== '' && cells.cert_id !== edition.certId)
    fail(`cert_id "${cells.cert_id}" does not belong to the edition ${edition.id}`);

  const timezone = cells.timezone || zoneOf(cells.started_at, context);
  const zone = context.zone(timezone) ?? fail(`unknown time zone "${timezone}"`);
  for (const [i, row] of group.entries()) {
    if (i === 0) continue;
    const differing = SHARED.find((column) => row.cells[column] !== cells[column]);
    if (differing) throw new RowError(row.line, `${differing} differs from the session's first row, line ${line}`);
    if (group.slice(0, i).some((other) => other.cells.topic_id === row.cells.topic_id))
      throw new RowError(row.line, `the session has another row for ${row.cells.topic_id}`);
  }
  const parts = group.map((row) => toPart(row, edition, context.topicIds(edition)));
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  const { startedAt, endedAt, studyDate } = times(first, zone, minutes, context);
  const session: Session = {
    id,
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
  // What certtrack recorded with --force must come back in; of such rows only the impossible is refused.
  const recorded = cells.session_id !== '' && cells.created_at !== '';
  if (problem && !(problem.forcible && recorded)) fail(problem.message);
  return session;
}

/** The zone of a row that names none: the one its start is written in, or this machine's. */
function zoneOf(start: string, { timezone, zone }: Lookup): string {
  const at = parseIsoInstant(start);
  const own = zone(timezone);
  return at === undefined || own === undefined ? timezone : zoneForOffset(start, at, own).name;
}

function toPart(row: CsvLine, edition: Edition, known: readonly string[]): Part {
  const topicId = row.cells.topic_id;
  if (topicId === '') throw new RowError(row.line, 'topic_id is empty');
  if (!known.includes(topicId))
    throw new RowError(row.line, `unknown topic "${topicId}" in ${edition.id}${suggestion(topicId, known)}`);
  const { correct, questions } = row.cells;
  if ((correct === '') !== (questions === ''))
    throw new RowError(row.line, 'correct and questions must be given together');
  return {
    topicId,
    minutes: whole(row, 'minutes'),
    correct: correct === '' ? null : whole(row, 'correct'),
    questions: questions === '' ? null : whole(row, 'questions'),
  };
}

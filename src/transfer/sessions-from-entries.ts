import type { Edition } from '../domain/edition.ts';
import { remembered } from '../domain/remembered.ts';
import { type Session, sessionProblem, shareOut } from '../domain/session.ts';
import { type Instant, storedZone, type Zone } from '../domain/zone.ts';
import { zoneByDay } from '../domain/zone-by-day.ts';
import type { Entry, EntryOrProblem } from './entry.ts';
import { type EntryIds, entryIds } from './entry-ids.ts';
import { entryTimes } from './entry-times.ts';
import type { Found, LeftOut } from './found.ts';
import type { Meaning } from './label-meaning.ts';

/** What turning entries into sessions may look up. `source` is the name of the tool. */
export interface EntryContext {
  readonly source: string;
  readonly meaning: (label: string) => Meaning | undefined;
  readonly edition: (id: string) => Edition | undefined;
  readonly now: Instant;
  readonly dayStart: number;
}

const MINUTE = 60_000;

/**
 * Entries of another tool as sessions. An entry needs one label that names topics; its other labels become tags. Without one, it is
 * left out when a label says so, and otherwise its labels are unknown. Time is rounded to whole minutes, each entry by itself.
 */
export function* sessionsFromEntries(entries: Iterable<EntryOrProblem>, context: EntryContext): Generator<Found> {
  const zoneOf = remembered((name: string) => zoneByDay(storedZone(name)));
  const idsOf = entryIds(context.source);
  for (const entry of entries) {
    if ('message' in entry) yield { kind: 'problem', problem: entry };
    else yield* foundIn(entry, { ...context, zoneOf, ids: idsOf(entry) });
  }
}

interface Lookup extends EntryContext {
  readonly zoneOf: (name: string) => Zone;
  readonly ids: EntryIds;
}

function* foundIn(entry: Entry, context: Lookup): Generator<Found> {
  const { line, text } = entry;
  const { id, formerId } = context.ids;
  const times = entryTimes(entry, context.zoneOf(entry.timezone), context);
  if (times === undefined) return yield leftOut('running');
  const { startedAt, endedAt, studyDate } = times;
  const minutes = entry.minutes ?? Math.round((endedAt - startedAt) / MINUTE);
  const own = new Set(entry.labels.map((label) => label.toWellFormed()));
  const labels = (own.size === 0 ? [''] : [...own]).map((label) => ({
    label,
    meaning: context.meaning(label),
  }));
  const topics = labels.flatMap(({ meaning }) => (meaning?.kind === 'topics' ? [meaning] : []));
  const [first] = topics;
  if (first === undefined) {
    if (labels.some(({ meaning }) => meaning?.kind === 'none')) return yield leftOut('skipped');
    const unexplained = labels.filter(({ meaning }) => meaning === undefined);
    for (const { label } of unexplained.length > 0 ? unexplained : labels) yield { kind: 'unknown', label, minutes };
    return;
  }
  const problem = (message: string): Found => ({ kind: 'problem', problem: { line, message, text } });
  if (topics.some(({ editionId }) => editionId !== first.editionId))
    return yield problem('its labels name topics of two certifications; use one of them, or leave one out with =-');
  if (minutes < 1 && endedAt >= startedAt) return yield leftOut('short');
  const edition = context.edition(first.editionId);
  if (!edition) return yield problem(`unknown edition "${first.editionId}"`);
  const activity = labels.flatMap(({ meaning }) => (meaning?.kind === 'activity' ? [meaning.activity] : []))[0] ?? null;
  const session: Session = {
    id,
    certId: edition.certId,
    editionId: edition.id,
    startedAt,
    endedAt,
    timezone: entry.timezone,
    studyDate,
    activity,
    confidence: null,
    note: entry.note?.trim() ? entry.note.trim().toWellFormed() : null,
    tags: [...new Set(labels.filter(({ meaning }) => meaning === undefined).map(({ label }) => asTag(label)))].filter(
      Boolean,
    ),
    resource: null,
    source: context.source,
    createdAt: endedAt,
    updatedAt: endedAt,
    deletedAt: null,
    parts: shareOut(
      topics.map(({ topicIds }) => ({ topicIds, minutes: null })),
      minutes,
      null,
    ),
  };
  const refused = endedAt < startedAt ? 'the end is before the start' : sessionProblem(session, context.now)?.message;
  yield refused === undefined
    ? {
        kind: 'session',
        session,
        row: { line, text },
        formerId,
        placed: entry.placed,
        byContent: entry.ownId === undefined,
      }
    : problem(refused);
}

function leftOut(why: LeftOut): Found {
  return { kind: 'left-out', why };
}

/** A tag holds no spaces. */
function asTag(label: string): string {
  return label.trim().replace(/\s+/g, '-');
}

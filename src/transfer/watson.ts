import { parseIsoInstant, storedZone, type Zone } from '../domain/zone.ts';
import { zoneByDay } from '../domain/zone-by-day.ts';
import { zoneForOffset } from '../domain/zone-for-offset.ts';
import type { EntryOrProblem } from './entry.ts';
import { type JsonValue, jsonValues } from './json-values.ts';

/** The year 10000. */
const LAST_SECOND = 253_402_300_800;

/** Reads what `watson log --json` writes, and the file of frames Watson keeps. A frame is known by its own id. */
export function* entriesFromWatson(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  const zone = zoneByDay(storedZone(timezone));
  for (const item of jsonValues(pieces)) {
    if ('message' in item) yield item;
    else yield Array.isArray(item.value) ? ofFrames(item, item.value, timezone) : ofLog(item, zone);
  }
}

/** `{id, project, start, stop, tags}` with ISO times. */
function ofLog({ line, text, value }: JsonValue, zone: Zone): EntryOrProblem {
  const { id, project, start, stop, tags } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const [startedAt, endedAt] = [parseIsoInstant(isoOf(start)), parseIsoInstant(isoOf(stop))];
  if (startedAt === undefined || endedAt === undefined)
    return { line, text, message: 'start and stop are not times such as 2026-09-22T19:00:00+02:00' };
  // The frame that is still running, which --current adds.
  const end = id === 'current' ? null : endedAt;
  return entryOf(
    { line, text },
    { id, project, tags, startedAt, endedAt: end, timezone: zoneForOffset(isoOf(start), startedAt, zone).name },
  );
}

/** `[start, stop, project, id, tags, updated]` with seconds since 1970. */
function ofFrames({ line, text }: JsonValue, frame: readonly unknown[], timezone: string): EntryOrProblem {
  const [start, stop, project, id, tags] = frame;
  if (!isSeconds(start) || !isSeconds(stop))
    return { line, text, message: 'start and stop are not seconds since 1970' };
  const [startedAt, endedAt] = [Math.round(start * 1000), Math.round(stop * 1000)];
  return entryOf({ line, text }, { id, project, tags, startedAt, endedAt, timezone });
}

/** Seconds of a time that a calendar has. */
function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < LAST_SECOND;
}

interface Frame {
  readonly id: unknown;
  readonly project: unknown;
  readonly tags: unknown;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly timezone: string;
}

function entryOf(place: { line: number; text: string }, { id, project, tags = [], ...times }: Frame): EntryOrProblem {
  if (typeof id !== 'string' || id === '') return { ...place, message: 'the frame has no id' };
  if (typeof project !== 'string') return { ...place, message: 'the frame has no project' };
  if (!Array.isArray(tags) || tags.some((tag) => typeof tag !== 'string'))
    return { ...place, message: 'tags are not a list of words' };
  return { ...place, ...times, ownId: id, clock: times.startedAt, labels: [project, ...tags], note: null };
}

/** Arrow writes microseconds where there are any; an instant has milliseconds. */
function isoOf(value: unknown): string {
  return String(value).replace(/(\.\d{3})\d+/, '$1');
}

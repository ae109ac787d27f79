import { parseIsoInstant } from '../domain/zone.ts';
import type { EntryOrProblem } from './entry.ts';
import { type JsonValue, jsonValues } from './json-values.ts';
import { zoneForOffset } from './zone-for-offset.ts';

/** Reads what `watson log --json` writes, and the file of frames Watson keeps. A frame is known by its own id. */
export function* entriesFromWatson(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  for (const item of jsonValues(pieces)) {
    if ('message' in item) yield item;
    else yield Array.isArray(item.value) ? ofFrames(item, item.value, timezone) : ofLog(item, timezone);
  }
}

/** `{id, project, start, stop, tags}` with ISO times. */
function ofLog({ line, text, value }: JsonValue, timezone: string): EntryOrProblem {
  const { id, project, start, stop, tags } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const [startedAt, endedAt] = [parseIsoInstant(isoOf(start)), parseIsoInstant(isoOf(stop))];
  if (startedAt === undefined || endedAt === undefined)
    return { line, text, message: 'start and stop are not times such as 2026-09-22T19:00:00+02:00' };
  // The frame that is still running, which --current adds.
  const end = id === 'current' ? null : endedAt;
  return entryOf(
    { line, text },
    { id, project, tags, startedAt, endedAt: end, timezone: zoneForOffset(isoOf(start), startedAt, timezone) },
  );
}

/** `[start, stop, project, id, tags, updated]` with seconds since 1970. */
function ofFrames({ line, text }: JsonValue, frame: readonly unknown[], timezone: string): EntryOrProblem {
  const [start, stop, project, id, tags] = frame;
  if (typeof start !== 'number' || typeof stop !== 'number')
    return { line, text, message: 'start and stop are not seconds since 1970' };
  return entryOf({ line, text }, { id, project, tags, startedAt: start * 1000, endedAt: stop * 1000, timezone });
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
  return { ...place, ...times, sourceId: id, ownId: true, labels: [project, ...tags], note: null };
}

/** Arrow writes microseconds where there are any; an instant has milliseconds. */
function isoOf(value: unknown): string {
  return String(value).replace(/(\.\d{3})\d+/, '$1');
}

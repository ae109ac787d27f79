import { contentIds } from './content-ids.ts';
import type { Entry } from './entry.ts';
import { contentHash, madeId } from './made-id.ts';

/** The session id of an entry, and the one that certtrack up to 0.2.0 gave it. */
export interface EntryIds {
  readonly id: string;
  readonly formerId?: string;
}

/** Ids of a tool's entries: of the tool's own id, else of the clock and the content that the file tells. */
export function entryIds(source: string): (entry: Entry) => EntryIds {
  const made = contentIds();
  return ({ ownId, formerName, startedAt, endedAt, clock, placed = false, minutes, labels, note }) => {
    if (ownId !== undefined) return { id: madeId(0, contentHash(`${source}\n${ownId}`)) };
    const length = endedAt === null ? null : endedAt - startedAt;
    return {
      id: made(clock, `${source}\n${JSON.stringify([clock, placed, length, minutes ?? null, labels, note])}`),
      ...(formerName !== undefined && { formerId: madeId(startedAt, contentHash(`${source}\n${formerName}`)) }),
    };
  };
}

import { examPhrase } from '../../domain/exam-result.ts';
import { mockPhrase } from '../../domain/mock-phrase.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import { plural } from '../../domain/words.ts';
import type { Instant } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/sqlite.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { ENTRIES, type Entry, entryHandle, entryNamed, isDeleted } from './find-entry.ts';
import { entryNamer, type NamedEntry } from './show-entries.ts';

/** What was deleted, each with the phrase it goes by. */
export interface Deleted {
  readonly entries: readonly { readonly entry: NamedEntry; readonly phrase: string }[];
}

/** Deletes entries of any kind; undo brings them back. @throws not_found for what is deleted already */
export async function deleteEntries(env: Env, ids: readonly string[]): Promise<Deleted> {
  const db = await env.open();
  return change(env, db, () => {
    const chosen = [...new Map(ids.map((id) => entryNamed(db, id)).map((entry) => [entry.row.id, entry])).values()];
    const gone = chosen.find(isDeleted);
    if (gone)
      throw new CerttrackError(
        'not_found',
        `${ENTRIES[gone.kind].noun} ${entryHandle(db, gone)} is already deleted`,
        'certtrack history shows when',
      );
    const entries = chosen.map((entry) => ({ entry: entryNamer(env, db)(entry), phrase: phraseOf(db, entry) }));
    const [only] = entries;
    return {
      action: 'delete',
      summary: `deleted ${entries.length === 1 ? only?.phrase : plural(entries.length, 'entry', 'entries')}`,
      changes: chosen.map((entry) => deletion(entry, env.now.instant)),
      result: () => ({ entries }),
    };
  });
}

/** What is deleted stays, marked; of a resource nothing is kept but what undo needs. */
function deletion(entry: Entry, deletedAt: Instant): Change {
  switch (entry.kind) {
    case 'session':
      return { entity: 'session', id: entry.row.id, before: entry.row, after: { ...entry.row, deletedAt } };
    case 'mock':
      return { entity: 'mock', id: entry.row.id, before: entry.row, after: { ...entry.row, deletedAt } };
    case 'attempt':
      return { entity: 'result', id: entry.row.id, before: entry.row, after: { ...entry.row, deletedAt } };
    case 'resource':
      return { entity: 'resource', id: entry.row.id, before: entry.row, after: null };
  }
}

function phraseOf(db: Db, entry: Entry): string {
  switch (entry.kind) {
    case 'session':
      return sessionPhrase(entry.row, editionById(db, entry.row.editionId));
    case 'mock':
      return `practice exam ${mockPhrase(entry.row)}`;
    case 'attempt':
      return examPhrase(entry.row);
    case 'resource':
      return `${entry.row.kind} "${entry.row.title}"`;
  }
}

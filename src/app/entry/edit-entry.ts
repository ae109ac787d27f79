import { CerttrackError } from '../../errors.ts';
import type { Db } from '../../store/sqlite.ts';
import { change, type Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { type AttemptEdits, attemptEdited } from '../exam/edit-attempt.ts';
import { type MockEdits, mockEdited } from '../mock/edit-mock.ts';
import { type ResourceEdits, resourceEdited } from '../resource/edit-resource.ts';
import { type EditedSession, type SessionEdits, sessionEdited } from '../session/edit-session.ts';
import { ENTRIES, type Entry, entryNamed, isDeleted } from './find-entry.ts';
import type { NamedEntry } from './show-entries.ts';

/** What to change of an entry, by its kind. */
export type EntryEdit =
  | { readonly kind: 'session'; readonly edits: SessionEdits }
  | { readonly kind: 'mock'; readonly edits: MockEdits }
  | { readonly kind: 'attempt'; readonly edits: AttemptEdits }
  | { readonly kind: 'resource'; readonly edits: ResourceEdits };

/** The entry as it is now; of a session also what the change led to. */
export type EditedEntry =
  | { readonly kind: 'session'; readonly edited: EditedSession }
  | Exclude<NamedEntry, { kind: 'session' }>;

/** The kind of the entry that a person names. @throws not_found or decision_needed; not_found for a deleted one */
export async function entryToEdit(env: Env, id: string): Promise<Entry> {
  return present(await env.open(), id);
}

/** Changes an entry of any kind. @throws usage when it changes nothing or must not be like that */
export async function editEntry(env: Env, id: string, edit: EntryEdit): Promise<EditedEntry> {
  const db = await env.open();
  return change(env, db, (): Outcome<EditedEntry> => {
    const entry = present(db, id);
    const outcome = edited(env, db, entry, edit);
    refuseSame(outcome, entry);
    return outcome;
  });
}

function edited(env: Env, db: Db, entry: Entry, edit: EntryEdit): Outcome<EditedEntry> {
  if (entry.kind === 'session' && edit.kind === 'session')
    return mapped(sessionEdited(env, db, entry.row, edit.edits), (edited) => ({ kind: 'session', edited }));
  if (entry.kind === 'mock' && edit.kind === 'mock')
    return mapped(mockEdited(env, db, entry.row, edit.edits), (named) => ({ kind: 'mock', named }));
  if (entry.kind === 'attempt' && edit.kind === 'attempt')
    return mapped(attemptEdited(env, db, entry.row, edit.edits), (named) => ({ kind: 'attempt', named }));
  if (entry.kind === 'resource' && edit.kind === 'resource')
    return mapped(resourceEdited(env, db, entry.row, edit.edits), (named) => ({ kind: 'resource', named }));
  throw new CerttrackError('usage', `that is no ${ENTRIES[edit.kind].noun}, but a ${ENTRIES[entry.kind].noun}`);
}

function present(db: Db, id: string): Entry {
  const entry = entryNamed(db, id);
  if (!isDeleted(entry)) return entry;
  throw new CerttrackError(
    'not_found',
    `that ${ENTRIES[entry.kind].noun} is deleted`,
    'Bring it back first: certtrack undo',
  );
}

/** @throws usage where nothing but the time of the change would change */
function refuseSame({ changes }: Outcome<unknown>, { kind }: Entry): void {
  const said = (row: unknown) => JSON.stringify(row, (key, value) => (key === 'updatedAt' ? undefined : value));
  if (changes.every(({ before, after }) => said(before) === said(after)))
    throw new CerttrackError('usage', `that changes nothing: the ${ENTRIES[kind].noun} is like that already`);
}

function mapped<From, To>(outcome: Outcome<From>, map: (result: From) => To): Outcome<To> {
  return { ...outcome, result: () => map(outcome.result()) };
}

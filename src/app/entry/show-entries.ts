import type { Edition } from '../../domain/edition.ts';
import type { ExamResult } from '../../domain/exam-result.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { mockNamer, type NamedMock } from '../mock/named-mock.ts';
import { type NamedResource, resourceNamer } from '../resource/named-resource.ts';
import { type NamedSession, sessionNamer } from '../session/named-session.ts';
import { type Entry, entryHandle, entryNamed } from './find-entry.ts';

/** An attempt at a real exam with what is needed to print it. */
export interface NamedAttempt {
  readonly attempt: ExamResult;
  readonly handle: string;
  readonly edition: Edition | undefined;
}

/** An entry with its short id and what else is needed to print it. */
export type NamedEntry =
  | { readonly kind: 'session'; readonly named: NamedSession }
  | { readonly kind: 'mock'; readonly named: NamedMock }
  | { readonly kind: 'attempt'; readonly named: NamedAttempt }
  | { readonly kind: 'resource'; readonly named: NamedResource };

/** The entries that a person names, of any kind. @throws not_found or decision_needed */
export async function showEntries(env: Env, ids: readonly string[]): Promise<NamedEntry[]> {
  const db = await env.open();
  return ids.map((id) => entryNamed(db, id)).map(entryNamer(env, db));
}

/** Gives entries their short ids. */
export function entryNamer(env: Env, db: Db): (entry: Entry) => NamedEntry {
  const session = sessionNamer(env, db);
  return (entry) => {
    switch (entry.kind) {
      case 'session':
        return { kind: 'session', named: session(entry.row) };
      case 'mock':
        return { kind: 'mock', named: mockNamer(db)(entry.row) };
      case 'attempt':
        return { kind: 'attempt', named: attemptNamer(db)(entry.row) };
      case 'resource':
        return { kind: 'resource', named: resourceNamer(db, entry.row.certId)(entry.row) };
    }
  };
}

/** Gives attempts their short ids and editions. */
export function attemptNamer(db: Db): (attempt: ExamResult) => NamedAttempt {
  return (attempt) => ({
    attempt,
    handle: entryHandle(db, { kind: 'attempt', row: attempt }),
    edition: editionById(db, attempt.editionId),
  });
}

import type { ExamResult } from '../../domain/exam-result.ts';
import type { Mock } from '../../domain/mock.ts';
import type { Resource } from '../../domain/resource.ts';
import type { Session } from '../../domain/session.ts';
import { CerttrackError } from '../../errors.ts';
import { examResultById } from '../../store/exam-results.ts';
import { handleOf, idsLike, type Named } from '../../store/handles.ts';
import { mockById, mocks } from '../../store/mocks.ts';
import { resourceById } from '../../store/resources.ts';
import { lastSessionId, sessionFinder } from '../../store/sessions.ts';
import type { Db } from '../../store/sqlite.ts';
import { tracks } from '../../store/tracks.ts';
import { resourceFor } from '../resource/named-resource.ts';

/** Anything in the log that has an id a person can type. */
export type Entry =
  | { readonly kind: 'session'; readonly row: Session }
  | { readonly kind: 'mock'; readonly row: Mock }
  | { readonly kind: 'attempt'; readonly row: ExamResult }
  | { readonly kind: 'resource'; readonly row: Resource };

type Kind = Entry['kind'];

interface Access {
  readonly table: Named;
  /** What a person calls it, and the command that lists them. */
  readonly noun: string;
  readonly list: string;
  readonly find: (db: Db, id: string) => Entry['row'] | undefined;
}

/** How each kind of entry is found. */
export const ENTRIES: Readonly<Record<Kind, Access>> = {
  session: {
    table: 'session',
    noun: 'session',
    list: 'certtrack sessions',
    find: (db, id) => sessionFinder(db)(id),
  },
  mock: { table: 'mock', noun: 'practice exam', list: 'certtrack mocks', find: mockById },
  attempt: { table: 'result', noun: 'exam', list: 'certtrack exam', find: examResultById },
  resource: { table: 'resource', noun: 'resource', list: 'certtrack resource', find: resourceById },
};

const KINDS = Object.keys(ENTRIES) as Kind[];

/**
 * The entry a person names by `last`, the last session, or by the start of its short id, whatever kind it is of.
 * @throws not_found or, where several would do, decision_needed
 */
export function entryNamed(db: Db, text: string): Entry {
  if (text === 'last') return lastSession(db);
  const paper = practiceExamNamed(db, text);
  if (paper) return { kind: 'mock', row: paper };
  const found = KINDS.flatMap((kind) => idsLike(db, ENTRIES[kind].table, text).map((id) => ({ kind, id })));
  const [one, ...others] = found;
  const titled = one === undefined ? resourceTitled(db, text) : undefined;
  if (titled) return { kind: 'resource', row: titled };
  if (one === undefined)
    throw new CerttrackError(
      'not_found',
      `nothing has the id "${text}"`,
      `Ids are listed by ${KINDS.map((kind) => ENTRIES[kind].list).join(', ')}`,
    );
  if (others.length > 0)
    throw new CerttrackError(
      'decision_needed',
      `"${text}" is the start of ${found.length} ids`,
      ['Write more of it:', ...found.map(({ kind, id }) => `${id.slice(24)}  ${ENTRIES[kind].noun}`)].join('\n'),
    );
  return { kind: one.kind, row: ENTRIES[one.kind].find(db, one.id) } as Entry;
}

/** `last-mock`, and `provider:NAME` for the last of a provider: what the commands that went with 0.3.0 named. */
function practiceExamNamed(db: Db, text: string): Mock | undefined {
  const [, provider] = /^provider:(.+)$/.exec(text) ?? [];
  if (text !== 'last-mock' && provider === undefined) return undefined;
  return mocks(db, { provider }).at(-1);
}

/** Resources go by their names too. @throws decision_needed */
function resourceTitled(db: Db, text: string): Resource | undefined {
  for (const { certId } of tracks(db)) {
    const found = resourceFor(db, certId, text);
    if (found) return found;
  }
  return undefined;
}

function lastSession(db: Db): Entry {
  const id = lastSessionId(db);
  const row = id === undefined ? undefined : sessionFinder(db)(id);
  if (row) return { kind: 'session', row };
  throw new CerttrackError('not_found', 'there is no session yet', 'Log one: certtrack add-session TOPIC 45m');
}

/** The short id of an entry. */
export function entryHandle(db: Db, { kind, row }: Entry): string {
  return handleOf(db, ENTRIES[kind].table, row.id);
}

/** Whether an entry is there, rather than deleted; a resource that was deleted is gone. */
export function isDeleted({ row }: Entry): boolean {
  return 'deletedAt' in row && row.deletedAt !== null;
}

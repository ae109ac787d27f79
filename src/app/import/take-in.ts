import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { type Session, sessionMinutes } from '../../domain/session.ts';
import type { Instant } from '../../domain/zone.ts';
import type { Change } from '../../store/change.ts';
import { saveEdition } from '../../store/editions.ts';
import { sessionFinder, sessionKnown } from '../../store/sessions.ts';
import { type DatedSession, sessionsOfSource } from '../../store/sessions-of-source.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Found, FoundSession, LeftOut, RowProblem } from '../../transfer/found.ts';
import { seenNumbers } from '../../transfer/seen-numbers.ts';

/** What is done with a session that is there with other content. */
export const ON_CONFLICT = ['skip', 'update', 'fail'] as const;
export type OnConflict = (typeof ON_CONFLICT)[number];

/** What an import found and did, counted while it goes on. */
export interface Tally {
  imported: number;
  minutes: number;
  unchanged: number;
  deleted: number;
  updated: number;
  /** Sessions that differ from ours, by their ids. */
  readonly differing: string[];
  readonly problems: RowProblem[];
  /** How many entries were left out for each reason. */
  readonly leftOut: Map<LeftOut, number>;
  /** Minutes under each label that nobody has explained. */
  readonly unknown: Map<string, number>;
  /** The newest edition that new sessions of each certification name. */
  readonly editions: Map<string, string>;
  /** Sessions that came from the same tool and are not in the file, oldest first, when its entries have no ids of their own. */
  readonly absent: DatedSession[];
  /** The first and last study date of the file's sessions. */
  days: readonly [LocalDate, LocalDate] | undefined;
}

export function emptyTally(): Tally {
  return {
    ...{ imported: 0, minutes: 0, unchanged: 0, deleted: 0, updated: 0, differing: [], problems: [] },
    ...{ leftOut: new Map(), unknown: new Map(), editions: new Map(), absent: [], days: undefined },
  };
}

interface Rules {
  readonly onConflict: OnConflict;
  /** Whether bad rows are left out rather than stop the import. */
  readonly skipBad: boolean;
  readonly edition: (id: string) => Edition | undefined;
  readonly now: Instant;
}

/** The changes that take in what was found. Once something stops the import, the rest is only looked through, so that all problems are told. */
export function* takeIn(db: Db, found: Iterable<Found>, rules: Rules, tally: Tally): Generator<Change> {
  const knownAs = knownSessions(db);
  const seen = seenNumbers();
  const sources = new Set<string>();
  const saved = new Set<string>();
  let stopped = false;
  for (const item of found) {
    switch (item.kind) {
      case 'problem':
        tally.problems.push(item.problem);
        stopped ||= !(rules.skipBad && item.problem.text !== undefined);
        break;
      case 'left-out':
        tally.leftOut.set(item.why, (tally.leftOut.get(item.why) ?? 0) + 1);
        break;
      case 'unknown':
        tally.unknown.set(item.label, (tally.unknown.get(item.label) ?? 0) + item.minutes);
        stopped = true;
        break;
      case 'session': {
        if (stopped) break;
        const { session } = item;
        const known = knownAs(item);
        const again = seen(digitsOf(known?.id ?? session.id));
        if (item.byContent) sources.add(session.source);
        if (again && known && isUntouched(known) && !same(known, { ...session, id: known.id })) {
          tally.problems.push({
            ...item.row,
            message: 'another entry of the file has the same id and says something else',
          });
          stopped ||= !rules.skipBad;
          break;
        }
        tally.days = widened(tally.days, session.studyDate);
        const change = known === undefined ? fresh(session, tally) : present(known, item, rules, tally);
        if (change === undefined) break;
        if (!saved.has(session.editionId)) saveEdition(db, rules.edition(session.editionId) as Edition);
        saved.add(session.editionId);
        yield change;
      }
    }
  }
  if (stopped) return;
  for (const source of sources)
    tally.absent.push(...sessionsOfSource(db, source).filter(({ id }) => !seen(digitsOf(id))));
}

/** Finds what the log has of a session: under its id or, once for each, under the one it had up to 0.2.0. */
function knownSessions(db: Db): (found: FoundSession) => Session | undefined {
  const isKnown = sessionKnown(db);
  const find = sessionFinder(db);
  const taken = new Set<string>();
  return ({ session, formerId }) => {
    if (isKnown(session.id)) return find(session.id);
    if (formerId === undefined || taken.has(formerId) || !isKnown(formerId)) return undefined;
    taken.add(formerId);
    return find(formerId);
  };
}

/** The random digits of an id as a number. */
function digitsOf(id: string): number {
  return Number.parseInt(id.slice(24), 16);
}

/** Whether nobody has changed a session since it was imported. */
function isUntouched({ createdAt, updatedAt }: Session): boolean {
  return createdAt === updatedAt;
}

function widened(days: Tally['days'], date: LocalDate): Tally['days'] {
  const [first, last] = days ?? [date, date];
  return [date < first ? date : first, date > last ? date : last];
}

function fresh(session: Session, tally: Tally): Change {
  const newest = tally.editions.get(session.certId);
  if (newest === undefined || session.editionId > newest) tally.editions.set(session.certId, session.editionId);
  tally.imported++;
  tally.minutes += sessionMinutes(session);
  return { entity: 'session', id: session.id, before: null, after: session };
}

/** A session that is there already: deleted stays deleted, a place of ours moves, and what differs goes by the rule for conflicts. */
function present(known: Session, found: FoundSession, { onConflict, now }: Rules, tally: Tally): Change | undefined {
  const session = { ...found.session, id: known.id };
  if (known.deletedAt !== null) tally.deleted++;
  const ours = found.placed && isUntouched(known) && same(placedLike(known, session), session);
  // What was placed before the present moment need not follow it.
  if (known.deletedAt !== null || same(known, session) || (ours && session.endedAt === now)) {
    tally.unchanged++;
    return undefined;
  }
  if (!ours) {
    tally.differing.push(known.id);
    if (onConflict !== 'update') return undefined;
  }
  tally.updated++;
  return { entity: 'session', id: known.id, before: known, after: session };
}

/** A session with the times of another. */
function placedLike(session: Session, { startedAt, endedAt, createdAt, updatedAt }: Session): Session {
  return { ...session, startedAt, endedAt, createdAt, updatedAt };
}

function same(one: Session, other: Session): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(session: Session): unknown[] {
  return Object.keys(session)
    .sort()
    .map((key) =>
      key === 'parts'
        ? session.parts.map(({ topicId, minutes, correct, questions }) => [topicId, minutes, correct, questions])
        : session[key as keyof Session],
    );
}

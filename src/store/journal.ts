import type { ExamResult } from '../domain/exam-result.ts';
import type { Mock, Provider } from '../domain/mock.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Resource } from '../domain/resource.ts';
import type { Card, CardRating } from '../domain/review/card.ts';
import type { Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import type { Instant } from '../domain/zone.ts';
import { putCard, putCardRating } from './cards.ts';
import { putExamResult } from './exam-results.ts';
import { putMock, putProvider } from './mocks.ts';
import type { Db } from './open.ts';
import { putPlan } from './plans.ts';
import { putResource } from './resources.ts';
import { sessionWriter } from './sessions.ts';
import { putSetting, setting } from './settings.ts';
import { evidenceCounter } from './topic-days.ts';
import { putTrack } from './tracks.ts';

/** The kinds of row the journal keeps. */
interface Entities {
  readonly session: Session;
  readonly track: Track;
  readonly setting: string;
  readonly mock: Mock;
  readonly provider: Provider;
  readonly resource: Resource;
  readonly result: ExamResult;
  readonly plan: Plan;
  readonly card: Card;
  readonly rating: CardRating;
}

/** One row before and after; null where it did not or does not exist. */
export type Change = {
  [Kind in keyof Entities]: {
    readonly entity: Kind;
    readonly id: string;
    readonly before: Entities[Kind] | null;
    readonly after: Entities[Kind] | null;
  };
}[keyof Entities];

/** What the journal says of a change: when, which command, and in words what it did. */
export interface Entry {
  readonly id: string;
  readonly at: Instant;
  readonly action: string;
  readonly summary: string;
}

type EntryState = 'applied' | 'undone' | 'superseded' | 'reversal';

export interface RecordedEntry extends Entry {
  readonly seq: number;
  readonly state: EntryState;
  /** The entry an undo or redo acted on. */
  readonly reverts: number | null;
  readonly changes: number;
}

/**
 * The only way the log changes: rows, evidence and journal in one transaction, which the caller may already be in.
 */
export function record(db: Db, entry: Entry, changes: readonly Change[]): void {
  inTransaction(db, () => {
    db.prepare("UPDATE journal SET state = 'superseded' WHERE state = 'undone'").run();
    append(db, entry, 'applied', null, changes);
  });
}

/** What `undo` would take back, or `redo` bring back, next. */
export function nextToUndo(db: Db): RecordedEntry | undefined {
  return db.prepare(`${ENTRIES} WHERE state = 'applied' ORDER BY seq DESC LIMIT 1`).get() as RecordedEntry | undefined;
}

export function nextToRedo(db: Db): RecordedEntry | undefined {
  return db.prepare(`${ENTRIES} WHERE state = 'undone' ORDER BY seq LIMIT 1`).get() as RecordedEntry | undefined;
}

/** Takes an applied entry back, or brings an undone one back, and journals that. */
export function revert(db: Db, target: RecordedEntry, entry: Entry): void {
  inTransaction(db, () => {
    const undoing = target.state === 'applied';
    append(
      db,
      entry,
      'reversal',
      target.seq,
      undoing ? backwards(changesOf(db, target.seq)) : changesOf(db, target.seq),
    );
    db.prepare('UPDATE journal SET state = ? WHERE seq = ?').run(undoing ? 'undone' : 'applied', target.seq);
  });
}

/** The newest entries, newest first. */
export function history(db: Db, limit: number): RecordedEntry[] {
  return db.prepare(`${ENTRIES} ORDER BY seq DESC LIMIT ?`).all(limit) as RecordedEntry[];
}

export function changesOf(db: Db, seq: number): Change[] {
  const rows = db
    .prepare('SELECT entity, entity_id AS id, before, after FROM journal_change WHERE seq = ? ORDER BY position')
    .all(seq) as { entity: string; id: string; before: string | null; after: string | null }[];
  const value = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return rows.map((row) => ({ ...row, before: value(row.before), after: value(row.after) }) as Change);
}

const ENTRIES = `SELECT seq, id, at, action, summary, state, reverts,
  (SELECT count(*) FROM journal_change WHERE journal_change.seq = journal.seq) AS changes FROM journal`;

function backwards(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }) as Change).reverse();
}

function append(db: Db, entry: Entry, state: EntryState, reverts: number | null, changes: readonly Change[]): void {
  const { lastInsertRowid: seq } = db
    .prepare('INSERT INTO journal (id, at, device, action, summary, reverts, state) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(entry.id, entry.at, deviceOf(db, entry.id), entry.action, entry.summary, reverts, state);
  const log = db.prepare(
    'INSERT INTO journal_change (seq, position, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  const apply = applier(db);
  let position = 0;
  for (const change of changes) {
    apply(change);
    log.run(seq, position++, change.entity, change.id, text(change.before), text(change.after));
  }
}

/** Writes rows and evidence; the statements are prepared once for all changes of an entry. */
function applier(db: Db): (change: Change) => void {
  const writeSession = sessionWriter(db);
  const countEvidence = evidenceCounter(db);
  return (change) => {
    switch (change.entity) {
      case 'session':
        countEvidence(change.before, -1);
        writeSession(change.id, change.after);
        countEvidence(change.after, 1);
        return;
      case 'track':
        putTrack(db, change.id, change.after);
        return;
      case 'setting':
        putSetting(db, change.id, change.after);
        return;
      case 'mock':
        putMock(db, change.id, change.after);
        return;
      case 'provider':
        putProvider(db, change.id, change.after);
        return;
      case 'resource':
        putResource(db, change.id, change.after);
        return;
      case 'result':
        putExamResult(db, change.id, change.after);
        return;
      case 'plan':
        putPlan(db, change.id, change.after);
        return;
      case 'card':
        putCard(db, change.id, change.after);
        return;
      case 'rating':
        putCardRating(db, change.id, change.after);
    }
  };
}

/** The id of this database's device, made of the first journal entry's id when there is none yet. */
function deviceOf(db: Db, firstEntry: string): string {
  const known = setting(db, 'device');
  if (known === undefined) putSetting(db, 'device', firstEntry);
  return known ?? firstEntry;
}

/** Runs `work` in an immediate transaction, or as part of the one that is open. */
function inTransaction<T>(db: Db, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).immediate();
}

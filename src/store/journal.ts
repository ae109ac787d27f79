import type { Instant } from '../domain/zone.ts';
import { type Change, changeWriter } from './change.ts';
import { evidenceCounter } from './evidence-counter.ts';
import { putSetting, setting } from './settings.ts';
import type { Db } from './sqlite.ts';

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

/** An entry before it is written; a summary that is only known at the end is asked for when every change is written. */
export type NewEntry = Omit<Entry, 'summary'> & { readonly summary: string | (() => string) };

/**
 * The only way the log changes: rows, evidence and journal in one transaction, which the caller may already be in. Changes are
 * taken one at a time, so a million of them need no memory; without any, nothing is journalled.
 */
export function record(db: Db, entry: NewEntry, changes: Iterable<Change>): void {
  inTransaction(db, () => {
    const rest = changes[Symbol.iterator]();
    const { value: first, done } = rest.next();
    if (done) return;
    db.prepare("UPDATE journal SET state = 'superseded' WHERE state = 'undone'").run();
    append(db, entry, 'applied', null, startingWith(first, rest));
  });
}

function* startingWith<T>(first: T, rest: Iterator<T>): Generator<T> {
  yield first;
  yield* { [Symbol.iterator]: () => rest };
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
    const changes = undoing ? backwards(changesIn(db, target.seq, 'DESC')) : changesIn(db, target.seq, 'ASC');
    append(db, entry, 'reversal', target.seq, changes);
    db.prepare('UPDATE journal SET state = ? WHERE seq = ?').run(undoing ? 'undone' : 'applied', target.seq);
  });
}

/** The newest entries, newest first. */
export function history(db: Db, limit: number): RecordedEntry[] {
  return db.prepare(`${ENTRIES} ORDER BY seq DESC LIMIT ?`).all(limit) as RecordedEntry[];
}

/** When the log was last changed; undoing is a change too. */
export function lastChangeAt(db: Db): Instant | undefined {
  return db.prepare('SELECT at FROM journal ORDER BY seq DESC LIMIT 1').pluck().get() as Instant | undefined;
}

export function changesOf(db: Db, seq: number): Change[] {
  return [...changesIn(db, seq, 'ASC')];
}

const PAGE = 500;

/** An entry's changes, read a page at a time: nothing can be written while a statement is being read. */
function* changesIn(db: Db, seq: number, order: 'ASC' | 'DESC'): Generator<Change> {
  const page = db.prepare(
    `SELECT position, entity, entity_id AS id, before, after FROM journal_change
     WHERE seq = ? AND position ${order === 'ASC' ? '>' : '<'} ? ORDER BY position ${order} LIMIT ${PAGE}`,
  );
  const value = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  let last = order === 'ASC' ? -1 : Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = page.all(seq, last) as {
      position: number;
      entity: string;
      id: string;
      before: string | null;
      after: string | null;
    }[];
    for (const { position, before, after, ...row } of rows) {
      last = position;
      yield { ...row, before: value(before), after: value(after) } as Change;
    }
    if (rows.length < PAGE) return;
  }
}

const ENTRIES = `SELECT seq, id, at, action, summary, state, reverts,
  (SELECT count(*) FROM journal_change WHERE journal_change.seq = journal.seq) AS changes FROM journal`;

function* backwards(changes: Iterable<Change>): Generator<Change> {
  for (const change of changes) yield { ...change, before: change.after, after: change.before } as Change;
}

function append(db: Db, entry: NewEntry, state: EntryState, reverts: number | null, changes: Iterable<Change>): void {
  const { id, at, action, summary } = entry;
  const { lastInsertRowid: seq } = db
    .prepare('INSERT INTO journal (id, at, device, action, summary, reverts, state) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(id, at, deviceOf(db, id), action, typeof summary === 'string' ? summary : '', reverts, state);
  const log = db.prepare(
    'INSERT INTO journal_change (seq, position, entity, entity_id, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  const evidence = evidenceCounter(db);
  const apply = changeWriter(db, evidence);
  let position = 0;
  for (const change of changes) {
    apply(change);
    log.run(seq, position++, change.entity, change.id, text(change.before), text(change.after));
  }
  evidence.write();
  if (typeof summary !== 'string') db.prepare('UPDATE journal SET summary = ? WHERE seq = ?').run(summary(), seq);
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

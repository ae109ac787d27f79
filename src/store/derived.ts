import { BUSY_MS, type Db } from './sqlite.ts';

/** Which state of the log something was derived from: it changes with every journalled change. */
export function logVersion(db: Db): number {
  return (db.prepare('SELECT max(seq) FROM journal').pluck().get() as number | null) ?? 0;
}

/**
 * A value derived from the log, computed only when `basis` (the state of everything it depends on) has changed. Keeping it is a convenience:
 * inside a transaction, or where the database cannot be written now, the value is computed again next time.
 */
export function derived<Value>(db: Db, name: string, basis: string, compute: () => Value): Value {
  const kept = db.prepare('SELECT content FROM derived WHERE name = ? AND basis = ?').pluck().get(name, basis);
  if (typeof kept === 'string') return JSON.parse(kept) as Value;
  const value = compute();
  if (!db.inTransaction)
    withoutWaiting(db, () =>
      db
        .prepare(
          'INSERT INTO derived (name, basis, content) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET basis = excluded.basis, content = excluded.content',
        )
        .run(name, basis, JSON.stringify(value)),
    );
  return value;
}

/** Writes what can be made anew: nothing is lost when the write is, so it waits neither for the disk nor for another program. */
export function withoutWaiting(db: Db, write: () => void): void {
  try {
    db.pragma('synchronous = NORMAL');
    db.pragma('busy_timeout = 0');
    write();
  } catch (error) {
    if (!/^SQLITE_(BUSY|READONLY|FULL|IOERR|CANTOPEN)/.test(String((error as { code?: unknown }).code))) throw error;
  } finally {
    db.pragma('synchronous = FULL');
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

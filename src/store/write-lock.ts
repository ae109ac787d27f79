import { pause } from './pause.ts';
import { BUSY_MS, type Db } from './sqlite.ts';

const PATIENCE_MS = 30_000;
const POLL_MS = 10;

/**
 * Begins a transaction that may write, waiting for its turn. SQLite's own waiting sleeps the longer the longer it has waited, so that with
 * many writers newcomers overtake until somebody gives up; here all poll at the same pace. @throws SQLITE_BUSY after half a minute
 */
export function beginWriting(db: Db): void {
  const until = Date.now() + PATIENCE_MS;
  db.pragma('busy_timeout = 0');
  try {
    while (!begun(db, until)) pause(1 + Math.random() * POLL_MS);
  } finally {
    db.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}

function begun(db: Db, until: number): boolean {
  try {
    db.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    const busy = String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
    if (busy && Date.now() < until) return false;
    throw error;
  }
}

import type { Change } from '../store/change.ts';
import { record } from '../store/journal.ts';
import type { Db } from '../store/sqlite.ts';
import { beginWriting } from '../store/write-lock.ts';
import type { Env } from './env.ts';

/** What a use case decided: its journal line, its rows, and its result, read once they are saved. */
export interface Outcome<Result> {
  readonly action: string;
  readonly summary: string;
  /** None when there is nothing to save; then nothing is journalled either. */
  readonly changes: readonly Change[];
  readonly result: () => Result;
}

/** Reads, decides and saves inside one transaction, so that nobody can write in between. In a dry run all of it happens and is rolled back. */
export async function change<Result>(env: Env, db: Db, decide: () => Outcome<Result>): Promise<Result> {
  const id = await env.newId();
  return transact(env, db, () => {
    const { action, summary, changes, result } = decide();
    if (changes.length > 0) record(db, { id, at: env.now.instant, action, summary }, changes);
    return result();
  });
}

/** Runs work in one transaction that waits for its turn to write. */
export function transact<Result>({ dryRun }: Env, db: Db, work: () => Result): Result {
  beginWriting(db);
  try {
    const result = work();
    db.exec(dryRun ? 'ROLLBACK' : 'COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

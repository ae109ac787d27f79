import { CerttrackError } from '../errors.ts';
import { history, nextToRedo, nextToUndo, revert } from '../store/journal.ts';
import { transact } from './change.ts';
import type { Env } from './env.ts';

/** The change that was taken back or brought back: its number, what it was, and how many rows it had. */
export interface Reversed {
  readonly seq: number;
  readonly summary: string;
  readonly changes: number;
}

/** Takes back the last change. @throws not_found when there is none */
export async function undo(env: Env): Promise<Reversed> {
  return reverse(env, 'undo');
}

/** Brings back what was taken back last. @throws not_found when nothing was, or something was changed since */
export async function redo(env: Env): Promise<Reversed> {
  return reverse(env, 'redo');
}

async function reverse(env: Env, action: 'undo' | 'redo'): Promise<Reversed> {
  const db = await env.open();
  const id = await env.newId();
  return transact(env, db, () => {
    const target = action === 'undo' ? nextToUndo(db) : nextToRedo(db);
    if (!target)
      throw new CerttrackError('not_found', `there is nothing to ${action}`, 'certtrack history shows every change');
    const summary = `${action === 'undo' ? 'took back' : 'brought back'}: ${target.summary}`;
    revert(db, target, { id, at: env.now.instant, action, summary });
    return target;
  });
}

/** The newest changes of the log, newest first, and which of them were taken back. */
export async function changes(env: Env, limit: number) {
  return history(await env.open(), limit);
}

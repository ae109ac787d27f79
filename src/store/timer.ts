import type { Timer } from '../domain/timer.ts';
import type { Change } from './change.ts';
import { setting } from './settings.ts';
import type { Db } from './sqlite.ts';

/** The running timer. There is one at most, because it is one setting; it is journalled and undone like every other. */
export function runningTimer(db: Db): Timer | undefined {
  const text = setting(db, 'timer');
  return text === undefined ? undefined : (JSON.parse(text) as Timer);
}

/** The change from one timer, or none, to another. */
export function timerChange(before: Timer | undefined, after: Timer | undefined): Change {
  const text = (timer: Timer | undefined) => (timer === undefined ? null : JSON.stringify(timer));
  return { entity: 'setting', id: 'timer', before: text(before), after: text(after) };
}

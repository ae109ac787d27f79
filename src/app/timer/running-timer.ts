import { seemsForgotten, type Timer } from '../../domain/timer.ts';
import type { SpokenTimer } from '../../domain/timer-phrase.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/sqlite.ts';
import { runningTimer } from '../../store/timer.ts';
import type { Env } from '../env.ts';

/** A timer with what is needed to speak of it. */
export interface NamedTimer extends SpokenTimer {
  /** It ran too long, or into another study day. */
  readonly forgotten: boolean;
}

/** A timer with its edition and the present moment. */
export function namedTimer({ now, settings }: Env, db: Db, timer: Timer): NamedTimer {
  return {
    timer,
    edition: editionById(db, timer.editionId),
    zone: now.zone,
    now: now.instant,
    forgotten: seemsForgotten(timer, now, settings.timerMax),
  };
}

/** The running timer as reports take it. */
export function presentTimer(env: Env, db: Db): NamedTimer | undefined {
  const timer = runningTimer(db);
  return timer && namedTimer(env, db, timer);
}

/** @throws not_found when no timer runs */
export function neededTimer(env: Env, db: Db): NamedTimer {
  const named = presentTimer(env, db);
  if (named) return named;
  throw new CerttrackError(
    'not_found',
    'no timer is running',
    'Start one: certtrack start TOPIC. Log what you have done: certtrack add-session TOPIC 45m',
  );
}

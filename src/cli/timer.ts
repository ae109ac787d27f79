import { seemsForgotten, type Timer } from '../domain/timer.ts';
import { CerttrackError } from '../errors.ts';
import type { NamedTimer } from '../report/timer.ts';
import { editionById } from '../store/editions.ts';
import type { Db } from '../store/open.ts';
import { runningTimer } from '../store/timer.ts';
import type { Context } from './context.ts';

/** A timer with its edition and the present moment. */
export function namedTimer({ now, config }: Context, db: Db, timer: Timer): NamedTimer {
  return {
    timer,
    edition: editionById(db, timer.editionId),
    zone: now.zone,
    now: now.instant,
    forgotten: seemsForgotten(timer, now, config.timerMax),
  };
}

/** The running timer as reports take it. */
export function presentTimer(context: Context, db: Db): NamedTimer | undefined {
  const timer = runningTimer(db);
  return timer && namedTimer(context, db, timer);
}

/** @throws not_found when no timer runs */
export function neededTimer(context: Context, db: Db): NamedTimer {
  const named = presentTimer(context, db);
  if (named) return named;
  throw new CerttrackError(
    'not_found',
    'no timer is running',
    'Start one: certtrack start TOPIC. Log what you have done: certtrack add-session TOPIC 45m',
  );
}

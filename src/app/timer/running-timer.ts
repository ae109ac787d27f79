import { durationText } from '../../domain/duration.ts';
import type { Edition } from '../../domain/edition.ts';
import { longDate } from '../../domain/local-date.ts';
import { shareOut } from '../../domain/session.ts';
import { topicNames } from '../../domain/session-phrase.ts';
import { seemsForgotten, type Timer, timerMinutes } from '../../domain/timer.ts';
import { clockText, type Instant, type Zone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/open.ts';
import { runningTimer } from '../../store/timer.ts';
import type { Env } from '../env.ts';

/** A timer with what is needed to speak of it. */
export interface NamedTimer {
  readonly timer: Timer;
  readonly edition: Edition | undefined;
  readonly zone: Zone;
  readonly now: Instant;
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

/** A time at which it may have been stopped, to show how that is said: an hour after the start, or half way. */
export function exampleEnd({ timer, zone, now }: NamedTimer): string {
  const minutes = Math.max(1, Math.min(60, Math.floor(timerMinutes(timer, now) / 2)));
  return clockText(zone.wallAt(timer.startedAt + minutes * 60_000).minutes);
}

/** `on 4.3 Sharing data since 19:00, 45 m`. */
export function timerText(named: NamedTimer): string {
  const { timer, zone, now } = named;
  const start = zone.wallAt(timer.startedAt);
  const day = start.date === zone.wallAt(now).date ? '' : `${longDate(start.date)}, `;
  return `${onTopics(named)}since ${day}${clockText(start.minutes)}, ${durationText(Math.max(0, timerMinutes(timer, now)))}`;
}

/** `on 4.3 Sharing data `, with the space behind it; nothing where no topic was named. */
export function onTopics({ timer, edition }: NamedTimer): string {
  const parts = shareOut(timer.shares, 0, null);
  return parts.length === 0 ? '' : `on ${topicNames({ parts }, edition)} `;
}

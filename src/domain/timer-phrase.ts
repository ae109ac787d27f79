import { durationText } from './duration.ts';
import type { Edition } from './edition.ts';
import { longDate } from './local-date.ts';
import { shareOut } from './session.ts';
import { topicNames } from './session-phrase.ts';
import { type Timer, timerMinutes } from './timer.ts';
import { clockText, type Instant, type Zone } from './zone.ts';

/** A timer at a moment, with its guide and the zone of the clock that is looked at. */
export interface SpokenTimer {
  readonly timer: Timer;
  readonly edition: Edition | undefined;
  readonly zone: Zone;
  readonly now: Instant;
}

/** A time at which it may have been stopped, to show how that is said: an hour after the start, or half way. */
export function exampleEnd({ timer, zone, now }: SpokenTimer): string {
  const minutes = Math.max(1, Math.min(60, Math.floor(timerMinutes(timer, now) / 2)));
  return clockText(zone.wallAt(timer.startedAt + minutes * 60_000).minutes);
}

/** `on 4.3 Sharing data since 19:00, 45 m`. */
export function timerText(named: SpokenTimer): string {
  const { timer, zone, now } = named;
  const start = zone.wallAt(timer.startedAt);
  const day = start.date === zone.wallAt(now).date ? '' : `${longDate(start.date)}, `;
  return `${onTopics(named)}since ${day}${clockText(start.minutes)}, ${durationText(Math.max(0, timerMinutes(timer, now)))}`;
}

/** `on 4.3 Sharing data `, with the space behind it; nothing where no topic was named. */
export function onTopics({ timer, edition }: SpokenTimer): string {
  const parts = shareOut(timer.shares, 0, null);
  return parts.length === 0 ? '' : `on ${topicNames({ parts }, edition)} `;
}

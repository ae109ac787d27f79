import { parseClock } from '../../domain/day.ts';
import { durationText, LONGEST_SESSION } from '../../domain/duration.ts';
import { type Timer, timerMinutes } from '../../domain/timer.ts';
import { exampleEnd, timerText } from '../../domain/timer-phrase.ts';
import { parseEnd } from '../../domain/when.ts';
import { clockText, type Instant, isoInZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import type { Db } from '../../store/sqlite.ts';
import { timerChange } from '../../store/timer.ts';
import { change, type Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { draftSession, type Recorded, recording, type SessionDetails } from '../session/log-session.ts';
import { sharesOf, type TopicWord } from '../topic/find-topics.ts';
import { currentTrack } from '../track/current-track.ts';
import { type NamedTimer, neededTimer } from './running-timer.ts';

const DAY_MS = 86_400_000;

/** How a timer ended: now, unless `at` names another moment or `keep` says that all of a long one was study. */
export interface TimerEnd {
  readonly at?: string | undefined;
  readonly keep?: boolean | undefined;
}

/** What was studied while the timer ran; topics are those it was started with unless others are named. */
export interface StopInput extends TimerEnd, SessionDetails {
  readonly topics: readonly TopicWord[];
  /** The timer that the person was asked about. */
  readonly seen?: Timer | undefined;
}

/** Stops the timer and records what it counted. @throws decision_needed for one that was probably forgotten, unless its end is told */
export async function stopTimer(env: Env, input: StopInput): Promise<Recorded> {
  const db = await env.open();
  const id = await env.newId();
  return change(env, db, () => {
    const named = still(env, db, input.seen);
    return { ...stopping(env, db, named, input, id), action: 'stop' };
  });
}

/** Throws the timer away. @throws not_found when none runs */
export async function cancelTimer(env: Env, seen?: Timer): Promise<NamedTimer> {
  const db = await env.open();
  return change(env, db, () => {
    const named = still(env, db, seen);
    return {
      action: 'cancel',
      summary: `cancelled the timer ${timerText(named)}`,
      changes: [timerChange(named.timer, undefined)],
      result: () => named,
    };
  });
}

/** The change that ends a timer and records its session. */
export function stopping(env: Env, db: Db, named: NamedTimer, input: StopInput, id: string): Outcome<Recorded> {
  const { timer } = named;
  const current = currentTrack(env, db, timer.certId);
  const { edition = current.edition } = named;
  const end = endOf(env, named, input);
  const shares = input.topics.length > 0 ? sharesOf(db, edition, input.topics) : timer.shares;
  if (shares.length === 0)
    throw new CerttrackError('usage', 'which topic did you study?', 'Write it: certtrack stop sharing-data');
  const { zone } = env.now;
  const draft = draftSession(env, db, edition, () => shares, {
    ...input,
    id,
    from: isoInZone(zone, timer.startedAt),
    to: isoInZone(zone, end),
    activity: input.activity ?? timer.activity ?? undefined,
  });
  const logged = recording(env, db, { ...current, edition }, draft);
  const summary = `${logged.summary} with the timer`;
  return { ...logged, summary, changes: [timerChange(timer, undefined), ...logged.changes] };
}

/** When the timer was stopped. @throws usage for a moment it cannot have been, decision_needed when it was probably forgotten */
export function endOf({ now }: Env, named: NamedTimer, { at, keep }: TimerEnd): Instant {
  if (at !== undefined && keep)
    throw new CerttrackError('usage', '--at and --keep say two different ends', 'Give one of them');
  if (at !== undefined) return checkedEnd(named, parseEnd(at, named.timer.startedAt, now), at);
  if (keep || !named.forgotten) return checkedEnd(named, Math.floor(now.instant / 60_000) * 60_000, 'now');
  throw new CerttrackError(
    'decision_needed',
    `the timer has been running ${timerText(named)}: was all of it study?`,
    [
      `You stopped earlier:  certtrack stop --at ${exampleEnd(named)}`,
      'All of it was study:  certtrack stop --keep',
      'Throw it away:        certtrack cancel',
    ].join('\n'),
  );
}

/** @throws usage when the timer cannot have been stopped then */
function checkedEnd(named: NamedTimer, end: Instant, said: string): Instant {
  const { timer, zone, now } = named;
  // A clock time is the next one after the start; where the one before was nearer, that one was meant.
  if (end > now && parseClock(said) !== undefined && timer.startedAt - (end - DAY_MS) < end - now)
    throw new CerttrackError(
      'usage',
      `${said} is before the timer started, at ${clockText(zone.wallAt(timer.startedAt).minutes)}`,
      'Stop now: certtrack stop. Throw it away: certtrack cancel',
    );
  if (end > now) throw new CerttrackError('usage', `${said} lies ahead`, 'Stop now: certtrack stop');
  const minutes = timerMinutes(timer, end);
  if (minutes < 0)
    throw new CerttrackError(
      'usage',
      'the timer starts after that moment',
      'Is the clock right? certtrack cancel throws the timer away',
    );
  if (minutes === 0)
    throw new CerttrackError(
      'usage',
      'the timer has run for less than a minute',
      'Let it run, or throw it away: certtrack cancel',
    );
  if (minutes > LONGEST_SESSION)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} is more than a day`,
      `Say when you stopped: certtrack stop --at ${exampleEnd(named)}. Throw it away: certtrack cancel`,
    );
  return end;
}

/** The timer that was looked at. @throws decision_needed when another one was started meanwhile */
function still(env: Env, db: Db, seen: Timer | undefined): NamedTimer {
  const present = neededTimer(env, db);
  if (seen === undefined || JSON.stringify(present.timer) === JSON.stringify(seen)) return present;
  throw new CerttrackError('decision_needed', 'another timer has been started meanwhile', 'Look: certtrack status');
}

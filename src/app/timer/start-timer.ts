import type { Activity } from '../../domain/activity.ts';
import type { Share } from '../../domain/session.ts';
import type { Timer } from '../../domain/timer.ts';
import { timerText } from '../../domain/timer-phrase.ts';
import { parseStart } from '../../domain/when.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import { lastSessionId, sessionFinder } from '../../store/sessions.ts';
import { timerChange } from '../../store/timer.ts';
import { change, type Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import type { Recorded } from '../session/log-session.ts';
import { sharesOf, type TopicWord, trackOfTopics } from '../topic/find-topics.ts';
import { type NamedTimer, namedTimer, presentTimer } from './running-timer.ts';
import { stopping } from './stop-timer.ts';

/** What is begun: topics may stay open until the timer is stopped; `at` is a start in the past. */
export interface StartInput {
  readonly cert?: string | undefined;
  readonly topics: readonly TopicWord[];
  readonly at?: string | undefined;
  readonly activity?: Activity | undefined;
}

/** The timer that runs now, and the session that was logged where another one ran. */
export interface Started {
  readonly started: NamedTimer;
  readonly switched: Recorded | null;
}

/** Starts the timer; one that runs on other topics is stopped and logged first. @throws usage, or decision_needed when that one was probably forgotten */
export async function startTimer(env: Env, { cert, topics, at, activity }: StartInput): Promise<Started> {
  const { now } = env;
  const startedAt = at === undefined ? Math.floor(now.instant / 60_000) * 60_000 : parseStart(at, now);
  if (startedAt > now.instant)
    throw new CerttrackError('usage', `${at} lies ahead`, 'A timer starts now, or started earlier');
  const timed = topics.find(({ minutes }) => minutes !== null);
  if (timed)
    throw new CerttrackError(
      'usage',
      `"${timed.text}" has minutes of its own`,
      'The timer counts them; leave them out',
    );
  const db = await env.open();
  const { edition, words } = trackOfTopics(
    env,
    db,
    topics.map(({ text }) => text),
    cert,
  );
  return begin(env, {
    certId: edition.certId,
    editionId: edition.id,
    startedAt,
    shares: sharesOf(
      db,
      edition,
      words.map((text) => ({ text, minutes: null })),
    ),
    activity: activity ?? null,
  });
}

/** Starts the timer on what the last session was about. @throws not_found when there is none */
export async function continueStudy(env: Env): Promise<Started> {
  const db = await env.open();
  const id = lastSessionId(db);
  const last = id === undefined ? undefined : sessionFinder(db)(id);
  if (last === undefined)
    throw new CerttrackError('not_found', 'there is no session to go on with', 'Start one: certtrack start TOPIC');
  const shares: Share[] = last.parts.map(({ topicId }) => ({ topicIds: [topicId], minutes: null }));
  return begin(env, {
    certId: last.certId,
    editionId: editionById(db, last.editionId)?.id ?? last.editionId,
    startedAt: Math.floor(env.now.instant / 60_000) * 60_000,
    shares,
    activity: last.activity,
  });
}

async function begin(env: Env, timer: Timer): Promise<Started> {
  const db = await env.open();
  const id = await env.newId();
  return change(env, db, (): Outcome<Started> => {
    const running = presentTimer(env, db);
    const started = namedTimer(env, db, timer);
    const summary = `started a timer ${timerText({ ...started, now: timer.startedAt }).replace(/, 0 m$/, '')}`;
    if (running === undefined)
      return {
        action: 'start',
        summary,
        changes: [timerChange(undefined, timer)],
        result: () => ({ started, switched: null }),
      };
    if (JSON.stringify(running.timer.shares) === JSON.stringify(timer.shares) || timer.shares.length === 0)
      throw new CerttrackError(
        'decision_needed',
        `a timer is running ${timerText(running)}`,
        'Log it: certtrack stop. Throw it away: certtrack cancel',
      );
    const logged = stopping(env, db, running, { topics: [] }, id);
    const [, ...recorded] = logged.changes;
    return {
      action: 'start',
      summary: `${logged.summary}, then ${summary}`,
      changes: [timerChange(running.timer, timer), ...recorded],
      result: () => ({ started, switched: logged.result() }),
    };
  });
}

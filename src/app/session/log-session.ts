import type { Activity } from '../../domain/activity.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Score } from '../../domain/score.ts';
import {
  overlapping,
  type Session,
  type Share,
  sessionMinutes,
  sessionProblem,
  shareOut,
} from '../../domain/session.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import { resolveWhen } from '../../domain/when.ts';
import { CerttrackError } from '../../errors.ts';
import { resources } from '../../store/resources.ts';
import { lastEndOn, sessionsBetween } from '../../store/sessions.ts';
import type { Db } from '../../store/sqlite.ts';
import { change, type Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { standingOf } from '../readiness/standing.ts';
import { resourceText } from '../resource/named-resource.ts';
import { sharesOf, type TopicWord, trackOfTopics } from '../topic/find-topics.ts';
import type { Current } from '../track/current-track.ts';
import { type NamedSession, sessionNamer } from './named-session.ts';

/** What may be said of a session besides its topics and its time. */
export interface SessionDetails {
  readonly activity?: Activity | undefined;
  readonly confidence?: number | undefined;
  readonly score?: Score | undefined;
  readonly note?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly resource?: string | undefined;
}

/** A session as a person tells it. `minutes` may be left out where `from` and `to` say it, or every topic has minutes of its own. */
export interface SessionInput extends SessionDetails {
  readonly cert?: string | undefined;
  readonly topics: readonly TopicWord[];
  readonly minutes?: number | undefined;
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ago?: string | undefined;
  /** Whether one over 24 h, or in the future, is meant. */
  readonly force?: boolean | undefined;
}

/** What recording or changing a session led to. */
export interface Recorded {
  readonly named: NamedSession;
  readonly progress: Progress;
  readonly overlaps: readonly NamedSession[];
  /** Whether it ended some time ago, or counts for another day. */
  readonly backdated: boolean;
  /** Whether its time of day was placed rather than told. */
  readonly placed: boolean;
  /** The text of a resource that is none of the learning track's; null otherwise. */
  readonly unknownResource: string | null;
}

/** Records one piece of study. @throws usage with the reason when it must not be recorded, not_found or decision_needed for topics */
export async function logSession(env: Env, input: SessionInput): Promise<Recorded> {
  const db = await env.open();
  const id = await env.newId();
  return change(env, db, () => {
    const { words, ...current } = trackOfTopics(
      env,
      db,
      input.topics.map(({ text }) => text),
      input.cert,
    );
    const topics = input.topics.map((topic, i) => ({ ...topic, text: words[i] ?? topic.text }));
    if (topics.length === 0)
      throw new CerttrackError(
        'usage',
        'which topic did you study?',
        'Write it first: certtrack add-session sharing-data 45m',
      );
    const draft = draftSession(env, db, current.edition, () => sharesOf(db, current.edition, topics), { ...input, id });
    return recording(env, db, current, draft);
  });
}

/** A session that may be recorded, and whether its time of day was placed rather than said. */
interface Draft {
  readonly session: Session;
  readonly placed: boolean;
}

/** The session that was told; its time is understood before its topics, so that a slip in the one is not called a slip in the other. @throws usage with the reason when it must not be recorded */
export function draftSession(
  env: Env,
  db: Db,
  edition: Edition,
  sharesIn: () => readonly Share[],
  told: Omit<SessionInput, 'topics' | 'cert'> & { readonly id: string },
): Draft {
  const { now } = env;
  const when = resolveWhen(told, now, (day) => lastEndOn(db, day));
  const recordedAt = Math.floor(now.instant / 1000) * 1000;
  const score = told.score ?? null;
  const session: Session = {
    id: told.id,
    certId: edition.certId,
    editionId: edition.id,
    startedAt: when.startedAt,
    endedAt: when.endedAt,
    timezone: when.zone.name,
    studyDate: when.studyDate,
    activity: told.activity ?? (score === null ? null : 'practice'),
    confidence: told.confidence ?? null,
    note: told.note || null,
    tags: [...new Set(told.tag)],
    resource: resourceText(db, edition.certId, told.resource),
    source: 'certtrack',
    createdAt: recordedAt,
    updatedAt: recordedAt,
    deletedAt: null,
    parts: shareOut(sharesIn(), when.minutes, score),
  };
  refuseSession(session, env, told.force);
  return { session, placed: !when.timed };
}

/** The change that records a draft, and what it leads to. */
export function recording(
  env: Env,
  db: Db,
  { track, edition }: Current,
  { session, placed }: Draft,
): Outcome<Recorded> {
  const overlaps = overlapping(session, sessionsBetween(db, session.startedAt, session.endedAt));
  const name = sessionNamer(env, db);
  const justEnded = env.now.instant - session.endedAt <= 60_000;
  const backdated = !justEnded || session.studyDate !== env.now.zone.wallAt(session.startedAt).date;
  return {
    action: 'add-session',
    summary: `logged ${sessionPhrase(session, edition)}`,
    changes: [{ entity: 'session', id: session.id, before: null, after: session }],
    result: () => ({
      named: name(session),
      progress: standingOf(env, db, track, edition).progress,
      overlaps: overlaps.map(name),
      backdated,
      placed,
      unknownResource: unknownResource(db, session),
    }),
  };
}

/** A resource that the learning track does not hold is kept as the text it is. */
export function unknownResource(db: Db, { certId, resource }: Session): string | null {
  return resource === null || resources(db, certId).some(({ url }) => url === resource) ? null : resource;
}

/**
 * Refuses a session that is impossible, or unlikely and not forced. What is unlikely about `before` already was accepted once, so
 * a note can be added to it without force. @throws usage
 */
export function refuseSession(session: Session, { now }: Env, force: boolean | undefined, before?: Session): void {
  const problem = sessionProblem(session, now.instant);
  const same =
    before &&
    before.startedAt === session.startedAt &&
    before.endedAt === session.endedAt &&
    sessionMinutes(before) === sessionMinutes(session);
  if (problem && !(problem.forcible && (force || same)))
    throw new CerttrackError('usage', problem.message, problem.hint);
}

import type { Activity } from '../../domain/activity.ts';
import { parseClock } from '../../domain/day.ts';
import type { Score } from '../../domain/score.ts';
import {
  overlapping,
  type Part,
  type Session,
  type Share,
  sessionMinutes,
  sessionScore,
  shareOut,
  withMinutes,
  withScore,
} from '../../domain/session.ts';
import { changedFields } from '../../domain/session-changes.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import { hasTime, resolveWhen, type When } from '../../domain/when.ts';
import { clockText, isoInZone, storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import { sessionsBetween } from '../../store/sessions.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { standingOf } from '../readiness/standing.ts';
import { resourceText } from '../resource/named-resource.ts';
import { fittingMinutes, sharesOf, type TopicWord } from '../topic/find-topics.ts';
import { currentTrack } from '../track/current-track.ts';
import { type Recorded, refuseSession, unknownResource } from './log-session.ts';
import { sessionNamer } from './named-session.ts';

const MINUTE = 60_000;

/** Fields of a session to change: what is left out stays, null clears. */
export interface SessionEdits {
  readonly topics?: readonly TopicWord[] | undefined;
  readonly minutes?: number | undefined;
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly activity?: Activity | null | undefined;
  readonly confidence?: number | null | undefined;
  readonly score?: Score | null | undefined;
  readonly note?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly resource?: string | null | undefined;
  readonly force?: boolean | undefined;
}

/** What a change of a session led to, and how it was before. */
export interface EditedSession extends Recorded {
  readonly before: Session;
}

/** The change of a session. @throws usage when it changes nothing or must not be, not_found for a deleted one */
export function sessionEdited(env: Env, db: Db, before: Session, edits: SessionEdits): Outcome<EditedSession> {
  const { track, edition } = currentTrack(env, db, before.certId);
  const after = edited(env, db, before, edits);
  refuseSession(after, env, edits.force, before);
  const fields = changedFields(before, after, storedZone(after.timezone));
  if (fields.length === 0) throw new CerttrackError('usage', 'that changes nothing: the session is like that already');
  const name = sessionNamer(env, db);
  const moved = before.startedAt !== after.startedAt || before.endedAt !== after.endedAt;
  const overlaps = moved ? overlapping(after, sessionsBetween(db, after.startedAt, after.endedAt)) : [];
  return {
    action: 'edit',
    summary: `changed ${fields.map((field) => field.name).join(', ')} of ${sessionPhrase(before, name(before).edition)}`,
    changes: [{ entity: 'session', id: before.id, before, after }],
    result: () => ({
      before,
      named: name(after),
      progress: standingOf(env, db, track, edition).progress,
      overlaps: overlaps.map(name),
      backdated: false,
      placed: false,
      unknownResource: edits.resource ? unknownResource(db, after) : null,
    }),
  };
}

/** The session with the edits; the instant it happened stays unless a time is named. */
function edited(env: Env, db: Db, before: Session, edits: SessionEdits): Session {
  const edition = editionById(db, before.editionId) ?? currentTrack(env, db, before.certId).edition;
  const { topics } = edits;
  const wanted = fittingMinutes(topics ?? [], edits.minutes);
  const { minutes, ...times } = editedTimes(env, before, edits, wanted);
  return {
    ...before,
    ...times,
    parts: editedParts(before, edits, topics && sharesOf(db, edition, topics), minutes),
    activity: edits.activity === undefined ? before.activity : edits.activity,
    confidence: edits.confidence === undefined ? before.confidence : edits.confidence,
    note: edits.note === undefined ? before.note : edits.note,
    resource:
      edits.resource === undefined ? before.resource : resourceText(db, before.certId, edits.resource ?? undefined),
    tags: edits.tags === undefined ? before.tags : [...new Set(edits.tags)],
    updatedAt: Math.floor(env.now.instant / 1000) * 1000,
  };
}

type Times = Pick<Session, 'startedAt' | 'endedAt' | 'timezone' | 'studyDate'> & Pick<When, 'minutes'>;

/** Without --to a session keeps its span, and so its breaks; other minutes stretch it only where they do not fit into a break. */
function editedTimes({ now }: Env, before: Session, edits: SessionEdits, wanted: number | undefined): Times {
  const { date, from, to } = edits;
  const present = sessionMinutes(before);
  const span = Math.round((before.endedAt - before.startedAt) / MINUTE);
  if (date === undefined && from === undefined && to === undefined) {
    const { startedAt, endedAt, timezone, studyDate } = before;
    const kept = { startedAt, endedAt, timezone, studyDate, minutes: wanted ?? present };
    const fits = kept.minutes === present || (present < span && kept.minutes <= span);
    return fits ? kept : { ...kept, ...stretched(before, kept.minutes * MINUTE, now.instant) };
  }
  const zone = storedZone(before.timezone);
  const start = zone.wallAt(before.startedAt);
  const kept = date === undefined ? isoInZone(zone, before.startedAt) : clockText(start.minutes);
  const words = {
    date: date ?? (parseClock(from ?? '') === undefined ? undefined : start.date),
    from: from ?? (date !== undefined && hasTime(date) ? undefined : kept),
    to,
    minutes: wanted ?? (to === undefined ? span : undefined),
  };
  const when = resolveWhen(words, { ...now, zone }, () => undefined);
  const { startedAt, endedAt, studyDate } = when;
  const minutes = wanted ?? (to === undefined ? present : when.minutes);
  return { startedAt, endedAt, timezone: when.zone.name, studyDate, minutes };
}

/** Another length from the same start; from the same end when it would otherwise reach into the future. */
function stretched(before: Session, length: number, now: number) {
  const endedAt = before.startedAt + length;
  return endedAt <= now
    ? { startedAt: before.startedAt, endedAt }
    : { startedAt: before.endedAt - length, endedAt: before.endedAt };
}

function editedParts(
  before: Session,
  edits: SessionEdits,
  shares: readonly Share[] | undefined,
  minutes: number,
): Part[] {
  const score = edits.score === undefined ? sessionScore(before) : edits.score;
  if (shares !== undefined) return shareOut(shares, minutes, score);
  const parts = withMinutes(before.parts, minutes);
  return edits.score === undefined ? parts : withScore(parts, score);
}

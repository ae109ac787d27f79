import type { Activity } from '../../domain/activity.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Score } from '../../domain/score.ts';
import { overlapping, type Session, type Share, shareOut } from '../../domain/session.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import type { Track } from '../../domain/track.ts';
import { resolveWhen } from '../../domain/when.ts';
import type { Report } from '../../report/doc.ts';
import { recordedReport } from '../../report/recorded.ts';
import type { Db } from '../../store/open.ts';
import { lastEndOn, sessionsBetween } from '../../store/sessions.ts';
import type { Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { standingOf } from '../readiness/standing.ts';
import { resourceText } from '../resource/find-resource.ts';
import { sessionNamer } from './named-session.ts';
import { refuse } from './refuse-session.ts';

/** Everything a person may say about a session. */
export interface SessionWords {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ago?: string | undefined;
  readonly activity?: Activity | undefined;
  readonly confidence?: number | undefined;
  readonly score?: Score | undefined;
  readonly note?: string | undefined;
  readonly tag?: string[] | undefined;
  readonly resource?: string | undefined;
  readonly force?: true | undefined;
}

/** What was studied: the shares of a session, and its length when it is not told by its start and end. */
export interface Studied {
  readonly shares: readonly Share[];
  readonly minutes: number | undefined;
}

/** A session that may be recorded, and whether its time of day was placed rather than said. */
export interface Draft {
  readonly session: Session;
  readonly placed: boolean;
}

/** The session the words describe. @throws usage with the reason when it must not be recorded */
export function draftSession(
  env: Env,
  db: Db,
  edition: Edition,
  { shares, minutes }: Studied,
  said: SessionWords & { readonly id: string },
): Draft {
  const { now } = env;
  const when = resolveWhen({ ...said, minutes }, now, (day) => lastEndOn(db, day));
  const recordedAt = Math.floor(now.instant / 1000) * 1000;
  const score = said.score ?? null;
  const session: Session = {
    id: said.id,
    certId: edition.certId,
    editionId: edition.id,
    startedAt: when.startedAt,
    endedAt: when.endedAt,
    timezone: now.zone.name,
    studyDate: when.studyDate,
    activity: said.activity ?? (score === null ? null : 'practice'),
    confidence: said.confidence ?? null,
    note: said.note || null,
    tags: [...new Set(said.tag)],
    resource: resourceText(db, edition.certId, said.resource),
    source: 'certtrack',
    createdAt: recordedAt,
    updatedAt: recordedAt,
    deletedAt: null,
    parts: shareOut(shares, when.minutes, score),
  };
  refuse(session, env, said.force);
  return { session, placed: !when.timed };
}

/** The change that records a draft, and what to say of it. */
export function recording(
  env: Env,
  db: Db,
  { track, edition }: { readonly track: Track; readonly edition: Edition },
  { session, placed }: Draft,
): Outcome<Report> {
  const overlaps = overlapping(session, sessionsBetween(db, session.startedAt, session.endedAt));
  const name = sessionNamer(env, db);
  const justEnded = env.now.instant - session.endedAt <= 60_000;
  const backdated = !justEnded || session.studyDate !== env.now.zone.wallAt(session.startedAt).date;
  return {
    action: 'add-session',
    summary: `logged ${sessionPhrase(session, edition)}`,
    changes: [{ entity: 'session', id: session.id, before: null, after: session }],
    result: () => {
      const { progress } = standingOf(env, db, track, edition);
      return recordedReport({
        verb: 'Logged',
        named: name(session),
        progress,
        overlaps: overlaps.map(name),
        backdated,
        placed,
      });
    },
  };
}

import type { Activity } from '../domain/activity.ts';
import type { Edition } from '../domain/edition.ts';
import type { Score } from '../domain/score.ts';
import { overlapping, type Session, type Share, shareOut } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { resolveWhen } from '../domain/when.ts';
import { recordedReport } from '../report/recorded.ts';
import { sessionPhrase } from '../report/session.ts';
import type { Db } from '../store/open.ts';
import { lastEndOn, sessionsBetween } from '../store/sessions.ts';
import type { Context, Outcome } from './context.ts';
import { refuse } from './refuse.ts';
import { resourceText } from './resources.ts';
import { sessionNamer, standingOf } from './standing.ts';

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
  context: Context,
  db: Db,
  edition: Edition,
  { shares, minutes }: Studied,
  said: SessionWords & { readonly id: string },
): Draft {
  const { now } = context;
  const when = resolveWhen({ ...said, minutes }, now, (day) => lastEndOn(db, day));
  const recordedAt = Math.floor(now.instant / 1000) * 1000;
  const score = said.score ?? null;
  const session: Session = {
    id: said.id,
    certId: edition.certId,
    editionId: edition.id,
    startedAt: when.startedAt,
    endedAt: when.endedAt,
    timezone: when.zone.name,
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
  refuse(session, context, said.force);
  return { session, placed: !when.timed };
}

/** The change that records a draft, and what to say of it. */
export function recording(
  context: Context,
  db: Db,
  { track, edition }: { readonly track: Track; readonly edition: Edition },
  { session, placed }: Draft,
): Outcome {
  const overlaps = overlapping(session, sessionsBetween(db, session.startedAt, session.endedAt));
  const name = sessionNamer(context, db);
  const justEnded = context.now.instant - session.endedAt <= 60_000;
  const backdated = !justEnded || session.studyDate !== context.now.zone.wallAt(session.startedAt).date;
  return {
    action: 'add-session',
    summary: `logged ${sessionPhrase(session, edition)}`,
    changes: [{ entity: 'session', id: session.id, before: null, after: session }],
    report: () => {
      const { progress } = standingOf(context, db, track, edition);
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

/** The note, read from standard input when it is `-`. */
export async function noteFrom(context: Context, note: string | undefined): Promise<string | undefined> {
  return note === '-' ? (await context.app.readStdin()).trimEnd() : note;
}

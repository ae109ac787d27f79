import { type Life, lifeOf } from '../../domain/certification-life.ts';
import { today } from '../../domain/day.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { DayShares } from '../../domain/plan/plan.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { editionById } from '../../store/editions.ts';
import { examResults } from '../../store/exam-results.ts';
import { setting } from '../../store/settings.ts';
import { tracks } from '../../store/tracks.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { planChange } from '../plan/change-plan.ts';
import { type Current, currentTrack } from './current-track.ts';

/** A track with what became of it. */
interface TrackLife extends Current {
  readonly life: Life;
}

/** Every certification that is tracked, oldest first, and which of them is in use. */
export interface TrackList {
  readonly tracks: readonly TrackLife[];
  readonly inUse: string | undefined;
  readonly today: LocalDate;
}

export async function listTracks(env: Env): Promise<TrackList> {
  const db = await env.open();
  const now = today(env.now);
  const named = tracks(db).flatMap((track): TrackLife[] => {
    const edition = editionById(db, track.editionId);
    return edition ? [{ track, edition, life: lifeOf(examResults(db, track.certId), edition.exam, now) }] : [];
  });
  return { tracks: named, inUse: setting(db, 'current_cert'), today: now };
}

/** A track after a change; `changed` is whether there is something to take back. */
export interface ChangedTrack extends Current {
  readonly changed: boolean;
}

/** Makes a certification the one in use. @throws not_found when it is not tracked */
export async function useTrack(env: Env, name: string): Promise<ChangedTrack> {
  const db = await env.open();
  return change(env, db, () => {
    const named = currentTrack(env, db, name);
    const before = setting(db, 'current_cert') ?? null;
    const { certId } = named.track;
    const changed = before !== certId;
    return {
      action: 'cert use',
      summary: `switched to ${certId}`,
      changes: changed ? [{ entity: 'setting', id: 'current_cert', before, after: certId }] : [],
      result: () => ({ ...named, changed }),
    };
  });
}

/** What to change of a track: what is left out stays, null clears. */
export interface TrackEdits {
  readonly examDate?: LocalDate | null | undefined;
  readonly weeklyMinutes?: number | null | undefined;
  readonly target?: number | undefined;
  readonly countsRelated?: boolean | undefined;
  /** On which days the plan has study. */
  readonly days?: DayShares | undefined;
}

/** Changes goal, target, exam date or what counts; `action` is the command the journal names. @throws usage when nothing is named */
export async function changeTrack(
  env: Env,
  name: string | undefined,
  { days, ...edits }: TrackEdits,
  action = 'cert set',
): Promise<ChangedTrack> {
  const named = Object.entries(edits).filter(([, value]) => value !== undefined);
  if (named.length === 0 && days === undefined)
    throw new CerttrackError('usage', 'nothing to change', 'Name it: --hours 6/week or --target 75');
  const db = await env.open();
  return change(env, db, () => {
    const { track: before, edition } = currentTrack(env, db, name);
    const after: Track = { ...before, ...Object.fromEntries(named) };
    const fields = named.filter(([key, value]) => before[key as keyof Track] !== value);
    const planned = days === undefined ? [] : planChange(env, db, { track: after, edition }, { days });
    const changed = fields.length > 0 || planned.length > 0;
    const said = fields.map(([key, value]) => `${FIELDS[key as keyof typeof edits]} ${value ?? 'none'}`);
    return {
      action,
      summary: `changed ${before.certId}: ${[...said, ...(planned.length > 0 ? ['study days'] : [])].join(', ')}`,
      changes: [
        ...(fields.length > 0 ? [trackChange(before, { ...after, updatedAt: env.now.instant })] : []),
        ...planned,
      ],
      result: () => ({ track: after, edition, changed }),
    };
  });
}

function trackChange(before: Track, after: Track): Change {
  return { entity: 'track', id: before.certId, before, after };
}

const FIELDS: Readonly<Record<Exclude<keyof TrackEdits, 'days'>, string>> = {
  examDate: 'exam',
  weeklyMinutes: 'minutes a week',
  target: 'target',
  countsRelated: 'related',
};

import { didYouMean } from '../../domain/did-you-mean.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import { setting } from '../../store/settings.ts';
import type { Db } from '../../store/sqlite.ts';
import { tracks } from '../../store/tracks.ts';
import type { Env } from '../env.ts';

/** A track with the edition it is on. */
export interface Current {
  readonly track: Track;
  readonly edition: Edition;
}

/** What a list of everything is narrowed to, where that was asked for. */
export function wantedTrack(env: Env, db: Db): Current | undefined {
  return env.cert === undefined ? undefined : currentTrack(env, db);
}

/** The one track meant: the one `named`, the one asked for, the one in use, or the only one. @throws not_found or decision_needed */
export function currentTrack(env: Env, db: Db, named?: string): Current {
  const track = trackFor(tracks(db), named ?? env.cert, setting(db, 'current_cert'));
  const edition = editionById(db, track.editionId);
  if (!edition)
    throw new CerttrackError('database_damaged', `the guide ${track.editionId} is missing from the database`);
  return { track, edition };
}

/** The track a person means. @throws not_found with the nearest names, or decision_needed when several would do */
function trackFor(tracks: readonly Track[], wanted: string | undefined, current: string | undefined): Track {
  const [only, another] = tracks;
  if (only === undefined)
    throw new CerttrackError('not_found', 'nothing is set up yet', 'Start with: certtrack init --cert gcp-pde');
  if (wanted === undefined) {
    const inUse = tracks.find(({ certId }) => certId === current) ?? (another === undefined ? only : undefined);
    if (inUse) return inUse;
    throw new CerttrackError(
      'decision_needed',
      'which certification?',
      `Add --cert, one of: ${tracks.map(({ certId }) => certId).join(', ')}`,
    );
  }
  const found = tracks.find(({ certId, editionId }) => wanted === certId || wanted === editionId);
  if (found) return found;
  const ids = tracks.map(({ certId }) => certId);
  const [guess] = didYouMean(wanted, ids);
  throw new CerttrackError(
    'not_found',
    `you do not track "${wanted}"`,
    guess ? `Did you mean ${guess}?` : `You track ${ids.join(', ')}; add another with: certtrack init --cert ID`,
  );
}

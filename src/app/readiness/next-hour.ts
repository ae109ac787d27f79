import { durationText, LONGEST_SESSION } from '../../domain/duration.ts';
import type { Resource } from '../../domain/resource.ts';
import { CerttrackError } from '../../errors.ts';
import { minutesByResource, resources } from '../../store/resources.ts';
import type { Env } from '../env.ts';
import { type Judged, judge } from './judge.ts';
import type { Now } from './now.ts';

/** How much time there is; three quarters of an hour otherwise. */
export interface NextInput {
  readonly cert?: string | undefined;
  readonly minutes?: number | undefined;
}

/** What to do now, and what to do it with. */
export interface NextHour {
  readonly standing: Judged;
  readonly now: Now;
  readonly resources: readonly Resource[];
  /** Minutes logged with each resource, by its address. */
  readonly spent: ReadonlyMap<string, number>;
}

/** The one list of what to do now. @throws usage for more than a day, not_found or decision_needed */
export async function nextStudy(env: Env, { cert, minutes }: NextInput = {}): Promise<NextHour> {
  if (minutes !== undefined && minutes > LONGEST_SESSION)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} is more than a day`,
      'Write what you have: --minutes 45',
    );
  const standing = await judge(env, { cert, minutes });
  const db = await env.open();
  const { certId } = standing.track;
  const own = resources(db, certId);
  return {
    standing,
    now: standing.now as Now,
    resources: own,
    spent: minutesByResource(
      db,
      certId,
      own.map(({ url }) => url),
    ),
  };
}

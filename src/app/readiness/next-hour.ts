import { durationText, LONGEST_SESSION } from '../../domain/duration.ts';
import { dayNumber } from '../../domain/local-date.ts';
import type { Advice } from '../../domain/readiness/advice.ts';
import { nextHour, SUGGESTED_MINUTES, SUGGESTIONS } from '../../domain/readiness/readiness.ts';
import type { Resource } from '../../domain/resource.ts';
import { CerttrackError } from '../../errors.ts';
import { minutesByResource, resources } from '../../store/resources.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from './evidence.ts';
import { type JudgedStanding, judge } from './standing.ts';

/** How much time there is, and how many suggestions are wanted. */
export interface NextInput {
  readonly cert?: string | undefined;
  readonly minutes?: number | undefined;
  readonly count?: number | undefined;
}

/** What to do with the next hour, best first, and what to do it with. */
export interface NextHour {
  readonly standing: JudgedStanding;
  readonly advice: readonly Advice[];
  readonly minutes: number;
  readonly resources: readonly Resource[];
  /** Minutes logged with each resource, by its address. */
  readonly spent: ReadonlyMap<string, number>;
}

/** Ranks topics by how much time on each raises the chance. @throws usage for more than a day */
export async function nextStudy(
  env: Env,
  { cert, minutes = SUGGESTED_MINUTES, count = SUGGESTIONS }: NextInput = {},
): Promise<NextHour> {
  if (minutes > LONGEST_SESSION)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} is more than a day`,
      'Write what you have: --minutes 45',
    );
  const standing = await judge(env, { cert });
  const db = await env.open();
  const { certId } = standing.track;
  const own = resources(db, certId);
  const advice =
    minutes === SUGGESTED_MINUTES && count <= SUGGESTIONS ? standing.readiness.next : advised(standing, minutes);
  return {
    standing,
    advice: advice.slice(0, count),
    minutes,
    resources: own,
    spent: minutesByResource(
      db,
      certId,
      own.map(({ url }) => url),
    ),
  };

  function advised({ track, edition, exam, readiness, today: now }: JudgedStanding, time: number): readonly Advice[] {
    const examDay = track.examDate !== null && track.examDate > now ? track.examDate : now;
    const evidence = evidenceOn(db, track, edition, now);
    const wish = { today: dayNumber(now), minutes: time };
    return nextHour(exam, evidence, dayNumber(examDay), readiness.gate, edition.exam.style, wish).advice;
  }
}

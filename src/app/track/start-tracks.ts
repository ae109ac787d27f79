import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { DayShares } from '../../domain/plan/plan.ts';
import type { RelatedTopics } from '../../domain/related.ts';
import { newTrack, publishedTarget, type Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { saveEdition } from '../../store/editions.ts';
import { saveRelated } from '../../store/related.ts';
import { setting } from '../../store/settings.ts';
import type { Db } from '../../store/sqlite.ts';
import { tracks } from '../../store/tracks.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { addedEditions, findEdition, syllabiFolder } from '../guide/find-edition.ts';
import { planChange } from '../plan/change-plan.ts';
import type { Current } from './current-track.ts';

/** What a person wants of a certification. */
export interface TrackPlan {
  readonly examDate?: LocalDate | undefined;
  readonly weeklyMinutes?: number | undefined;
  /** In percent; the published pass mark, or 70, otherwise. */
  readonly target?: number | undefined;
  /** On which days the plan has study; every day otherwise. */
  readonly days?: DayShares | undefined;
}

/** Starts tracking certifications, named as `gcp-pde` or `gcp-pde@2023`. @throws usage for one that is tracked already, not_found */
export async function startTracks(env: Env, names: readonly string[], plan: TrackPlan): Promise<Current[]> {
  const editions = await Promise.all(names.map((name) => findEdition(env, name)));
  const db = await env.open('create');
  const { shippedRelated } = await import('../../syllabus/library.ts');
  const links = shippedRelated(syllabiFolder(env));
  return change(env, db, () => {
    refuseTwice(editions, tracks(db));
    const started = editions.map((edition): Track => {
      saveEdition(db, edition);
      return {
        ...newTrack(edition.certId, edition.id, plan.target ?? publishedTarget(edition), env.now.instant),
        examDate: plan.examDate ?? null,
        weeklyMinutes: plan.weeklyMinutes ?? null,
      };
    });
    return {
      action: 'init',
      summary: `started ${editions.map(({ id }) => id).join(' and ')}`,
      changes: [...startedTracks(db, started, () => links), ...daysOfAll(env, db, started, editions, plan.days)],
      result: () => started.map((track, i) => ({ track, edition: editions[i] as Edition })),
    };
  });
}

function daysOfAll(
  env: Env,
  db: Db,
  started: readonly Track[],
  editions: readonly Edition[],
  days: DayShares | undefined,
): Change[] {
  if (days === undefined) return [];
  return started.flatMap((track, i) => planChange(env, db, { track, edition: editions[i] as Edition }, { days }));
}

function refuseTwice(editions: readonly Edition[], present: readonly Track[]): void {
  const tracked = editions.find(({ certId }) => present.some((track) => track.certId === certId));
  if (tracked)
    throw new CerttrackError(
      'usage',
      `${tracked.certId} is already set up`,
      `Change it with: certtrack cert set ${tracked.certId} --hours 6/week --target 75, or certtrack exam book DATE`,
    );
  const twice = editions.find(({ certId }, i) => editions.findIndex((other) => other.certId === certId) !== i);
  if (twice)
    throw new CerttrackError(
      'usage',
      `${twice.certId} is named twice`,
      'A certification is tracked on one edition at a time',
    );
}

/** What one can start on, what one would start on as a rule first. */
export async function startableEditions(env: Env): Promise<Edition[]> {
  const { shippedEditions } = await import('../../syllabus/library.ts');
  const editions = [...(await addedEditions(env)), ...shippedEditions(syllabiFolder(env))];
  const order: readonly Edition['status'][] = ['current', 'variant', 'superseded'];
  return editions.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/**
 * What starting to track certifications changes. The first one ever set up is the one in use until a person says otherwise; later ones
 * change nothing of that. `links` are the shipped ones between guides, which are kept from then on.
 */
export function startedTracks(db: Db, started: readonly Track[], links: () => readonly RelatedTopics[]): Change[] {
  const [first] = started;
  if (first === undefined) return [];
  saveRelated(db, links());
  const inUse = setting(db, 'current_cert') !== undefined;
  return [
    ...started.map((track): Change => ({ entity: 'track', id: track.certId, before: null, after: track })),
    ...(inUse ? [] : [{ entity: 'setting', id: 'current_cert', before: null, after: first.certId } as const]),
  ];
}

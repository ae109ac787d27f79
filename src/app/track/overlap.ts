import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { type Overlap, overlapsOf } from '../../domain/related.ts';
import { editionById } from '../../store/editions.ts';
import { saveRelated } from '../../store/related.ts';
import type { Db } from '../../store/sqlite.ts';
import { minutesByTopic } from '../../store/topic-days.ts';
import { tracks } from '../../store/tracks.ts';
import type { Env } from '../env.ts';
import { findEdition, syllabiFolder } from '../guide/find-edition.ts';

/** What study for `from` gives `to`. `counts` is whether that track counts it, null where it is not tracked. */
export interface Overlapping {
  readonly from: Edition;
  readonly to: Edition;
  readonly overlaps: readonly Overlap[];
  readonly counts: boolean | null;
}

/** What study for one certification already gives another, each by name. @throws not_found */
export async function overlap(env: Env, fromName: string, toName: string): Promise<Overlapping> {
  const db = await env.open();
  const { shippedRelated } = await import('../../syllabus/library.ts');
  const links = shippedRelated(syllabiFolder(env));
  if (!env.dryRun) saveRelated(db, links);
  const [from, to] = [await editionInUse(env, db, fromName), await editionInUse(env, db, toName)];
  const track = tracks(db).find(({ certId }) => certId === to.certId);
  const minutes = minutesByTopic(db, from.certId, today(env.now));
  return { from, to, overlaps: overlapsOf(links, from, to, minutes), counts: track?.countsRelated ?? null };
}

/** The edition a certification is tracked on, else the current one. */
async function editionInUse(env: Env, db: Db, name: string): Promise<Edition> {
  const track = tracks(db).find(({ certId, editionId }) => name === certId || name === editionId);
  return (track && editionById(db, track.editionId)) ?? findEdition(env, name);
}

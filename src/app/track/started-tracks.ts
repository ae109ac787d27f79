import type { RelatedTopics } from '../../domain/related.ts';
import type { Track } from '../../domain/track.ts';
import type { Change } from '../../store/change.ts';
import type { Db } from '../../store/open.ts';
import { saveRelated } from '../../store/related.ts';
import { setting } from '../../store/settings.ts';

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

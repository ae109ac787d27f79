import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Evidence } from '../../domain/readiness/exam.ts';
import type { Overlap, RelatedTopics } from '../../domain/related.ts';
import type { Track } from '../../domain/track.ts';
import { evidenceFor } from '../../store/evidence.ts';
import { relatedTo } from '../../store/related.ts';
import type { Db } from '../../store/sqlite.ts';
import { minutesByTopic } from '../../store/topic-days.ts';

/** What a track has learned from up to a study date, with what other certifications give it unless the person said otherwise. */
export function evidenceOn(db: Db, track: Track, edition: Edition, until: LocalDate): Evidence {
  return evidenceFor(db, edition, until, countedLinks(db, track));
}

/** The same, enough to judge that day and no other. */
export function evidenceToJudge(db: Db, track: Track, edition: Edition, day: LocalDate): Evidence {
  return evidenceFor(db, edition, day, countedLinks(db, track), { packed: true });
}

/** What study for other certifications gives this track up to a study date, link by link; none when it does not count. */
export function relatedStudy(db: Db, track: Track, until: LocalDate): Overlap[] {
  const links = countedLinks(db, track);
  const minutes = new Map(
    [...new Set(links.map(({ from }) => from.certId))].map((certId) => [certId, minutesByTopic(db, certId, until)]),
  );
  return links
    .map((link) => ({ ...link, minutes: (minutes.get(link.from.certId)?.get(link.from.topicId) ?? 0) * link.share }))
    .filter((overlap) => overlap.minutes > 0);
}

function countedLinks(db: Db, track: Track): RelatedTopics[] {
  return track.countsRelated ? relatedTo(db, track.certId) : [];
}

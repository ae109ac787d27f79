import type { RelatedTopics } from '../domain/related.ts';
import type { Db } from './open.ts';

/** Links whose study counts for a certification. */
export function relatedTo(db: Db, certId: string): RelatedTopics[] {
  const rows = db
    .prepare(
      'SELECT from_cert AS fromCert, from_topic AS fromTopic, to_topic AS toTopic, share, reason FROM related WHERE to_cert = ?',
    )
    .all(certId) as { fromCert: string; fromTopic: string; toTopic: string; share: number; reason: string }[];
  return rows.map(({ fromCert, fromTopic, toTopic, share, reason }) => ({
    from: { certId: fromCert, topicId: fromTopic },
    to: { certId, topicId: toTopic },
    share,
    reason,
  }));
}

/** Keeps the shipped links, so that daily commands read no YAML, all or none; what was derived from other links is made anew. */
export function saveRelated(db: Db, links: readonly RelatedTopics[]): void {
  db.transaction(() => {
    db.prepare('DELETE FROM related').run();
    db.prepare('DELETE FROM derived').run();
    const insert = db.prepare(
      'INSERT INTO related (from_cert, from_topic, to_cert, to_topic, share, reason) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const { from, to, share, reason } of links)
      insert.run(from.certId, from.topicId, to.certId, to.topicId, share, reason);
  })();
}

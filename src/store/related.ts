import type { RelatedTopics } from '../domain/related.ts';
import type { Db } from './sqlite.ts';

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

/**
 * Keeps the shipped links, so that daily commands read no YAML, all or none; what was derived from other links is made anew. Links that
 * are kept already are not written.
 */
export function saveRelated(db: Db, links: readonly RelatedTopics[]): void {
  const rows = links.map(({ from, to, share, reason }) => [
    from.certId,
    from.topicId,
    to.certId,
    to.topicId,
    share,
    reason,
  ]);
  const kept = db.prepare('SELECT from_cert, from_topic, to_cert, to_topic, share, reason FROM related').raw().all();
  const inOrder = (all: readonly unknown[]) => JSON.stringify(all.map((row) => JSON.stringify(row)).sort());
  if (inOrder(rows) === inOrder(kept)) return;
  db.transaction(() => {
    db.prepare('DELETE FROM related').run();
    db.prepare('DELETE FROM derived').run();
    const insert = db.prepare(
      'INSERT INTO related (from_cert, from_topic, to_cert, to_topic, share, reason) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const row of rows) insert.run(...row);
  })();
}

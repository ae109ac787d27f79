import type { Track } from '../domain/track.ts';
import type { Db } from './sqlite.ts';

type Row = Omit<Track, 'countsRelated'> & { countsRelated: number };

const COLUMNS = `cert_id AS certId, edition_id AS editionId, exam_date AS examDate, weekly_minutes AS weeklyMinutes, target,
  counts_related AS countsRelated, created_at AS createdAt, updated_at AS updatedAt`;

/** Every track, oldest first. */
export function tracks(db: Db): Track[] {
  const rows = db.prepare(`SELECT ${COLUMNS} FROM track ORDER BY created_at, cert_id`).all() as Row[];
  return rows.map((row) => ({ ...row, countsRelated: row.countsRelated === 1 }));
}

/** Writes a track over whatever stands there, or takes it out when `track` is null. Only the journal calls this. */
export function putTrack(db: Db, certId: string, track: Track | null): void {
  db.prepare('DELETE FROM track WHERE cert_id = ?').run(certId);
  if (track === null) return;
  // Tracks journalled before there was this choice have the default.
  const { countsRelated = true } = track as Partial<Track>;
  db.prepare(
    `INSERT INTO track (cert_id, edition_id, exam_date, weekly_minutes, target, counts_related, created_at, updated_at)
     VALUES (@certId, @editionId, @examDate, @weeklyMinutes, @target, @countsRelated, @createdAt, @updatedAt)`,
  ).run({ ...track, countsRelated: Number(countsRelated) });
}

import type { ExamResult } from '../domain/exam-result.ts';
import type { Prediction } from '../domain/mock.ts';
import type { Db } from './sqlite.ts';

type Row = Omit<ExamResult, 'passed' | 'prediction'> & { passed: number; prediction: string | null };

const COLUMNS = `id, cert_id AS certId, edition_id AS editionId, exam_date AS examDate, passed, note, prediction,
  created_at AS createdAt, deleted_at AS deletedAt`;

function toExamResult(row: Row): ExamResult {
  return {
    ...row,
    passed: row.passed === 1,
    prediction: row.prediction === null ? null : (JSON.parse(row.prediction) as Prediction),
  };
}

/** Results of real exams, oldest first; of one certification or of all. */
export function examResults(db: Db, certId?: string): ExamResult[] {
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} FROM result WHERE deleted_at IS NULL AND (@certId IS NULL OR cert_id = @certId) ORDER BY exam_date, id`,
    )
    .all({ certId: certId ?? null }) as Row[];
  return rows.map(toExamResult);
}

/** A result by its full id, deleted ones too. */
export function examResultById(db: Db, id: string): ExamResult | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM result WHERE id = ?`).get(id) as Row | undefined;
  return row && toExamResult(row);
}

/** Writes a result over whatever stands under its id, or takes it out when it is null. Only the journal calls this. */
export function putExamResult(db: Db, id: string, result: ExamResult | null): void {
  db.prepare('DELETE FROM result WHERE id = ?').run(id);
  if (result === null) return;
  db.prepare(
    `INSERT INTO result (id, cert_id, edition_id, exam_date, passed, note, prediction, created_at, deleted_at)
     VALUES (@id, @certId, @editionId, @examDate, @passed, @note, @prediction, @createdAt, @deletedAt)`,
  ).run({
    ...result,
    passed: Number(result.passed),
    prediction: result.prediction && JSON.stringify(result.prediction),
  });
}

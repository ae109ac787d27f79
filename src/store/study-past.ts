import type { LocalDate } from '../domain/local-date.ts';
import { POINTS } from '../domain/readiness/grid.ts';
import type { StudyPast, TopicPast } from '../domain/readiness/study-past.ts';
import { logVersion, withoutWaiting } from './derived.ts';
import type { Db } from './sqlite.ts';

interface Row {
  readonly topicId: string;
  readonly until: LocalDate;
  readonly own: 0 | 1;
  readonly content: Uint8Array;
}

/** What is kept of a certification's past for this `basis` (all it depends on but the log), when it ends on or before `latest`. */
export function keptPast(db: Db, certId: string, basis: string, latest: LocalDate): StudyPast | undefined {
  const rows = db
    .prepare(
      'SELECT topic_id AS topicId, until, own, content FROM study_past WHERE cert_id = ? AND basis = ? AND until <= ?',
    )
    .all(certId, basis, latest) as Row[];
  const [first] = rows;
  return (
    first && {
      until: first.until,
      topics: new Map(rows.map(({ topicId, own, content }) => [topicId, { own: own === 1, ...decoded(content) }])),
    }
  );
}

/** Keeps a past in place of an earlier one, where the database can be written now and the log is still at the `version` it was made from. */
export function keepPast(db: Db, certId: string, basis: string, version: number, { until, topics }: StudyPast): void {
  if (db.inTransaction) return;
  withoutWaiting(db, () =>
    db
      .transaction(() => {
        const later = 'SELECT 1 FROM study_past WHERE cert_id = ? AND basis = ? AND until > ?';
        if (logVersion(db) !== version || db.prepare(later).get(certId, basis, until) !== undefined) return;
        db.prepare('DELETE FROM study_past WHERE cert_id = ?').run(certId);
        const insert = db.prepare(
          'INSERT INTO study_past (cert_id, topic_id, until, basis, own, content) VALUES (?, ?, ?, ?, ?, ?)',
        );
        for (const [id, past] of topics) insert.run(certId, id, until, basis, past.own ? 1 : 0, encoded(past));
      })
      .immediate(),
  );
}

/** Numbers before the days: correct, questions, last (NaN is null), whether there is a likelihood, and that. */
const HEAD = 4 + POINTS;

/** Doubles, because text would take longer to read than the past takes to make anew. */
function encoded({ days, answers }: TopicPast): Uint8Array {
  const numbers = new Float64Array(HEAD + days.length);
  const { correct, questions, last, measured } = answers;
  numbers.set([correct, questions, last ?? Number.NaN, measured ? 1 : 0, ...(measured ?? [])]);
  numbers.set(days, HEAD);
  return new Uint8Array(numbers.buffer);
}

function decoded(content: Uint8Array): Pick<TopicPast, 'days' | 'answers'> {
  const numbers = new Float64Array(new Uint8Array(content).buffer);
  const [correct = 0, questions = 0, last = Number.NaN, measured] = numbers;
  return {
    days: numbers.subarray(HEAD),
    answers: {
      correct,
      questions,
      last: Number.isNaN(last) ? null : last,
      measured: measured === 1 ? numbers.slice(4, HEAD) : null,
    },
  };
}

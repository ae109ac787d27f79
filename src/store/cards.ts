import type { Card, CardRating } from '../domain/review/card.ts';
import type { StudyAnswer } from '../domain/review/grades.ts';
import type { Db } from './sqlite.ts';

const CARD =
  'SELECT id, cert_id AS certId, topic_id AS topicId, objective_id AS objectiveId, added_on AS addedOn, created_at AS createdAt FROM card';

/** The cards of a certification, in the order they were added. */
export function cards(db: Db, certId: string): Card[] {
  return db.prepare(`${CARD} WHERE cert_id = ? ORDER BY created_at, id`).all(certId) as Card[];
}

export function cardById(db: Db, id: string): Card | undefined {
  return db.prepare(`${CARD} WHERE id = ?`).get(id) as Card | undefined;
}

export function cardRatingById(db: Db, id: string): CardRating | undefined {
  return db
    .prepare(
      'SELECT id, card_id AS cardId, session_id AS sessionId, at, study_date AS studyDate, grade FROM card_rating WHERE id = ?',
    )
    .get(id) as CardRating | undefined;
}

/** Every answer whose session is still there, oldest first. */
export function cardRatings(db: Db, certId: string): CardRating[] {
  return db
    .prepare(
      `SELECT card_rating.id, card_id AS cardId, session_id AS sessionId, at, card_rating.study_date AS studyDate, grade
       FROM card_rating JOIN session ON session.id = session_id
       WHERE cert_id = ? AND deleted_at IS NULL ORDER BY at, card_rating.id`,
    )
    .all(certId) as CardRating[];
}

/** Study of a topic that says how well it is known: recall, confidence or practice answers, but for what `review` logged itself. Oldest first. */
export function studyAnswers(db: Db, certId: string): StudyAnswer[] {
  return db
    .prepare(
      `SELECT topic_id AS topicId, study_date AS studyDate, ended_at AS at, activity, confidence, correct, questions
       FROM session JOIN session_topic ON session_id = session.id
       WHERE cert_id = ? AND deleted_at IS NULL AND (activity = 'recall' OR confidence IS NOT NULL OR questions > 0)
         AND NOT EXISTS (SELECT 1 FROM card_rating WHERE card_rating.session_id = session.id)
       ORDER BY ended_at, session.id`,
    )
    .all(certId) as StudyAnswer[];
}

/** Writes a card over whatever stands under its id, or takes it out when it is null. Only the journal calls this. */
export function putCard(db: Db, id: string, card: Card | null): void {
  db.prepare('DELETE FROM card WHERE id = ?').run(id);
  if (card === null) return;
  db.prepare(
    `INSERT INTO card (id, cert_id, topic_id, objective_id, added_on, created_at)
     VALUES (@id, @certId, @topicId, @objectiveId, @addedOn, @createdAt)`,
  ).run(card);
}

/** Writes an answer, or takes it out when it is null. Only the journal calls this. */
export function putCardRating(db: Db, id: string, rating: CardRating | null): void {
  db.prepare('DELETE FROM card_rating WHERE id = ?').run(id);
  if (rating === null) return;
  db.prepare(
    `INSERT INTO card_rating (id, card_id, session_id, at, study_date, grade)
     VALUES (@id, @cardId, @sessionId, @at, @studyDate, @grade)`,
  ).run(rating);
}

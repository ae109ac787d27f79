import type { Card, CardRating, Grade } from '../../domain/review/card.ts';
import { GRADE_CONFIDENCE } from '../../domain/review/grades.ts';
import type { Session } from '../../domain/session.ts';
import { studyDateAt } from '../../domain/zone.ts';
import type { Report } from '../../report/doc.ts';
import type { Db } from '../../store/open.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { refuse } from '../session/refuse-session.ts';
import { currentTrack } from '../track/current-track.ts';

/** An answer to a card, and how long it took. */
export interface RatedCard {
  readonly card: Card;
  readonly grade: Grade;
  readonly minutes: number;
}

/** Saves an answer with the recall session that is its evidence, as one change: undo takes back both. */
export async function recordRating(
  env: Env,
  db: Db,
  { card, grade, minutes }: RatedCard,
  report: () => Report,
): Promise<Report> {
  const [sessionId, ratingId] = [await env.newId(), await env.newId()];
  return change(env, db, () => {
    const { track } = currentTrack(env, db);
    const { now } = env;
    const at = now.instant;
    const endedAt = Math.floor(at / 60_000) * 60_000;
    const startedAt = endedAt - minutes * 60_000;
    const studyDate = studyDateAt(now.zone, startedAt, now.dayStart);
    const session: Session = {
      id: sessionId,
      certId: track.certId,
      editionId: track.editionId,
      startedAt,
      endedAt,
      timezone: now.zone.name,
      studyDate,
      activity: 'recall',
      confidence: GRADE_CONFIDENCE[grade],
      note: null,
      tags: [],
      resource: null,
      source: 'certtrack',
      createdAt: Math.floor(at / 1000) * 1000,
      updatedAt: Math.floor(at / 1000) * 1000,
      deletedAt: null,
      parts: [{ topicId: card.topicId, minutes, correct: null, questions: null }],
    };
    refuse(session, env, undefined);
    const rating: CardRating = { id: ratingId, cardId: card.id, sessionId, at, studyDate, grade };
    return {
      action: 'review',
      summary: `reviewed ${card.objectiveId ?? card.topicId}: ${grade}`,
      changes: [
        { entity: 'session', id: sessionId, before: null, after: session },
        { entity: 'rating', id: ratingId, before: null, after: rating },
      ],
      result: report,
    };
  });
}

import type { Learner } from './learner.ts';
import { mean } from './metrics.ts';

/** What the usual rules of thumb look at. Shares in 0..1, null where there is nothing. */
export interface Observed {
  readonly coverage: number;
  readonly hours: number;
  /** Of the recommended. */
  readonly hoursShare: number;
  readonly questions: number;
  /** Of all answers, in sessions and mocks. */
  readonly practice: number | null;
  readonly lastMock: number | null;
  readonly confidence: number | null;
  /** Days since the last session. */
  readonly idle: number;
}

export function observed({ topics, hours: recommended, log, day }: Learner): Observed {
  const answers = [...log.sessions, ...log.exams];
  const right = answers.reduce((sum, { k = 0 }) => sum + k, 0);
  const questions = answers.reduce((sum, { n = 0 }) => sum + n, 0);
  const hours = log.sessions.reduce((sum, { minutes = 0 }) => sum + minutes, 0) / 60;
  const ratings = log.sessions.flatMap(({ confidence }) => confidence ?? []);
  const last = log.exams.at(-1);
  return {
    coverage: new Set(log.sessions.map(({ topic }) => topic)).size / topics.length,
    hours,
    hoursShare: hours / recommended,
    questions,
    practice: questions > 0 ? right / questions : null,
    lastMock: last ? last.k / last.n : null,
    confidence: ratings.length > 0 ? mean(ratings, (rating) => rating) : null,
    idle: day - Math.max(0, ...log.sessions.map((session) => session.day)),
  };
}

import { parseDay, today } from '../../domain/day.ts';
import type { Env } from '../env.ts';
import { currentTrack } from '../track/current-track.ts';
import { type ExamDay, examDay } from './exam-day.ts';
import { type Now, nowFor } from './now.ts';
import { type JudgedStanding, judgedStanding, type Standing, standingOf } from './standing.ts';

/** Where a learner stands in one certification, by its name or the one in use. @throws not_found or decision_needed */
export async function standing(env: Env, cert?: string): Promise<Standing> {
  const db = await env.open();
  const { track, edition } = currentTrack(env, db, cert);
  return standingOf(env, db, track, edition);
}

/** Which certification, as of which day as typed, today otherwise. */
export interface JudgeInput {
  readonly cert?: string | undefined;
  readonly on?: string | undefined;
  /** How much time there is now. */
  readonly minutes?: number | undefined;
}

/** The answer with what is to be expected of the exam, and what to do now; null where another day is looked at. */
export interface Judged extends JudgedStanding {
  readonly expected: ExamDay | null;
  readonly now: Now | null;
}

/** Am I ready, and what now? @throws usage for a day, not_found or decision_needed for a certification */
export async function judge(env: Env, { cert, on, minutes }: JudgeInput = {}): Promise<Judged> {
  const db = await env.open();
  const { track, edition } = currentTrack(env, db, cert);
  const day = on === undefined ? today(env.now) : parseDay(on, env.now);
  const standing = judgedStanding(env, db, track, edition, day);
  if (day !== today(env.now)) return { ...standing, expected: null, now: null };
  return { ...standing, expected: examDay(env, db, standing), now: await nowFor(env, db, standing, minutes) };
}

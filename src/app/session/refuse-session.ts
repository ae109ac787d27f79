import { type Session, sessionMinutes, sessionProblem } from '../../domain/session.ts';
import { CerttrackError } from '../../errors.ts';
import type { Env } from '../env.ts';

/**
 * Refuses a session that is impossible, or unlikely and not forced. What is unlikely about `before` already was accepted once, so
 * a note can be added to it without force. @throws usage
 */
export function refuse(session: Session, env: Env, force: true | undefined, before?: Session): void {
  const problem = sessionProblem(session, env.now.instant);
  const same =
    before &&
    before.startedAt === session.startedAt &&
    before.endedAt === session.endedAt &&
    sessionMinutes(before) === sessionMinutes(session);
  if (problem && !(problem.forcible && (force || same)))
    throw new CerttrackError('usage', problem.message, problem.hint);
}

import type { Evidence } from './exam.ts';
import type { Gate } from './gate.ts';

/** The five answers to "am I ready", by the chance if the exam were sat today. */
export type Answer = 'ready' | 'likely' | 'even' | 'not_yet' | 'too_early';

/** From which chance on an answer is given. */
export const ANSWER_FROM = { ready: 0.8, likely: 0.6, even: 0.4 } as const;
/** A practice exam says enough of somebody else's questions from this many on. */
const FULL_PAPER = 40;

/** The answer, and whether it would be "ready" had somebody else asked a whole practice exam. */
export interface Answered {
  readonly answer: Answer;
  readonly ownQuestionsOnly: boolean;
}

/** Nobody is ready by practice questions alone: it takes one practice exam of 40 questions or more, met for the first time. */
export function answerTo(chance: number, gate: Gate, { mocks }: Pick<Evidence, 'mocks'>): Answered {
  if (!gate.met) return { answer: 'too_early', ownQuestionsOnly: false };
  const asked = mocks.some(
    ({ questions, reused, profile }) => questions >= FULL_PAPER && !reused && profile !== 're-used',
  );
  if (chance >= ANSWER_FROM.ready)
    return asked ? { answer: 'ready', ownQuestionsOnly: false } : { answer: 'likely', ownQuestionsOnly: true };
  const answer = chance >= ANSWER_FROM.likely ? 'likely' : chance >= ANSWER_FROM.even ? 'even' : 'not_yet';
  return { answer, ownQuestionsOnly: false };
}

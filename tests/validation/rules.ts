import { normalCdf } from '../../src/domain/readiness/probability.ts';
import type { Learner } from './learner.ts';
import type { Observed } from './observed.ts';

/** Predicts the chance to pass without ever having seen who passed. */
type Rule = (learner: Learner, seen: Observed) => number;

const PASS = 0.75;
/** What a yes-or-no rule gives for a chance. */
const YES = 0.95;
const NO = 0.05;

/** What people and other tools go by. */
export const RULES = {
  'coverage as chance': (_, { coverage }) => coverage,
  'hours ≥ recommended': (_, { hoursShare }) => (hoursShare >= 1 ? YES : NO),
  'practice mean ≥ 75 %': (_, { practice }) => threshold(practice),
  'last mock ≥ 75 %': (_, { lastMock }) => threshold(lastMock),
  'Beta-Binomial per section': betaBinomialPerSection,
  'Beta-Binomial pooled': betaBinomialPooled,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

function threshold(share: number | null): number {
  if (share === null) return 0.5;
  return share >= PASS ? YES : NO;
}

/** Right and wrong answers on top of one of each, the uniform prior. */
interface Beta {
  readonly right: number;
  readonly wrong: number;
}

function betaBinomialPerSection({ exam, log }: Learner): number {
  const parts = exam.sections.map(({ id, weight }) => {
    const own = log.sessions.filter(({ topic }) => topic.startsWith(`${id}t`));
    const mocks = log.exams.map(({ k, n, sections }) => sections?.[id] ?? [k * weight, n * weight]);
    const answers = [...own.map(({ k = 0, n = 0 }) => [k, n]), ...mocks] as [number, number][];
    return { weight, ...betaOf(answers) };
  });
  return chance(
    exam,
    parts.map(({ weight, ...beta }) => ({ weight, beta, variance: weight ** 2 * varianceOf(beta) })),
  );
}

function betaBinomialPooled({ exam, log }: Learner): number {
  const beta = betaOf([...log.sessions, ...log.exams].map(({ k = 0, n = 0 }) => [k, n]));
  return chance(exam, [{ weight: 1, beta, variance: varianceOf(beta) }]);
}

function betaOf(answers: readonly (readonly [number, number])[]): Beta {
  const right = answers.reduce((sum, [k]) => sum + k, 0);
  const questions = answers.reduce((sum, [, n]) => sum + n, 0);
  return { right: 1 + right, wrong: 1 + questions - right };
}

function share({ right, wrong }: Beta): number {
  return right / (right + wrong);
}

function varianceOf(beta: Beta): number {
  return (share(beta) * (1 - share(beta))) / (beta.right + beta.wrong + 1);
}

/** Normal approximation of the score, the pass mark unsure as the model is told. */
function chance(
  { questions, target, targetSd }: Learner['exam'],
  parts: readonly { readonly weight: number; readonly beta: Beta; readonly variance: number }[],
): number {
  const score = parts.reduce((sum, { weight, beta }) => sum + weight * share(beta), 0);
  const luck = parts.reduce((sum, { weight, beta }) => sum + weight * share(beta) * (1 - share(beta)), 0) / questions;
  const variance = parts.reduce((sum, part) => sum + part.variance, 0) + luck + targetSd ** 2;
  return normalCdf((score - target) / Math.sqrt(variance));
}

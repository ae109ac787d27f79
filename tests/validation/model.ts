import { outlook, summary } from '../../src/domain/readiness/assess.ts';
import type { Evidence } from '../../src/domain/readiness/exam.ts';
import { infer, type ModelOptions } from '../../src/domain/readiness/infer.ts';
import { chanceOf } from '../../src/domain/readiness/score.ts';
import type { Learner } from './learner.ts';

/** What the model says of a learner. */
export interface Estimate {
  readonly chance: number;
  readonly score: number;
  /** Whether the score came out inside the 80 % interval. */
  readonly inside: boolean;
}

export function estimate({ exam, evidence, day, score }: Learner): Estimate {
  const found = summary(outlook(infer(exam, evidence, day)));
  return {
    chance: found.chance,
    score: found.score,
    inside: found.score80.low <= score && score <= found.score80.high,
  };
}

/** The model with a part taken out. */
type Ablation = (evidence: Evidence) => { readonly evidence: Evidence; readonly options?: ModelOptions };

const without =
  (options: ModelOptions): Ablation =>
  (evidence) => ({ evidence, options });

/** What each part of the model is worth is seen by leaving it out. The curve's stand-in is what study brings on average; 1.1 logit is 75 %. */
const ABLATIONS = {
  'without transfer gap': without({ gap: { mean: 0, sd: 0 } }),
  'without confidence': without({ parameters: { ratingWeight: 0 } }),
  'without study curve': without({ parameters: { base: 1.1, gain: 0 } }),
  'without pooling': without({ parameters: { learnerSd: 0.05, sectionSd: 0.05, topicSd: 1 } }),
  'without a learned gap': (evidence) => ({
    evidence: {
      ...evidence,
      mocks: evidence.mocks.map((mock) => ({ ...mock, profile: 'third-party' as const })),
      results: [],
    },
  }),
} as const satisfies Record<string, Ablation>;

export type AblationName = keyof typeof ABLATIONS;

export const ABLATION_NAMES = Object.keys(ABLATIONS) as AblationName[];

/** The chance to pass as the model sees it with a part taken out. */
export function ablated(name: AblationName, { exam, evidence, day }: Learner): number {
  const changed = ABLATIONS[name](evidence) as ReturnType<Ablation>;
  return chanceOf(exam, outlook(infer(exam, changed.evidence, day, changed.options)).cases);
}

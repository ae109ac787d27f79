import type { Assessment } from './assess.ts';
import { GATE, type Gate } from './gate.ts';

export type Verdict = 'not enough evidence' | 'not yet' | 'borderline' | 'likely ready';

/** Chances from which a verdict is given. "Likely ready" is strict because chances above 70 % came true a little too seldom in validation. */
export const READY_FROM = 0.8;
/** The standard normal quantile of READY_FROM. */
export const READY_Z = 0.8416212335729143;
export const BORDERLINE_FROM = 0.4;

/** What would change the verdict, or keep it. Sections by id, heaviest shortfall first. */
type Turn =
  | { readonly kind: 'no_results' }
  | { readonly kind: 'old_results'; readonly day: number }
  | { readonly kind: 'few_answers'; readonly missing: number }
  | { readonly kind: 'untested_sections'; readonly sections: readonly string[] }
  | { readonly kind: 'study'; readonly sections: readonly string[] }
  | { readonly kind: 'mocks' }
  | { readonly kind: 'official_mock' }
  | { readonly kind: 'keep_fresh' };

export interface Judgement {
  readonly verdict: Verdict;
  readonly turn: Turn;
}

/** The verdict in words, and the one thing that would change it. `target` is a share. */
export function judge(assessment: Assessment, gate: Gate, target: number): Judgement {
  if (!gate.met) return { verdict: 'not enough evidence', turn: missing(gate, assessment.day) };
  const { chance } = assessment;
  if (chance >= READY_FROM) return { verdict: 'likely ready', turn: { kind: 'keep_fresh' } };
  const verdict = chance >= BORDERLINE_FROM ? 'borderline' : 'not yet';
  if (verdict === 'not yet' || assessment.score < target)
    return { verdict, turn: { kind: 'study', sections: shortfalls(assessment, target) } };
  const { learner, sections, transfer } = assessment.variance;
  return { verdict, turn: { kind: transfer > learner + sections ? 'official_mock' : 'mocks' } };
}

function missing(gate: Gate, day: number): Turn {
  if (gate.lastResult === null) return { kind: 'no_results' };
  if (gate.lastResult <= day - GATE.days) return { kind: 'old_results', day: gate.lastResult };
  if (gate.weight < GATE.weight) return { kind: 'untested_sections', sections: gate.untested };
  return { kind: 'few_answers', missing: GATE.answers - gate.answers };
}

/** Up to two sections that lose most of the score against the target. */
function shortfalls({ sections }: Assessment, target: number): string[] {
  return sections
    .map(({ id, weight, mean }) => ({ id, lost: weight * (target - mean) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, 2)
    .map(({ id }) => id);
}

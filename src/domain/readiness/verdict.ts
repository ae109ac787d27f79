import type { Assessment } from './assess.ts';
import { GATE, type Gate } from './gate.ts';

/** The chance from which certtrack says ready: strict, because chances above 70 % came true a little too seldom in validation. */
export const READY_FROM = 0.8;
/** The standard normal quantile of READY_FROM. */
export const READY_Z = 0.8416212335729143;
const EVEN_FROM = 0.4;

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
  readonly turn: Turn;
}

/** The one thing that would change the answer, or keep it. `target` is a share. */
export function judge(assessment: Assessment, gate: Gate, target: number): Judgement {
  if (!gate.met) return { turn: missing(gate, assessment.day) };
  const { chance } = assessment;
  if (chance >= READY_FROM) return { turn: { kind: 'keep_fresh' } };
  if (chance < EVEN_FROM || assessment.score < target)
    return { turn: { kind: 'study', sections: shortfalls(assessment, target) } };
  const { learner, sections, transfer } = assessment.variance;
  return { turn: { kind: transfer > learner + sections ? 'official_mock' : 'mocks' } };
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

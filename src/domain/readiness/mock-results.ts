import { type GapNode, type NodeCurves, nodeProduct, perNode } from './gap-nodes.ts';
import { type Curve, curveOf, GRID, type Kernels, smoothed } from './grid.ts';
import { type Parameters, type Profile, TRANSFER_GAPS } from './parameters.ts';
import { likelihoods, sigmoid } from './probability.ts';

/** Right answers of questions in a practice exam, in one section or in the rest of the paper. */
export interface MockPart {
  readonly day: number;
  readonly correct: number;
  readonly questions: number;
  readonly profile: Profile;
}

/** A topic as a practice exam meets it: its weight in the part, and where study had brought it by then (logit). */
export interface MockTopic {
  readonly weight: number;
  readonly effect: number;
}

export interface MockSetting {
  readonly nodes: readonly GapNode[];
  /** Whose questions the practice scale is made of. A mock of the same kind is on that scale; another is tied to the exam by its own gap. */
  readonly scale: Profile;
  readonly kernel: Kernels;
  readonly p: Parameters;
}

/**
 * Likelihood of practice-exam results over the learner's level on the section, or overall, for each node of the transfer gap:
 * k ~ Binomial(n, sum of weight * sigmoid((effect + level + shift + e) / attenuation)), e ~ N(0, mockSd² [+ sd² of the mock's own gap]).
 * `attenuation` is the probit approximation sqrt(1 + pi / 8 * variance) for what differs below that level.
 */
export function mocksLikelihood(
  parts: readonly MockPart[],
  topicsAt: (day: number) => readonly MockTopic[],
  attenuation: number,
  { nodes, scale, kernel, p }: MockSetting,
): NodeCurves {
  let filtered: NodeCurves | undefined;
  let last = 0;
  for (const day of [...new Set(parts.map((part) => part.day))].sort((a, b) => a - b)) {
    const topics = topicsAt(day);
    const papers = byProfile(parts.filter((part) => part.day === day)).map(
      ({ profile, correct, questions }): NodeCurves => {
        const own = TRANSFER_GAPS[profile];
        const tied = profile !== scale;
        const shifts = tied ? nodes.map(({ gap }) => gap - own.mean) : [0];
        const logs = shifts.map((shift) => paperLogLikelihood(correct, questions, topics, shift, attenuation));
        const spread = kernel(p.mockSd ** 2 + (tied ? own.sd ** 2 : 0));
        const curves = likelihoods(logs).map((curve) => smoothed(spread, curve));
        return tied ? curves : nodes.map(() => curves[0] as Curve);
      },
    );
    const today = papers.reduce((a, b) => nodeProduct(a, b));
    const drift = kernel((p.mockDrift * (day - last)) / 30);
    filtered =
      filtered === undefined
        ? today
        : nodeProduct(
            perNode(filtered, (curve) => smoothed(drift, curve)),
            today,
          );
    last = day;
  }
  return filtered as NodeCurves;
}

/** Results on the same kind of questions on one day are one result. */
function byProfile(parts: readonly MockPart[]): Pick<MockPart, 'profile' | 'correct' | 'questions'>[] {
  return [...new Set(parts.map(({ profile }) => profile))].sort().map((profile) => {
    const same = parts.filter((part) => part.profile === profile);
    return {
      profile,
      correct: same.reduce((sum, part) => sum + part.correct, 0),
      questions: same.reduce((sum, part) => sum + part.questions, 0),
    };
  });
}

function paperLogLikelihood(
  correct: number,
  questions: number,
  topics: readonly MockTopic[],
  shift: number,
  attenuation: number,
): Curve {
  return curveOf((i) => {
    const level = (GRID[i] as number) + shift;
    let share = 0;
    for (const { weight, effect } of topics) share += weight * sigmoid((effect + level) / attenuation);
    const bounded = Math.min(Math.max(share, 1e-9), 1 - 1e-9);
    return correct * Math.log(bounded) + (questions - correct) * Math.log1p(-bounded);
  });
}

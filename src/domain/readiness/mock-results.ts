import { type Curve, curveOf, GRID, type Kernels, product, scaled, smoothed } from './grid.ts';
import { type Parameters, type Profile, TRANSFER_GAPS } from './parameters.ts';
import { likelihood, sigmoid } from './probability.ts';

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

/** The scale of the practice questions, which a mock of another kind is set off from. */
export interface MockSetting {
  readonly scale: Profile;
  readonly kernel: Kernels;
  readonly p: Parameters;
}

/**
 * Likelihood of practice-exam results over the learner's level on the section, or overall:
 * k ~ Binomial(n, sum of weight * sigmoid((effect + level + offset + e) / attenuation)), e ~ N(0, mockSd² + the kind's own variance).
 * `attenuation` is the probit approximation sqrt(1 + pi / 8 * variance) for what differs below that level.
 */
export function mocksLikelihood(
  parts: readonly MockPart[],
  topicsAt: (day: number) => readonly MockTopic[],
  attenuation: number,
  { scale, kernel, p }: MockSetting,
): Curve {
  let filtered: Curve | undefined;
  let last = 0;
  for (const day of [...new Set(parts.map((part) => part.day))].sort((a, b) => a - b)) {
    const topics = topicsAt(day);
    const today = byProfile(parts.filter((part) => part.day === day))
      .map(({ profile, correct, questions }) => {
        const { mean, variance } = paperOffset(profile, scale);
        const curve = likelihood(paperLogLikelihood(correct, questions, topics, mean, attenuation));
        return smoothed(kernel(p.mockSd ** 2 + variance), curve);
      })
      .reduce(product);
    const drift = kernel((p.mockDrift * (day - last)) / 30);
    filtered = scaled(filtered === undefined ? today : product(smoothed(drift, filtered), today));
    last = day;
  }
  return filtered as Curve;
}

/**
 * How the questions of a mock differ from the practice questions, in logits: official ones are harder than third-party ones by the difference
 * of their gaps to the exam; what varies more from the exam than practice does says less of the level.
 */
export function paperOffset(profile: Profile, scale: Profile): { readonly mean: number; readonly variance: number } {
  const own = TRANSFER_GAPS[profile];
  const practice = TRANSFER_GAPS[scale];
  return { mean: practice.mean - own.mean, variance: Math.max(0, own.sd ** 2 - practice.sd ** 2) };
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
  offset: number,
  attenuation: number,
): Curve {
  return curveOf((i) => {
    const level = (GRID[i] as number) + offset;
    let share = 0;
    for (const { weight, effect } of topics) share += weight * sigmoid((effect + level) / attenuation);
    const bounded = Math.min(Math.max(share, 1e-9), 1 - 1e-9);
    return correct * Math.log(bounded) + (questions - correct) * Math.log1p(-bounded);
  });
}

/** Practice questions answered: `correct` of `questions`, whole numbers, 0 <= correct <= questions, questions > 0. */
export interface Score {
  readonly correct: number;
  readonly questions: number;
}

/** Reads `14/20`; `undefined` for any other form. Whether the numbers make sense is `scoreProblem`'s to say. */
export function parseScore(text: string): Score | undefined {
  const match = /^(\d{1,6})\s?\/\s?(\d{1,6})$/.exec(text.trim());
  return match ? { correct: Number(match[1]), questions: Number(match[2]) } : undefined;
}

/** Why this cannot be a score, or `undefined` when it can. */
export function scoreProblem({ correct, questions }: Score): string | undefined {
  if (questions < 1) return 'a score needs at least one question';
  if (correct > questions) return `${correct} correct of ${questions} questions is more than there were`;
  return undefined;
}

/** The share answered correctly with its 95 % Wilson score interval, all in 0..1. Source: Wilson 1927, JASA 22:209-212. */
export function accuracy({ correct, questions }: Score): { share: number; low: number; high: number } {
  const z = 1.959964;
  const share = correct / questions;
  const spread = 1 + (z * z) / questions;
  const centre = (share + (z * z) / (2 * questions)) / spread;
  const half = (z / spread) * Math.sqrt((share * (1 - share)) / questions + (z * z) / (4 * questions * questions));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

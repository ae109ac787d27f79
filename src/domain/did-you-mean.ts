import { distance } from 'fastest-levenshtein';

/** Up to three of `known` that are close enough to `typed` to be a slip of the fingers, nearest first; case does not matter. */
export function didYouMean(typed: string, known: Iterable<string>): string[] {
  const word = typed.toLowerCase();
  return [...new Set(known)]
    .map((candidate) => ({ candidate, slips: distance(word, candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= Math.min(allowedSlips(word, candidate), candidate.length / 2))
    .sort((a, b) => a.slips - b.slips || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function allowedSlips(word: string, candidate: string): number {
  return word.length < 5 ? 1 : Math.max(2, Math.floor(Math.max(word.length, candidate.length) / 3));
}

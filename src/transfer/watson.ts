import type { EntryOrProblem } from './entry.ts';
export function* entriesFromWatson(_pieces: Iterable<string>, _timezone: string): Generator<EntryOrProblem> {}

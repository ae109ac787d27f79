import type { EntryOrProblem } from './entry.ts';
export function* entriesFromToggl(_pieces: Iterable<string>, _timezone: string): Generator<EntryOrProblem> {}

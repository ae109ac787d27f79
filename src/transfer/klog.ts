import type { EntryOrProblem } from './entry.ts';
export function* entriesFromKlog(_pieces: Iterable<string>, _timezone: string): Generator<EntryOrProblem> {}

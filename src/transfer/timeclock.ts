import type { EntryOrProblem } from './entry.ts';
export function* entriesFromTimeclock(_pieces: Iterable<string>, _timezone: string): Generator<EntryOrProblem> {}

import type { EntryOrProblem } from './entry.ts';
export function* entriesFromTimewarrior(_pieces: Iterable<string>, _timezone: string): Generator<EntryOrProblem> {}

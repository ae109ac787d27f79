import type { Command, OptionValues } from '@commander-js/extra-typings';
import { activityArg, collect, confidenceArg, scoreArg } from '../args.ts';
import type { Context } from '../context.ts';

/** Adds what may be said of a session besides its topics and its time, the same for every command that records one. */
export function withDetails<Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) {
  return command
    .option('-a, --activity <name>', 'reading, video, lab, practice or recall', activityArg)
    .option('-c, --confidence <1-5>', 'how well you know it now', confidenceArg)
    .option('-s, --score <right/all>', 'practice questions, for example 14/20', scoreArg)
    .option('-m, --note <text>', 'what is worth keeping; "-" reads it from standard input')
    .option('--tag <tag>', 'a tag; may be repeated', collect)
    .option('-r, --resource <name>', 'course, book or link it was about');
}

/** Adds the filters of a list of sessions to a command. */
export function withFilters<Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) {
  return command
    .option('--since <day>', 'from this study date on: -7d, mon, 2026-09-01')
    .option('--until <day>', 'up to this study date')
    .option('--topic <topic>', 'of this topic or section; may be repeated', collect)
    .option('-a, --activity <name>', 'with this activity', activityArg)
    .option('--tag <tag>', 'with this tag')
    .option('--grep <text>', 'with this text in the note');
}

/** The note, read from standard input when it is `-`. */
export async function noteFrom<Note extends string | null | undefined>(context: Context, note: Note) {
  return note === '-' ? (await context.app.readStdin()).trimEnd() : note;
}

import type { Command, OptionValues } from '@commander-js/extra-typings';
import { activityArg, collect, confidenceArg, scoreArg } from '../args.ts';

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

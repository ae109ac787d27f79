import type { Command, OptionValues } from '@commander-js/extra-typings';
import { atomicFile, refuseExisting } from '../app/atomic-file.ts';
import { visible } from '../render/visible.ts';
import { inPieces } from '../transfer/in-pieces.ts';
import type { Context } from './context.ts';
import type { Look } from './style.ts';

/** Where the options say that text goes: a file, or standard output. */
export interface Destination {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** How a file or another program wants text: no colours, and no terminal's width. */
export const PLAIN: Look = { isTTY: false, columns: () => undefined };

/** Adds the options of a destination to a command. */
export function withOutput<Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) {
  return command
    .option('-o, --output <file>', 'write to a file; "-" is standard output')
    .option('--force', 'replace the file if there is one');
}

/** Writes text to the file named, or to standard output; `written` says what it was, once it has been written. */
export async function deliver(
  context: Context,
  text: Iterable<string>,
  { output = '-', force = false }: Destination,
  written: () => string,
): Promise<void> {
  if (output === '-') await print(context, text);
  else await save(context, text, { file: output, force }, written);
}

/** A terminal gets text that cannot act on it, and no carriage returns; another program gets every byte. */
async function print({ app: { stdout } }: Context, text: Iterable<string>): Promise<void> {
  for (const piece of inPieces(text)) {
    if (stdout.closed()) return;
    await stdout.write(stdout.isTTY ? visible(piece) : piece);
  }
}

/** Writes a file and says so; a dry run says what it would do, and refuses what would be refused. @throws usage where there is a file and no `force` */
export async function save(
  { app, options }: Context,
  text: Iterable<string>,
  { file, force }: { readonly file: string; readonly force: boolean },
  written: () => string,
): Promise<void> {
  if (options.dryRun) {
    refuseExisting(file, force);
    for (const _ of text);
  } else atomicFile(file, inPieces(text), force);
  if (options.quiet) return;
  await app.stderr.write(`${options.dryRun ? 'Would write' : 'Wrote'} ${written()} to ${visible(file)}\n`);
}

import { accessSync, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { CerttrackError } from '../errors.ts';
import type { Context } from './context.ts';

const PIECE = 256 * 1024;
/** Files shorter than this are read before anybody wonders. */
const WORTH_TELLING = 4 * 1024 * 1024;

/** The text of a file, or of standard input for `-`, in pieces; it can be read more than once. @throws not_found */
export async function textOf(context: Context, file: string): Promise<() => Iterable<string>> {
  if (file === '-') {
    const text = await context.app.readStdin();
    return () => cut(text);
  }
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw unreadable(file, error);
  }
  return () => pieces(file, context);
}

function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

function* pieces(file: string, context: Context): Generator<string> {
  const handle = openSync(file, 'r');
  const told = teller(context, fstatSync(handle).size);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const bytes = new Uint8Array(PIECE);
    for (let read = PIECE, all = 0; read > 0; ) {
      read = readSync(handle, bytes);
      all += read;
      yield decoder.decode(bytes.subarray(0, read), { stream: read > 0 });
      told(all);
    }
  } catch (error) {
    if (error instanceof TypeError)
      throw new CerttrackError(
        'bad_data',
        `${file} is not UTF-8 text`,
        'Save it as UTF-8 ("CSV UTF-8" in a spreadsheet) and import it again',
        error,
      );
    throw (error as { code?: unknown }).code === 'EISDIR' ? unreadable(file, error) : error;
  } finally {
    told(undefined);
    closeSync(handle);
  }
}

function unreadable(file: string, cause: unknown): CerttrackError {
  return new CerttrackError('not_found', `cannot read ${file}`, 'Check the name and that you may read it', cause);
}

/** Tells a person at the terminal how far a long file is read, on one line that is wiped at the end; otherwise nothing. */
function teller({ app, options }: Context, size: number): (read: number | undefined) => void {
  if (!app.stderr.isTTY || options.quiet || options.json || size < WORTH_TELLING) return () => {};
  let shown = -1;
  return (read) => {
    if (read === undefined) {
      if (shown >= 0) void app.stderr.write('\r\u001b[K');
      return;
    }
    const percent = Math.min(Math.floor((read / size) * 100), 99);
    if (percent !== shown) void app.stderr.write(`\rReading ${percent} %`);
    shown = percent;
  };
}

import type { Context } from './context.ts';

/** The note, read from standard input when it is `-`. */
export async function noteFrom(context: Context, note: string | undefined): Promise<string | undefined> {
  return note === '-' ? (await context.app.readStdin()).trimEnd() : note;
}

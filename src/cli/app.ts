import type { Instant, Zone } from '../domain/zone.ts';
import type { Ask } from './ask.ts';

/** Where text goes. `write` resolves when more may be written; `closed` turns true when nobody reads any more. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly isTTY: boolean;
  readonly columns: () => number | undefined;
  readonly closed: () => boolean;
}

/** Everything outside a command that it may touch. `main.ts` builds the real one, tests a fake clock, zone, streams and answers. */
export interface App {
  readonly now: () => Instant;
  readonly newId: () => Promise<string>;
  /** The zone of the wall clock. */
  readonly zone: Zone;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Runs certtrack once more, by itself, after this command has ended. */
  readonly inBackground: (argv: readonly string[]) => Promise<void>;
  readonly readStdin: () => Promise<string>;
  /** Opens a file with the program the person uses for its kind. */
  readonly openFile: (file: string) => Promise<void>;
  /** Asks the person at the terminal; null when nobody is there. */
  readonly ask: Ask | null;
  readonly folders: { readonly data: string; readonly config: string; readonly package: string };
  readonly version: string;
}

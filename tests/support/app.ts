import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { App, Output } from '../../src/cli/app.ts';
import type { Ask } from '../../src/cli/ask.ts';
import { run } from '../../src/cli/run.ts';
import { type Instant, zoneNamed } from '../../src/domain/zone.ts';
import { CerttrackError } from '../../src/errors.ts';

/** What a test may set about the outside world. */
export interface World {
  now?: string;
  zone?: string;
  env?: Record<string, string>;
  /** Answers to the questions asked, in order; `^C` interrupts. Without it nobody is at the terminal. */
  answers?: (string | boolean)[];
  stdin?: string;
  /** Collects what was to run in the background. */
  background?: string[][];
  columns?: number;
  tty?: boolean;
  /** Files that were opened for the person; without it there is no desktop. */
  opened?: string[];
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A certtrack with a folder of its own and the four fakes: clock, zone, streams, answers. */
export interface Sandbox {
  readonly folder: string;
  readonly run: (...argv: string[]) => Promise<Outcome>;
  /** Like `run`, and fails the test unless the exit code is 0. */
  readonly ok: (...argv: string[]) => Promise<string>;
  readonly world: World;
  readonly remove: () => void;
}

export const PACKAGE = resolve(import.meta.dirname, '../..');

/** How long a path is decides where a text wraps, so those of all sandboxes are equally long unless the temporary folder's is longer. */
const FOLDER_LENGTH = 26;
/** What `mkdtemp` adds to a name. */
const RANDOM_LENGTH = 6;

export function sandbox(world: World = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 't').padEnd(FOLDER_LENGTH - RANDOM_LENGTH, '-'));
  let ids = 0;
  const box: Sandbox = {
    folder,
    world,
    async run(...argv) {
      const out = collected(world);
      const err = collected(world);
      const code = await run(
        argv,
        appIn(folder, world, out.output, err.output, () => ids++),
      );
      return { code, out: out.text(), err: err.text() };
    },
    async ok(...argv) {
      const { code, out, err } = await box.run(...argv);
      if (code !== 0) throw new Error(`certtrack ${argv.join(' ')} ended with ${code}: ${err}`);
      return out;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return box;
}

function appIn(folder: string, world: World, stdout: Output, stderr: Output, nextId: () => number): App {
  const now: Instant = Date.parse(world.now ?? '2026-09-22T20:00:00+02:00');
  return {
    now: () => now,
    newId: async () => testId(nextId(), now),
    zone: zoneNamed(world.zone ?? 'Europe/Berlin'),
    env: world.env ?? {},
    stdout,
    stderr,
    inBackground: async (argv) => {
      world.background?.push([...argv]);
    },
    readStdin: async () => world.stdin ?? '',
    openFile: async (file) => {
      if (world.opened === undefined) throw new Error('there is no desktop');
      world.opened.push(file);
    },
    ask: world.answers ? scripted(world.answers, stdout) : null,
    folders: { data: join(folder, 'data'), config: join(folder, 'config'), package: PACKAGE },
    version: '0.0.0-test',
  };
}

/** Ids that are the same in every run and still differ in the digits people see. */
function testId(n: number, now: Instant): string {
  const random = Uint8Array.from({ length: 16 }, (_, i) => (Math.imul(n + 1, 2654435761) >>> ((i % 4) * 8)) & 0xff);
  return uuidv7({ msecs: now + n, random });
}

function collected(world: World): { output: Output; text: () => string } {
  let text = '';
  return {
    output: {
      isTTY: world.tty ?? false,
      columns: () => world.columns ?? 80,
      closed: () => false,
      async write(piece) {
        text += piece;
      },
    },
    text: () => text,
  };
}

/** Answers questions from a list and prints each as a transcript shows it. */
function scripted(answers: (string | boolean)[], stdout: Output): Ask {
  const next = async (message: string): Promise<string | boolean> => {
    const answer = answers.shift();
    await stdout.write(`? ${message} ${answer === true ? 'yes' : answer === false ? 'no' : answer}\n`);
    if (answer === undefined) throw new Error(`no answer left for "${message}"`);
    if (answer === '^C') throw new CerttrackError('interrupted', 'cancelled; nothing was saved');
    return answer;
  };
  const text = async (message: string) => String(await next(message));
  return {
    async search(message, choices) {
      const [first] = choices(await text(message));
      return first?.value ?? '';
    },
    async select(message, choices) {
      const answer = await text(message);
      return choices.find(({ name, value }) => value === answer || name === answer)?.value ?? '';
    },
    async input(message, check) {
      const answer = await text(message);
      const problem = check(answer);
      if (problem === undefined) return answer;
      await stdout.write(`  ${problem}\n`);
      return this.input(message, check);
    },
    confirm: async (message) => (await next(message)) === true,
    async key(message, _about, choices) {
      const answer = await text(message);
      return choices.find(({ key, name }) => key === answer || name === answer)?.key ?? '';
    },
  };
}

/** An App as `run` gets it, for tests that look at the program itself. */
export function appFor({ folder, world }: Sandbox): App {
  return appIn(folder, world, collected(world).output, collected(world).output, () => 0);
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../src/store/sqlite.ts';
import { PACKAGE } from '../support/app.ts';
import { look } from '../support/database.ts';

/** What is tested: this build under this Node, unless the environment names an installed package and another Node (`.ci/nodes`). */
const NODE = process.env.CERTTRACK_TEST_NODE ?? process.execPath;
export const INSTALLED = process.env.CERTTRACK_TEST_PACKAGE ?? PACKAGE;
const MAIN = join(INSTALLED, 'dist', 'certtrack.cjs');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built program with a folder of its own for everything it keeps; `env` adds to an otherwise bare environment. */
export interface Program {
  readonly folder: string;
  readonly dbFile: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: (args: readonly string[], env?: Record<string, string>) => Ended;
  /** Like `run`, and fails the test unless the exit code is 0. */
  readonly ok: (...args: string[]) => string;
  /** The same without waiting: many may run at once. */
  readonly begin: (...args: string[]) => Promise<Ended>;
  /** A bash script in which `$CERTTRACK` is the program and `$FOLDER` its folder. */
  readonly bash: (script: string, env?: Record<string, string>) => Ended;
  /** A bash script in a process group of its own, to be killed. */
  readonly beginBash: (script: string) => ChildProcess;
  readonly look: <T>(read: (db: Db) => T, file?: string) => T;
  readonly remove: () => void;
}

export function program(main = MAIN): Program {
  const folder = mkdtempSync(join(tmpdir(), 'certtrack-process-'));
  const dbFile = join(folder, 'log.db');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    CERTTRACK_DB: dbFile,
    TZ: 'Europe/Berlin',
    TERM: 'xterm',
    CERTTRACK: `${NODE} ${main}`,
    FOLDER: folder,
  };
  const wait = (command: string, args: readonly string[], more: Record<string, string> = {}): Ended => {
    const ended = spawnSync(command, args, {
      env: { ...env, ...more },
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 1 << 26,
    });
    return { code: ended.status, out: ended.stdout, err: ended.stderr };
  };
  return {
    folder,
    dbFile,
    env,
    run: (args, more) => wait(NODE, [main, ...args], more),
    ok(...args) {
      const { code, out, err } = wait(NODE, [main, ...args]);
      if (code !== 0) throw new Error(`certtrack ${args.join(' ')} ended with ${code}: ${err}`);
      return out;
    },
    begin: (...args) =>
      new Promise((resolve) => {
        const child = spawn(NODE, [main, ...args], { env, timeout: 60_000 });
        let [out, err] = ['', ''];
        child.stdout.on('data', (text) => (out += text));
        child.stderr.on('data', (text) => (err += text));
        child.on('close', (code) => resolve({ code, out, err }));
      }),
    bash: (script, more) => wait('bash', ['-c', script], more),
    beginBash: (script) => spawn('bash', ['-c', script], { env, detached: true, stdio: 'ignore' }),
    look: (read, file = dbFile) => look(file, read),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Every file below a folder with its size and time of change. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs, ino } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs} ${ino}`;
    })
    .sort();
}

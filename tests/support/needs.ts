import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';
import { remembered } from '../../src/domain/remembered.ts';

/** The browser a report is looked at in. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What some tests need beside Node, git and a shell: a command that succeeds where it is, and the Debian package that brings it. */
const PROGRAMS = {
  chromium: { works: `test -x '${CHROMIUM}'`, in: 'chromium' },
  fish: { works: 'fish --version', in: 'fish' },
  hledger: { works: 'hledger --version', in: 'hledger' },
  ledger: { works: 'ledger --version', in: 'ledger' },
  man: { works: 'man --version', in: 'man-db' },
  mandoc: { works: 'command -v mandoc', in: 'mandoc' },
  'a terminal': { works: 'script -qec true /dev/null', in: 'bsdutils' },
  'a small disk': { works: 'unshare -rm mount -t tmpfs none /mnt', in: 'util-linux' },
  timew: { works: 'timew --version', in: 'timewarrior' },
  zsh: { works: 'zsh --version', in: 'zsh' },
} as const;

export type NeededProgram = keyof typeof PROGRAMS;

/** Whether a program is not on this machine. */
export const isAbsent = remembered(
  (program: NeededProgram) =>
    spawnSync('sh', ['-c', PROGRAMS[program].works], { stdio: ['ignore', 'ignore', 'ignore'] }).status !== 0,
);

/**
 * For `beforeEach`: skips the test where one of the programs is absent, with the packages to install as its note.
 * With CERTTRACK_ALL_PROGRAMS in the environment it fails instead.
 */
export function needs(...programs: NeededProgram[]): (context: TestContext) => void {
  return ({ skip }) => {
    const missing = programs.filter(isAbsent).map((program) => PROGRAMS[program].in);
    if (missing.length === 0) return;
    if (process.env.CERTTRACK_ALL_PROGRAMS)
      throw new Error(`needs ${programs.join(', ')}: apt-get install ${missing.join(' ')}`);
    skip(missing.join(' '));
  };
}

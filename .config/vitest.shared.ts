import { type TestUserConfig, defineConfig } from 'vitest/config';
import { absentPrograms } from '../tests/support/absent-programs.ts';

/** What every run of tests has in common: one load of the modules a core, a zone that is not this machine's, a scratch folder that must be empty afterwards. */
export const testing = (run: TestUserConfig) =>
  defineConfig({
    test: {
      root: new URL('..', import.meta.url).pathname,
      env: { TZ: 'Europe/Berlin' },
      globalSetup: 'tests/support/scratch.ts',
      reporters: ['default', absentPrograms],
      // The code keeps no state in its modules, so test files may share them.
      isolate: false,
      hookTimeout: 60_000,
      maxWorkers: '100%',
      // Room for what a test throws away: a tenth less time is spent collecting it.
      execArgv: ['--max-semi-space-size=64'],
      ...run,
    },
  });

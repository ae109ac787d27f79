import { defineConfig } from 'vitest/config';

/** Faults: minutes of killing, filling and damaging, so not a part of every run. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/slow/*.test.ts'],
    env: { TZ: 'Europe/Berlin' },
    testTimeout: 240_000,
  },
});

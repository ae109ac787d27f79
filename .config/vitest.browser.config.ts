import { defineConfig } from 'vitest/config';

/** Tests that need a Chromium; kept out of `npm test`, which needs nothing but Node. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/browser/**/*.browser.ts'],
    env: { TZ: 'Europe/Berlin' },
    testTimeout: 60_000,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/slow/**'],
    env: { TZ: 'Europe/Berlin' },
    testTimeout: 30_000,
  },
});

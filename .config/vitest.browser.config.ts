import { testing } from './vitest.shared.ts';

/** The report in Chromium. */
export default testing({
  include: ['tests/browser/**/*.browser.ts'],
  testTimeout: 60_000,
});

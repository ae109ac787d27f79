import { testing } from './vitest.shared.ts';

export default testing({
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/slow/**'],
  testTimeout: 60_000,
});

import { testing } from './vitest.shared.ts';

export default testing({
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/slow/**'],
  testTimeout: 30_000,
});

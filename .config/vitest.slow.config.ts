import { testing } from './vitest.shared.ts';

/** Faults: minutes of killing, filling and damaging, so not a part of every run. */
export default testing({
  include: ['tests/slow/*.test.ts'],
  testTimeout: 240_000,
});

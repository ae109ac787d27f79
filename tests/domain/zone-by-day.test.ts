import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneNamed } from '../../src/domain/zone.ts';
import { zoneByDay } from '../../src/domain/zone-by-day.ts';

const HOUR = 3_600_000;

test.each([
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Antarctica/Troll',
])('%s has the same offset at every moment, asked in any order', (name) => {
  const plain = zoneNamed(name);
  const fast = zoneByDay(zoneNamed(name));
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2037, 0) }), (instant) => {
      expect(fast.offsetAt(instant)).toBe(plain.offsetAt(instant));
    }),
    { numRuns: 300 },
  );
  for (let at = Date.UTC(2025, 0); at < Date.UTC(2027, 0); at += HOUR)
    if (fast.offsetAt(at) !== plain.offsetAt(at)) expect.fail(`${name} at ${new Date(at).toISOString()}`);
  expect(fast.name).toBe(name);
});

import { expect, test } from 'vitest';
import { isoInZone, parseIsoInstant, studyDateAt, zoneNamed } from '../../src/domain/zone.ts';
import { zoneForOffset } from '../../src/domain/zone-for-offset.ts';

const BERLIN = zoneNamed('Europe/Berlin');
const pad = (n: number) => String(n).padStart(2, '0');
/** Every offset that a clock is set to. */
const OFFSETS = Array.from({ length: (12 + 14) * 4 + 1 }, (_, i) => i * 15 - 12 * 60).map(
  (minutes) => `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`,
);

test('at every offset that exists the date and the clock are those that are written', () => {
  for (const offset of OFFSETS)
    for (const clock of ['00:00', '03:59', '04:00', '12:00', '23:45']) {
      const text = `2026-10-10T${clock}:00${offset}`;
      const at = parseIsoInstant(text) ?? Number.NaN;
      const zone = zoneForOffset(text, at, BERLIN);
      expect(isoInZone(zone, at)).toBe(text);
      expect(isoInZone(zoneNamed(zone.name), at)).toBe(text);
      expect(studyDateAt(zone, at, 240)).toBe(clock < '04:00' ? '2026-10-09' : '2026-10-10');
    }
  expect(OFFSETS).toContain('+05:45');
});

test.each([
  ['2026-07-01T19:00+02:00', 'Europe/Berlin'],
  ['2026-07-01T19:00+0200', 'Europe/Berlin'],
  ['2026-07-01T19:00Z', 'Europe/Berlin'],
  ['2026-07-01T19:00+05:20', 'Europe/Berlin'],
  ['2026-07-01T19:00+01:00', 'Etc/GMT-1'],
  ['2026-07-01T19:00-03:30', '-03:30'],
  ['2026-07-01T19:00+00:00', 'UTC'],
])('%s is told in %s', (text, name) =>
  expect(zoneForOffset(text, parseIsoInstant(text) ?? Number.NaN, BERLIN).name).toBe(name),
);

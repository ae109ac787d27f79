import { expect, test } from 'vitest';
import { seemsForgotten, timerMinutes } from '../../src/domain/timer.ts';
import { zoneNamed } from '../../src/domain/zone.ts';

const at = (iso: string) => Date.parse(iso);
const moment = (iso: string, zone = 'Europe/Berlin') => ({ instant: at(iso), zone: zoneNamed(zone), dayStart: 240 });

test.each([
  ['an hour', '2026-09-22T19:00+02:00', '2026-09-22T20:00+02:00', false],
  ['three hours to the minute', '2026-09-22T19:00+02:00', '2026-09-22T22:00+02:00', false],
  ['three hours and a minute', '2026-09-22T19:00+02:00', '2026-09-22T22:01+02:00', true],
  ['over midnight, before the day starts', '2026-09-22T23:00+02:00', '2026-09-23T01:30+02:00', false],
  ['ten minutes over the start of the day', '2026-09-23T03:55+02:00', '2026-09-23T04:05+02:00', true],
  // Two hours pass in the night the clocks go back, though the clock shows three.
  ['over the night of the clock change', '2026-10-25T00:30+02:00', '2026-10-25T02:30+01:00', false],
])('%s', (_, start, end, forgotten) => {
  expect(seemsForgotten({ startedAt: at(start) }, moment(end), 180)).toBe(forgotten);
});

test('minutes are whole, and negative when the clock was set back', () => {
  expect(timerMinutes({ startedAt: at('2026-09-22T19:00Z') }, at('2026-09-22T19:01:59Z'))).toBe(1);
  expect(timerMinutes({ startedAt: at('2026-09-22T19:00Z') }, at('2026-09-22T18:58Z'))).toBe(-2);
});

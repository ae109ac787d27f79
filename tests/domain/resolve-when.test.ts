import { expect, test } from 'vitest';
import type { Now } from '../../src/domain/day.ts';
import { resolveWhen, type WhenWords } from '../../src/domain/when.ts';
import { isoInZone, zoneNamed } from '../../src/domain/zone.ts';

const BERLIN = zoneNamed('Europe/Berlin');
const nowAt = (iso: string): Now => ({ instant: Date.parse(iso), zone: BERLIN, dayStart: 240 });
/** A Wednesday evening, and the night after it: still Wednesday for who studies. */
const EVENING = nowAt('2026-09-23T20:15:30+02:00');
const NIGHT = nowAt('2026-09-24T00:45:30+02:00');

/** `start end study-date minutes`, without the year. */
const placed = (words: WhenWords, now: Now, lastEnd?: string) => {
  const when = resolveWhen(words, now, () => (lastEnd === undefined ? undefined : Date.parse(lastEnd)));
  const [start, end] = [when.startedAt, when.endedAt].map((instant) => isoInZone(BERLIN, instant).slice(5, 16));
  return `${start} ${end} ${when.studyDate.slice(5)} ${when.minutes}`;
};

test.each<[string, WhenWords, string]>([
  ['that has just ended', { minutes: 45 }, '09-23T19:30 09-23T20:15 09-23 45'],
  ['of today', { date: 'today', minutes: 45 }, '09-23T19:30 09-23T20:15 09-23 45'],
  ['of an earlier day at noon', { date: '-2d', minutes: 45 }, '09-21T12:00 09-21T12:45 09-21 45'],
  ['that ended a while ago', { ago: '2h', minutes: 30 }, '09-23T17:45 09-23T18:15 09-23 30'],
  ['that ended days ago', { ago: '2d ago', minutes: 30 }, '09-21T19:45 09-21T20:15 09-21 30'],
  ['that began a while ago', { date: '2h ago', minutes: 30 }, '09-23T18:15 09-23T18:45 09-23 30'],
  ['from a time', { from: '19:00', minutes: 45 }, '09-23T19:00 09-23T19:45 09-23 45'],
  ['up to a time', { to: '7pm', minutes: 45 }, '09-23T18:15 09-23T19:00 09-23 45'],
  ['between two times', { from: '18:00', to: '19:30' }, '09-23T18:00 09-23T19:30 09-23 90'],
  ['with breaks', { from: '18:00', to: '19:30', minutes: 60 }, '09-23T18:00 09-23T19:30 09-23 60'],
  ['over midnight', { date: '-2d', from: '23:00', to: '00:30' }, '09-21T23:00 09-22T00:30 09-21 90'],
  ['at a stamp', { date: '2026-09-22T19:00', minutes: 45 }, '09-22T19:00 09-22T19:45 09-22 45'],
  ['at a stamp with offset', { date: '2026-09-22T19:00Z', minutes: 45 }, '09-22T21:00 09-22T21:45 09-22 45'],
  ['from a stamp to a time', { date: '2026-09-22 19:00', to: '20:00' }, '09-22T19:00 09-22T20:00 09-22 60'],
  [
    'in the night of a relative day',
    { date: 'yesterday', from: '01:00', minutes: 30 },
    '09-23T01:00 09-23T01:30 09-22 30',
  ],
  ['up to the night of a weekday', { date: 'mon', to: '00:30', minutes: 30 }, '09-22T00:00 09-22T00:30 09-21 30'],
  ['from the night into the morning', { date: '-2d', from: '03:59', to: '04:30' }, '09-22T03:59 09-22T04:30 09-21 31'],
  ['when a relative day starts', { date: '-2d', from: '04:00', minutes: 30 }, '09-21T04:00 09-21T04:30 09-21 30'],
  [
    'in the night of a calendar day',
    { date: '2026-09-22', from: '01:00', minutes: 30 },
    '09-22T01:00 09-22T01:30 09-21 30',
  ],
  ['the evening after spring', { date: '2026-03-29', from: '22:00', to: '02:30' }, '03-29T22:00 03-30T02:30 03-29 270'],
  ['the evening after autumn', { date: '2025-10-26', from: '22:00', to: '02:30' }, '10-26T22:00 10-27T02:30 10-26 270'],
  ['over spring', { date: '2026-03-28', from: '23:00', to: '03:30' }, '03-28T23:00 03-29T03:30 03-28 210'],
  ['over autumn', { date: '2025-10-25', from: '23:00', to: '03:30' }, '10-25T23:00 10-26T03:30 10-25 330'],
  ['at the first 02:30', { date: '2025-10-26T02:30+02:00', to: '03:30' }, '10-26T02:30 10-26T03:30 10-25 120'],
  ['at the second 02:30', { date: '2025-10-26T02:30+01:00', to: '03:30' }, '10-26T02:30 10-26T03:30 10-25 60'],
])('a session %s is placed', (_, words, expected) => expect(placed(words, EVENING)).toBe(expected));

test.each<[string, WhenWords, string]>([
  ['just ended', { minutes: 60 }, '09-23T23:45 09-24T00:45 09-23 60'],
  ['from before to after midnight', { from: '23:00', to: '00:30' }, '09-23T23:00 09-24T00:30 09-23 90'],
  ['from after midnight', { from: '00:10', minutes: 30 }, '09-24T00:10 09-24T00:40 09-23 30'],
  ['up to before midnight', { to: '23:30', minutes: 30 }, '09-23T23:00 09-23T23:30 09-23 30'],
  ['of today from after midnight', { date: 'today', from: '00:10', minutes: 20 }, '09-24T00:10 09-24T00:30 09-23 20'],
])('said at 00:45, a session %s is of that night', (_, words, expected) => expect(placed(words, NIGHT)).toBe(expected));

test('a session of an earlier day follows the last one of that day, and never starts before noon', () => {
  const words = { date: '-2d', minutes: 45 };
  expect(placed(words, EVENING, '2026-09-21T14:00+02:00')).toBe('09-21T14:00 09-21T14:45 09-21 45');
  expect(placed(words, EVENING, '2026-09-21T09:00+02:00')).toBe('09-21T12:00 09-21T12:45 09-21 45');
});

test('the last session asked for is that of the day the words name', () => {
  const asked: string[] = [];
  resolveWhen({ date: 'mon', minutes: 5 }, EVENING, (day) => void asked.push(day));
  expect(asked).toEqual(['2026-09-21']);
});

const CLASH = '--ago says when the session ended, so --date, --from and --to cannot be given too';
const OWN_DATE = 'Leave out --date, or write the time alone';
const SAME = 'the session starts and ends at the same time';
test.each<[WhenWords, string, string?]>([
  [{}, 'how long was it?', 'Add a duration: 45m, 1h30 or 1:30; or both --from and --to'],
  [{ date: 'today', to: '19:00' }, 'how long was it?', 'Add a duration: 45m, 1h30 or 1:30; or both --from and --to'],
  [{ ago: '2h', date: 'today', minutes: 5 }, CLASH],
  [{ ago: '2h', from: '19:00', minutes: 5 }, CLASH],
  [{ ago: '2h', to: '19:00', minutes: 5 }, CLASH],
  [{ ago: '-2h', minutes: 5 }, 'cannot read "-2h" as a time ago', 'Write 2h, 45m, 1h30 or 2d'],
  [{ date: 'a while ago', minutes: 5 }, 'cannot read "a while" as a time ago', 'Write 2h, 45m, 1h30 or 2d'],
  [{ date: '2026-09-22T19:00', from: '20:00' }, '--date 2026-09-22T19:00 already has a time; leave out --from'],
  [{ date: 'mon', from: '2026-09-22T19:00', minutes: 5 }, '"2026-09-22T19:00" has a date of its own', OWN_DATE],
  [{ date: 'mon', to: '2026-09-22T19:00', minutes: 5 }, '"2026-09-22T19:00" has a date of its own', OWN_DATE],
  [{ date: 'mon', from: '18:00', to: '2026-09-22T19:00' }, '"2026-09-22T19:00" has a date of its own', OWN_DATE],
  [{ date: '2026-09-20', from: '19:00', to: '19:00' }, SAME],
  [{ from: '19:00', to: '7pm', minutes: 5 }, SAME],
  [{ date: '2026-09-20T19:00', to: '19:00' }, SAME],
  [{ from: '2026-09-22T19:00', to: '2026-09-22T19:00' }, SAME],
  [{ from: '7', minutes: 5 }, 'cannot read the time "7"', 'Write 19:00, 7pm or 2026-09-22T19:00'],
  [{ from: '18:00', to: '19:00', minutes: 90 }, '1 h 30 m do not fit between --from and --to, 1 h apart'],
  [{ from: '2026-09-22T19:00', to: '2026-09-22T18:00' }, 'the session ends before it starts'],
  [
    { date: '2025-10-26', from: '02:30', minutes: 5 },
    '02:30 on Sun 26 Oct 2025 in Europe/Berlin happened twice: the clocks went back that night',
    'Write 2025-10-26T02:30:00+02:00 or 2025-10-26T02:30:00+01:00',
  ],
])('%j is refused', (words, message, hint) => {
  const refusal = expect.objectContaining({ code: 'usage', message, ...(hint === undefined ? {} : { hint }) });
  expect(() => resolveWhen(words, EVENING, () => undefined)).toThrow(refusal);
});

test('a time the clocks jumped over is refused with what they showed', () => {
  const words = { date: '2026-03-29', from: '02:30', minutes: 5 };
  const message = '02:30 on Sun 29 Mar 2026 in Europe/Berlin does not exist: the clocks went forward that night';
  expect(() => resolveWhen(words, EVENING, () => undefined)).toThrow(
    expect.objectContaining({ code: 'usage', message, hint: 'Write 03:30, which the clock showed instead' }),
  );
});

test('a time ago is a whole minute', () => {
  const { startedAt, endedAt } = resolveWhen({ ago: '2h', minutes: 30 }, EVENING, () => undefined);
  expect([startedAt, endedAt].map((instant) => isoInZone(BERLIN, instant))).toEqual([
    '2026-09-23T17:45:00+02:00',
    '2026-09-23T18:15:00+02:00',
  ]);
});

test.each<[WhenWords, string]>([
  [{ date: '2026-09-22T06:00+09:00', minutes: 45 }, '09-22T06:00:00+09:00 09-22T06:45:00+09:00 09-22'],
  [{ date: '2026-09-22T03:00+09:00', minutes: 45 }, '09-22T03:00:00+09:00 09-22T03:45:00+09:00 09-21'],
  [{ date: '2026-09-22T06:00+05:45', to: '07:30' }, '09-22T06:00:00+05:45 09-22T07:30:00+05:45 09-22'],
  [{ date: '2026-09-22T23:00-10:00', to: '00:30' }, '09-22T23:00:00-10:00 09-23T00:30:00-10:00 09-22'],
  [{ from: '2026-09-22T06:00+13:00', minutes: 30 }, '09-22T06:00:00+13:00 09-22T06:30:00+13:00 09-22'],
  [{ to: '2026-09-22T06:00+13:00', minutes: 30 }, '09-22T05:30:00+13:00 09-22T06:00:00+13:00 09-22'],
  [{ date: '2026-09-22T19:00+02:00', minutes: 30 }, '09-22T19:00:00+02:00 09-22T19:30:00+02:00 09-22'],
])('%j is told on the clock it is written in', (words, expected) => {
  const when = resolveWhen(words, EVENING, () => undefined);
  const [start, end] = [when.startedAt, when.endedAt].map((at) => isoInZone(when.zone, at).slice(5));
  expect(`${start} ${end} ${when.studyDate.slice(5)}`).toBe(expected);
});

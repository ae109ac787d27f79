import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { type Now, parseClock, parseDay, resolveWhen, today, type WhenWords } from '../../src/domain/when.ts';
import { isoInZone, zoneNamed } from '../../src/domain/zone.ts';
import { CerttrackError } from '../../src/errors.ts';

const BERLIN = zoneNamed('Europe/Berlin');
const nowAt = (iso: string): Now => ({ instant: Date.parse(iso), zone: BERLIN, dayStart: 240 });
/** A Wednesday evening, and the night after it: still Wednesday for who studies. */
const EVENING = nowAt('2026-09-23T20:15:30+02:00');
const NIGHT = nowAt('2026-09-24T00:45:30+02:00');

const resolved = (words: WhenWords, now: Now, lastEnd?: string) => {
  const { startedAt, endedAt, studyDate, minutes } = resolveWhen(words, now, () =>
    lastEnd ? Date.parse(lastEnd) : undefined,
  );
  const clock = (instant: number) => isoInZone(BERLIN, instant).slice(5, 16);
  return `${clock(startedAt)} ${clock(endedAt)} ${studyDate.slice(5)} ${minutes}`;
};
const refusal = (run: () => unknown): CerttrackError => {
  try {
    run();
  } catch (error) {
    if (error instanceof CerttrackError) return error;
    throw error;
  }
  throw new Error('was not refused');
};

test.each([
  ['today', EVENING, '2026-09-23'],
  ['today', NIGHT, '2026-09-23'],
  ['Yesterday', NIGHT, '2026-09-22'],
  ['wed', EVENING, '2026-09-23'],
  ['thursday', EVENING, '2026-09-17'],
  ['-0d', EVENING, '2026-09-23'],
  ['-2d', EVENING, '2026-09-21'],
  ['-30D', EVENING, '2026-08-24'],
  [' 2026-09-01 ', EVENING, '2026-09-01'],
])('%#: "%s" is a day', (text, now, date) => expect(parseDay(text, now)).toBe(date));

test('before the day starts it is still the day before', () => expect(today(NIGHT)).toBe('2026-09-23'));

test.each([
  ['03/04/2026', '"03/04/2026" could be two dates', 'Write 2026-04-03 (Fri 3 Apr 2026) or 2026-03-04 (Wed 4 Mar 2026)'],
  ['3.4.26', '"3.4.26" could be two dates', 'Write 2026-04-03 (Fri 3 Apr 2026) or 2026-03-04 (Wed 4 Mar 2026)'],
  ['24/05/23', '"24/05/23" is not a date certtrack reads', 'Write 2023-05-24 (Wed 24 May 2023)'],
  ['05/05/2026', '"05/05/2026" is not a date certtrack reads', 'Write 2026-05-05 (Tue 5 May 2026)'],
])('%s is refused with what it could mean', (text, message, hint) => {
  expect(refusal(() => parseDay(text, EVENING))).toMatchObject({ code: 'usage', message, hint });
});

test.each(['', '31/31/2026', '2026-02-30', '2026/09/22', '20260922', 'tomorrow', '+2d', '-2', 'mo', '22 Sep', 'now'])(
  '"%s" is no day',
  (text) => {
    const { code, message, hint } = refusal(() => parseDay(text, EVENING));
    expect([code, message]).toEqual(['usage', `cannot read the date "${text}"`]);
    expect(hint).toContain('2026-09-22, today, yesterday, mon, -2d');
  },
);

test('text is never guessed: it is in the documented grammar, or refused as usage', () => {
  const day = String.raw`today|yesterday|(mon|tue|wed|thu|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day)|-\d{1,4}d|\d{4}-\d\d-\d\d`;
  const stamp = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?`;
  const grammar = new RegExp(String.raw`^\s*(${day}|${stamp}|[\d hm.:dPTin]+\s+ago)\s*$`, 'i');
  const pieces = fc.constantFrom(
    ...'0123456789-/:.T Zdhm+'.split(''),
    'today',
    'mon',
    '2026',
    '-09-22',
    ' ago',
    '19:00',
    'pm',
  );
  const near = fc.array(pieces, { maxLength: 8 }).map((list) => list.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), near), (text) => {
      if (grammar.test(text)) return;
      expect(refusal(() => resolveWhen({ date: text, minutes: 30 }, EVENING, () => undefined)).code).toBe('usage');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['19:00', 1140],
  ['7pm', 1140],
  ['7:30 PM', 1170],
  ['12am', 0],
  ['12pm', 720],
  ['0:05', 5],
  ['19', undefined],
  ['24:00', undefined],
  ['13pm', undefined],
  ['0am', undefined],
  ['7:60', undefined],
])('the clock "%s" is minute %s of the day', (text, minutes) => expect(parseClock(text)).toBe(minutes));

describe('resolveWhen places a session', () => {
  test.each<[string, WhenWords, Now, string]>([
    ['that has just ended', { minutes: 45 }, EVENING, '09-23T19:30 09-23T20:15 09-23 45'],
    ['that has just ended after midnight', { minutes: 60 }, NIGHT, '09-23T23:45 09-24T00:45 09-23 60'],
    ['of today', { date: 'today', minutes: 45 }, EVENING, '09-23T19:30 09-23T20:15 09-23 45'],
    ['of an earlier day at noon', { date: '-2d', minutes: 45 }, EVENING, '09-21T12:00 09-21T12:45 09-21 45'],
    ['that ended a while ago', { ago: '2h', minutes: 30 }, EVENING, '09-23T17:45 09-23T18:15 09-23 30'],
    ['that ended days ago', { ago: '2d ago', minutes: 30 }, EVENING, '09-21T19:45 09-21T20:15 09-21 30'],
    ['from a time', { from: '19:00', minutes: 45 }, EVENING, '09-23T19:00 09-23T19:45 09-23 45'],
    ['up to a time', { to: '7pm', minutes: 45 }, EVENING, '09-23T18:15 09-23T19:00 09-23 45'],
    ['between two times', { from: '18:00', to: '19:30' }, EVENING, '09-23T18:00 09-23T19:30 09-23 90'],
    ['with breaks', { from: '18:00', to: '19:30', minutes: 60 }, EVENING, '09-23T18:00 09-23T19:30 09-23 60'],
    ['over midnight', { date: '-2d', from: '23:00', to: '00:30' }, EVENING, '09-21T23:00 09-22T00:30 09-21 90'],
    ['over midnight, just now', { from: '23:00', to: '00:30' }, NIGHT, '09-23T23:00 09-24T00:30 09-23 90'],
    ['from after midnight', { from: '00:10', minutes: 30 }, NIGHT, '09-24T00:10 09-24T00:40 09-23 30'],
    ['at a stamp', { date: '2026-09-22T19:00', minutes: 45 }, EVENING, '09-22T19:00 09-22T19:45 09-22 45'],
    ['at a stamp with offset', { date: '2026-09-22T19:00Z', minutes: 45 }, EVENING, '09-22T21:00 09-22T21:45 09-22 45'],
    ['from a stamp to a time', { date: '2026-09-22 19:00', to: '20:00' }, EVENING, '09-22T19:00 09-22T20:00 09-22 60'],
    [
      'over the spring night',
      { date: '2026-03-28', from: '23:00', to: '03:30' },
      EVENING,
      '03-28T23:00 03-29T03:30 03-28 210',
    ],
    [
      'over the autumn night',
      { date: '2025-10-25', from: '23:00', to: '03:30' },
      EVENING,
      '10-25T23:00 10-26T03:30 10-25 330',
    ],
    [
      'from one 02:30 to the other',
      { from: '2025-10-26T02:30+02:00', to: '2025-10-26T02:30+01:00' },
      EVENING,
      '10-26T02:30 10-26T02:30 10-25 60',
    ],
  ])('%s', (_, words, now, expected) => expect(resolved(words, now)).toBe(expected));

  test('of an earlier day after the last one of that day', () => {
    const words = { date: '-2d', minutes: 45 };
    expect(resolved(words, EVENING, '2026-09-21T14:00+02:00')).toBe('09-21T14:00 09-21T14:45 09-21 45');
    expect(resolved(words, EVENING, '2026-09-21T09:00+02:00')).toBe('09-21T12:00 09-21T12:45 09-21 45');
  });

  test('that was studied on the day the words say', () => {
    const asked: LocalDate[] = [];
    resolveWhen({ date: 'mon', minutes: 5 }, EVENING, (day) => void asked.push(day));
    expect(asked).toEqual(['2026-09-21']);
  });
});

test.each<[WhenWords, RegExp, RegExp?]>([
  [{}, /^how long was it\?$/, /45m, 1h30 or 1:30/],
  [{ ago: '2h', from: '19:00', minutes: 5 }, /--ago .*--from and --to cannot be given too/],
  [{ ago: '2h', date: 'today', minutes: 5 }, /--ago .*--date/],
  [{ ago: 'a while', minutes: 5 }, /cannot read "a while" as a time ago/, /2h, 45m or 1h30/],
  [{ ago: '-2h', minutes: 5 }, /cannot read "-2h" as a time ago/],
  [{ date: '2026-09-22T19:00', from: '20:00', minutes: 5 }, /already has a time; leave out --from/],
  [{ from: '7', minutes: 5 }, /cannot read the time "7"/, /19:00, 7pm/],
  [{ from: '18:00', to: '19:00', minutes: 90 }, /1 h 30 m do not fit .* 1 h apart/],
  [{ from: '2026-09-22T19:00', to: '2026-09-22T18:00' }, /ends before it starts/],
  [{ date: '2026-03-29', from: '02:30', minutes: 5 }, /02:30 on Sun 29 Mar 2026 in Europe\/Berlin does not exist/],
  [
    { date: '2025-10-26T02:30', minutes: 5 },
    /happened twice/,
    /^Write 2025-10-26T02:30:00\+02:00 or 2025-10-26T02:30:00\+01:00$/,
  ],
])('%j is refused', (words, message, hint = /^/) => {
  const error = refusal(() => resolveWhen(words, EVENING, () => undefined));
  expect(error.code).toBe('usage');
  expect(error.message).toMatch(message);
  expect(error.hint ?? '').toMatch(hint);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Now, parseClock, parseDay, today } from '../../src/domain/day.ts';
import { resolveWhen } from '../../src/domain/when.ts';
import { zoneNamed } from '../../src/domain/zone.ts';
import { CerttrackError } from '../../src/errors.ts';

const nowAt = (iso: string): Now => ({ instant: Date.parse(iso), zone: zoneNamed('Europe/Berlin'), dayStart: 240 });
/** A Wednesday evening, and the night after it: still Wednesday for who studies. */
const EVENING = nowAt('2026-09-23T20:15:30+02:00');
const NIGHT = nowAt('2026-09-24T00:45:30+02:00');

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
  ['03/04/2026', 'could be two dates', '2026-04-03 (Fri 3 Apr 2026) or 2026-03-04 (Wed 4 Mar 2026)'],
  ['3.4.26', 'could be two dates', '2026-04-03 (Fri 3 Apr 2026) or 2026-03-04 (Wed 4 Mar 2026)'],
  ['24/05/23', 'is not a date certtrack reads', '2023-05-24 (Wed 24 May 2023)'],
  ['05/05/2026', 'is not a date certtrack reads', '2026-05-05 (Tue 5 May 2026)'],
])('%s is refused with what it could mean', (text, why, readings) => {
  const refusal = { code: 'usage', message: `"${text}" ${why}`, hint: `Write ${readings}` };
  expect(() => parseDay(text, EVENING)).toThrow(expect.objectContaining(refusal));
});

test.each([
  '',
  '31/31/2026',
  '2026-02-30',
  '1969-12-31',
  '2026/09/22',
  '20260922',
  'tomorrow',
  '+2d',
  '-2',
  'mo',
  '22 Sep',
  'now',
])('"%s" is no day', (text) => {
  const hint = expect.stringContaining('2026-09-22, today, yesterday, mon or -2d');
  const refusal = { code: 'usage', message: `cannot read the date "${text}"`, hint };
  expect(() => parseDay(text, EVENING)).toThrow(expect.objectContaining(refusal));
});

test('text is never guessed: what is accepted is in the documented grammar, the rest is refused as usage', () => {
  const day = String.raw`today|yesterday|(mon|tue|wed|thu|fri|sat|sun)|(mon|tues|wednes|thurs|fri|satur|sun)day|-\d{1,4}d`;
  const stamp = String.raw`\d{4}-\d\d-\d\d([T ]\d\d:\d\d|T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?`;
  const ago = String.raw`(\d+( ?m(in)?)?|\d+(\.\d+)? ?h|\d+ ?h ?\d+ ?m?|\d+:\d\d|PT[\dHM]+|\d+ ?d)\s+ago`;
  const grammar = new RegExp(String.raw`^\s*(${day}|${stamp}|${ago})\s*$`, 'i');
  const pieces = [...'0123456789-/:.T Zdhm+', 'today', 'mon', '2026', '-09-22', ' ago', '19:00', 'pm', 'PT'];
  const near = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), near), (text) => {
      try {
        resolveWhen({ date: text, minutes: 30 }, EVENING, () => undefined);
      } catch (error) {
        expect(error).toBeInstanceOf(CerttrackError);
        expect(error).toMatchObject({ code: 'usage' });
        return;
      }
      expect(text).toMatch(grammar);
    }),
    { numRuns: 3000 },
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

test('yesterday, said just after midnight, ends by now and not in the future', () => {
  const now = { ...nowAt('2026-09-24T00:10:00+02:00'), dayStart: 0 };
  const lastEnd = Date.parse('2026-09-23T23:50:00+02:00');
  const placed = resolveWhen({ date: 'yesterday', minutes: 45 }, now, () => lastEnd);
  expect(placed).toMatchObject({ endedAt: now.instant, studyDate: '2026-09-23', timed: false });
  const earlier = resolveWhen({ date: '-2d', minutes: 45 }, now, () => undefined);
  expect(earlier.startedAt).toBe(Date.parse('2026-09-22T12:00:00+02:00'));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import {
  clockText,
  isoInZone,
  isoUtc,
  isZone,
  parseIsoInstant,
  studyDateAt,
  zoneNamed,
} from '../../src/domain/zone.ts';

const MINUTE = 60_000;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Pacific/Apia',
];
const anyMinute = fc.integer({ min: Date.UTC(1973, 0) / MINUTE, max: Date.UTC(2100, 0) / MINUTE });
const wall = (date: string, clock: string) => {
  const [hours, minutes] = clock.split(':').map(Number);
  return { date: date as LocalDate, minutes: (hours ?? 0) * 60 + (minutes ?? 0) };
};

describe.each(ZONES)('%s', (name) => {
  const zone = zoneNamed(name);

  test('every instant is among those of its wall time, and each of them shows it', () => {
    fc.assert(
      fc.property(anyMinute, (minute) => {
        const shown = zone.wallAt(minute * MINUTE);
        const instants = zone.instantsOf(shown);
        expect(instants).toContain(minute * MINUTE);
        for (const instant of instants) expect(zone.wallAt(instant)).toEqual(shown);
      }),
    );
  });

  test('ISO 8601 with the offset is read back to the millisecond', () => {
    fc.assert(
      fc.property(anyMinute, fc.nat(59_999), (minute, rest) => {
        const instant = minute * MINUTE + rest;
        expect(parseIsoInstant(isoInZone(zone, instant))).toBe(instant);
        expect(parseIsoInstant(isoUtc(instant))).toBe(instant);
        expect(isoUtc(instant)).toBe(new Date(instant).toISOString().replace('.000Z', 'Z'));
      }),
    );
  });
});

test.each([
  ['Europe/Berlin', '2026-03-29', '02:00', []],
  ['Europe/Berlin', '2026-03-29', '02:59', []],
  ['Europe/Berlin', '2026-03-29', '03:00', ['2026-03-29T03:00:00+02:00']],
  ['Europe/Berlin', '2026-10-25', '01:59', ['2026-10-25T01:59:00+02:00']],
  ['Europe/Berlin', '2026-10-25', '02:30', ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']],
  ['Europe/Berlin', '2026-10-25', '03:00', ['2026-10-25T03:00:00+01:00']],
  ['America/New_York', '2026-03-08', '02:30', []],
  ['America/New_York', '2026-11-01', '01:30', ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00']],
  ['America/St_Johns', '2026-11-01', '01:30', ['2026-11-01T01:30:00-02:30', '2026-11-01T01:30:00-03:30']],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', []],
  ['Australia/Lord_Howe', '2026-10-04', '02:30', ['2026-10-04T02:30:00+11:00']],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', ['2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30']],
  ['UTC', '2026-03-29', '02:30', ['2026-03-29T02:30:00+00:00']],
  ['Asia/Kolkata', '2026-03-29', '02:30', ['2026-03-29T02:30:00+05:30']],
  ['Pacific/Apia', '2011-12-30', '12:00', []],
])('in %s the clocks show %s %s at %j', (name, date, clock, expected) => {
  const zone = zoneNamed(name);
  expect(zone.instantsOf(wall(date, clock)).map((instant) => isoInZone(zone, instant))).toEqual(expected);
});

test.each([
  ['Europe/Berlin', '2026-09-23T03:59:59+02:00', '2026-09-22'],
  ['Europe/Berlin', '2026-09-23T04:00:00+02:00', '2026-09-23'],
  ['Europe/Berlin', '2026-09-23T00:00:00+02:00', '2026-09-22'],
  ['Europe/Berlin', '2026-03-29T03:30:00+02:00', '2026-03-28'],
  ['Europe/Berlin', '2026-03-29T04:30:00+02:00', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25T03:30:00+01:00', '2026-10-24'],
  ['Europe/Berlin', '2026-10-25T04:00:00+01:00', '2026-10-25'],
  ['Pacific/Kiritimati', '2026-09-22T20:00:00Z', '2026-09-23'],
  ['Pacific/Honolulu', '2026-09-22T09:00:00Z', '2026-09-21'],
])('in %s with days from 04:00, %s belongs to %s', (name, at, date) =>
  expect(studyDateAt(zoneNamed(name), Date.parse(at), 240)).toBe(date),
);

test.each([
  ['2026-09-22T19:00:00+02:00', '2026-09-22T17:00:00Z'],
  ['2026-09-22T19:00Z', '2026-09-22T19:00:00Z'],
  ['2026-09-22T19:00:30.5-03:30', '2026-09-22T22:30:30.500Z'],
  ['2026-09-22T19:00+0200', '2026-09-22T17:00:00Z'],
])('%s is %s', (text, utc) => expect(isoUtc(parseIsoInstant(text) ?? Number.NaN)).toBe(utc));

test.each([
  '2026-09-22',
  '2026-09-22T19:00',
  '2026-09-22 19:00Z',
  '2026-13-22T19:00Z',
  '2026-02-30T19:00Z',
  '2026-04-31T19:00+02:00',
  '1969-12-31T19:00Z',
  '2026-09-22T24:00Z',
  '2026-09-22T25:00Z',
  '2026-09-22T19:60Z',
  '2026-09-22T19:00+25:00',
  '2026-09-22T19:00CET',
  '',
])('"%s" is no instant', (text) => expect(parseIsoInstant(text)).toBeUndefined());

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['', false],
])('"%s" is a zone: %s', (name, known) => expect(isZone(name)).toBe(known));

test('minutes since midnight read as a clock', () =>
  expect([0, 65, 1439].map(clockText)).toEqual(['00:00', '01:05', '23:59']));

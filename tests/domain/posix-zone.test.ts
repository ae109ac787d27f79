import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { posixZone } from '../../src/domain/posix-zone.ts';
import { isoInZone, isZone, zoneNamed } from '../../src/domain/zone.ts';

const MINUTE = 60_000;

/** Rules that TZ may hold, and the zone that keeps them in these years. */
const RULES: [string, string][] = [
  ['CET-1CEST,M3.5.0,M10.5.0/3', 'Europe/Berlin'],
  ['EST5EDT', 'America/New_York'],
  ['EST5EDT,M3.2.0,M11.1.0', 'America/New_York'],
  ['NST3:30NDT,M3.2.0,M11.1.0', 'America/St_Johns'],
  ['<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', 'Australia/Lord_Howe'],
  ['NZST-12NZDT,M9.5.0,M4.1.0/3', 'Pacific/Auckland'],
  ['<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45', 'Pacific/Chatham'],
  ['IST-2IDT,M3.4.4/26,M10.5.0', 'Asia/Jerusalem'],
  ['EET-2EEST,M3.5.0/0,M10.5.0/0', 'Asia/Beirut'],
  ['JST-9', 'Asia/Tokyo'],
  ['<+0530>-5:30', 'Asia/Kolkata'],
  ['<-03>3', 'America/Sao_Paulo'],
  ['GMT+3', 'Etc/GMT+3'],
  ['UTC0', 'UTC'],
];

test.each(RULES)('%s is the clock of %s', (rule, name) => {
  const [zone, named] = [posixZone(rule), zoneNamed(name)];
  const minute = fc.integer({ min: Date.UTC(2024, 0) / MINUTE, max: Date.UTC(2030, 0) / MINUTE });
  fc.assert(
    fc.property(minute, (at) => {
      expect(zone?.offsetAt(at * MINUTE)).toBe(named.offsetAt(at * MINUTE));
    }),
    { numRuns: 300 },
  );
});

describe('days of a year', () => {
  const changes = (rule: string, year: number) => {
    const zone = zoneNamed(rule);
    const hours = Array.from({ length: 366 * 24 }, (_, i) => Date.UTC(year, 0, 1, i));
    return hours
      .filter((at) => zone.offsetAt(at) !== zone.offsetAt(at - 1))
      .map((at) => isoInZone(zone, at).slice(5, 16));
  };
  test.each([
    ['XXX0YYY,J60,J300', 2024, ['03-01T03:00', '10-27T01:00']],
    ['XXX0YYY,J60,J300', 2025, ['03-01T03:00', '10-27T01:00']],
    ['XXX0YYY,59,299', 2024, ['02-29T03:00', '10-26T01:00']],
    ['XXX0YYY,59,299', 2025, ['03-01T03:00', '10-27T01:00']],
    ['XXX0YYY,M5.5.1/-2,M6.4.3', 2025, ['05-25T23:00', '06-25T01:00']],
    ['XXX0YYY,0/0,J365/25', 2025, []],
  ])('%s changes in %i at %j', (rule, year, expected) => expect(changes(rule, year)).toEqual(expected));
});

test.each([
  'CET',
  'CET-1CEST,M3.5.0',
  'CET-1CEST,M13.5.0,M10.5.0',
  'CET-1CEST,J0,J366',
  'C-1',
  'CET-25',
  'Europe/Berlin',
  '',
  '-1',
])('"%s" is no rule', (text) => expect(posixZone(text)).toBeUndefined());

test.each([
  ['CET-1CEST,M3.5.0,M10.5.0/3', true],
  ['+05:45', true],
  ['-12:00', true],
  ['+14:15', false],
  ['+05:20', false],
  ['Asia/Tokio', false],
])('a log may name %s: %s', (name, known) => expect(isZone(name)).toBe(known));

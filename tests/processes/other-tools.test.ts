import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { type Program, program } from './program.ts';

beforeEach(needs('timew', 'hledger', 'ledger'));

let certtrack: Program;
/** A certtrack of its own for each log; the one before it is taken away. */
function freshCerttrack(): void {
  certtrack?.remove();
  certtrack = program();
  certtrack.ok('init', '--cert', 'gcp-pde');
}
afterAll(() => certtrack?.remove());

/** An interval as a person tells Timewarrior: wall-clock times of the zone it runs in. */
interface Interval {
  readonly from: string;
  readonly to: string;
  readonly tags: readonly string[];
}

/** Tracks intervals with the real Timewarrior in `zone` and returns what `timew export` writes. */
function timewExport(zone: string, intervals: readonly Interval[]): string {
  const env = { TIMEWARRIORDB: join(certtrack.folder, 'timew'), TZ: zone };
  const lines = intervals.map(({ from, to, tags }) => `timew :yes track ${from} - ${to} ${tags.join(' ')}`);
  const { code, out, err } = certtrack.bash(`set -e; (${lines.join('\n')}) < /dev/null > /dev/null; timew export`, env);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** Seconds by tag as Timewarrior's own export has them. */
function secondsOf(exported: string): Record<string, number> {
  const at = (text: string) => Date.parse(text.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  const sums: Record<string, number> = {};
  for (const { start, end, tags } of JSON.parse(exported) as { start: string; end: string; tags: string[] }[])
    for (const tag of tags) sums[tag] = (sums[tag] ?? 0) + (at(end) - at(start)) / 1000;
  return sums;
}

/** Minutes by account, as ledger counts them: to the second. */
function ledgerMinutes(timeclock: string): Record<string, number> {
  const file = join(certtrack.folder, 'hours.timeclock');
  writeFileSync(file, timeclock);
  const { code, out, err } = certtrack.bash(`ledger -f - balance --flat --no-total --base < ${file}`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows = [...out.matchAll(/^\s*(\d+)s\s+(\S+)$/gm)];
  return Object.fromEntries(rows.map(([, seconds, account]) => [account, Number(seconds) / 60]));
}

/** Hours by account, as hledger counts them: each entry rounded to 0.01 h. */
function hledgerHours(timeclock: string): Record<string, number> {
  const file = join(certtrack.folder, 'hours.timeclock');
  writeFileSync(file, timeclock);
  const { code, out, err } = certtrack.bash(`hledger -f timeclock:- balance --flat --no-total < ${file}`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows = [...out.matchAll(/^\s*([\d.,]+)h\s+(\S+)$/gm)];
  return Object.fromEntries(rows.map(([, hours, account]) => [account, Number(hours)]));
}

const LAKE = 'gcp-pde:storing-data:data-lake';
const SHARING = 'gcp-pde:preparing-and-using-data:sharing-data';
const wall = (day: string, clock: string) => `${day}T${clock}:00`;

describe.each([
  ['Europe/Berlin', '2026-03-29', '2025-10-26', 60],
  ['America/St_Johns', '2026-03-08', '2025-11-02', 60],
  ['Australia/Lord_Howe', '2025-10-05', '2026-04-05', 30],
])('%s, with both nights of daylight saving', (zone, spring, autumn, shift) => {
  // In Timewarrior a night with an hour left out or doubled is as long as it was.
  const intervals: Interval[] = [
    { from: wall(autumn, '00:30'), to: wall(autumn, '04:30'), tags: ['data-lake'] },
    { from: wall(autumn, '22:30'), to: wall(autumn, '23:59'), tags: ['sharing'] },
    { from: wall(spring, '00:30'), to: wall(spring, '04:30'), tags: ['data-lake'] },
    { from: wall(spring, '20:00'), to: wall(spring, '20:42'), tags: ['sharing', 'lab'] },
  ];

  test('timew export, import, export: ledger and hledger count the same hours as Timewarrior', () => {
    freshCerttrack();
    const exported = timewExport(zone, intervals);
    expect(secondsOf(exported)['data-lake']).toBe((240 + shift + 240 - shift) * 60);
    const imported = certtrack.bash(
      `$CERTTRACK import timewarrior "$FOLDER/timew.json" --map sharing=sharing-data --json`,
      { TZ: zone, ...fileWith('timew.json', exported) },
    );
    expect(JSON.parse(imported.out)).toMatchObject({ imported: 4, minutes: 480 + 89 + 42 });
    const timeclock = certtrack.run(['export', '--format', 'timeclock']).out;
    expect(ledgerMinutes(timeclock)).toEqual({ [LAKE]: 480, [SHARING]: 131 });
    const hours = hledgerHours(timeclock);
    expect(hours[LAKE]).toBe(8);
    // hledger rounds each entry to 36 seconds.
    expect(Math.abs((hours[SHARING] ?? 0) * 60 - 131)).toBeLessThan(2 * 0.3 + 0.01);
    const byNight = certtrack.run(['sessions', '--topic', 'data-lake', '--json']).out;
    expect(
      JSON.parse(byNight)
        .map(({ minutes }: { minutes: number }) => minutes)
        .sort(),
    ).toEqual([240 - shift, 240 + shift]);
  });
});

function fileWith(name: string, text: string): Record<string, never> {
  writeFileSync(join(certtrack.folder, name), text);
  return {};
}

test('whatever is tracked, totals agree to the minute, and a second import changes nothing', () => {
  const day = fc.integer({ min: 1, max: 28 });
  const clock = fc.tuple(fc.integer({ min: 5, max: 21 }), fc.integer({ min: 0, max: 59 }));
  const tag = fc.constantFrom('data-lake', 'sharing-data', 'storage-systems', 'other');
  const some = fc.uniqueArray(fc.record({ day, clock, minutes: fc.integer({ min: 1, max: 100 }), tag }), {
    selector: (one) => one.day,
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Kiritimati'), (days, zone) => {
      freshCerttrack();
      const pad = (n: number) => String(n).padStart(2, '0');
      const exported = timewExport(
        zone,
        days
          .sort((a, b) => a.day - b.day)
          .map(({ day, clock: [hour, minute], minutes, tag }) => {
            const end = hour * 60 + minute + minutes;
            const at = (total: number) =>
              wall(`2026-02-${pad(day)}`, `${pad(Math.floor(total / 60))}:${pad(total % 60)}`);
            return { from: at(end - minutes), to: at(end), tags: [tag] };
          }),
      );
      fileWith('timew.json', exported);
      const first = certtrack.bash('$CERTTRACK import timewarrior - --json < "$FOLDER/timew.json"', { TZ: zone });
      expect(JSON.parse(first.out)).toMatchObject({ imported: days.length });
      const timeclock = certtrack.ok('export', '--format', 'timeclock');
      const tracked = Object.entries(secondsOf(exported)).map(([tag, seconds]) => [tag, seconds / 60]);
      const counted = Object.entries(ledgerMinutes(timeclock)).map(([account, minutes]) => [
        account.split(':').at(-1),
        minutes,
      ]);
      expect(counted.sort()).toEqual(tracked.sort());
      const hours = hledgerHours(timeclock);
      const entries = days.length;
      for (const [account, minutes] of Object.entries(ledgerMinutes(timeclock)))
        expect(Math.abs((hours[account] ?? 0) * 60 - minutes)).toBeLessThan(0.3 * entries + 0.31);
      const second = certtrack.bash('$CERTTRACK import timewarrior - --json < "$FOLDER/timew.json"', { TZ: zone });
      expect(JSON.parse(second.out)).toMatchObject({ imported: 0, unchanged: days.length, kept: [] });
      // A timeclock comes back in with the same hours.
      fileWith('back.timeclock', timeclock);
      const back = join(certtrack.folder, 'back.db');
      certtrack.ok('init', '--cert', 'gcp-pde', '--db', back);
      certtrack.ok('import', 'timeclock', join(certtrack.folder, 'back.timeclock'), '--db', back);
      expect(ledgerMinutes(certtrack.ok('export', '--format', 'timeclock', '--db', back))).toEqual(
        ledgerMinutes(timeclock),
      );
    }),
    { numRuns: 6 },
  );
}, 120_000);

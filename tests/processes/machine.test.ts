import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, PDE } from '../store/logs.ts';
import { needs } from '../support/needs.ts';
import { type Program, program } from './program.ts';

let certtrack: Program;
beforeEach(() => {
  certtrack = program();
  certtrack.ok('init', '--cert', 'gcp-pde');
  certtrack.look((db) => addAll(db, [...inventedSessions(PDE, 200)]));
});
afterEach(() => certtrack.remove());

test.each([
  ['XYZ-5', 'Etc/GMT-5'],
  ['', 'UTC'],
  ['asia/tokyo', 'Asia/Tokyo'],
  ['EUROPE/BERLIN', 'Europe/Berlin'],
  [':Asia/Kathmandu', 'Asia/Kathmandu'],
  ['/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
  ['posix/Europe/Berlin', 'Europe/Berlin'],
  ['<+0545>-5:45', '+05:45'],
  ['NST3:30NDT,M3.2.0,M11.1.0', 'NST3:30NDT,M3.2.0,M11.1.0'],
])('TZ=%j records in %s at the time that date shows, and the log can be read afterwards', (zone, name) => {
  expect(certtrack.run(['add-session', 'other', '5m'], { TZ: zone })).toMatchObject({ code: 0, err: '' });
  const { started_at: start, timezone } = JSON.parse(certtrack.ok('show', 'last', '--json')) as Record<string, string>;
  expect(timezone).toBe(name);
  // The C library knows names in their own case only.
  const [tz] = /^[a-zA-Z]+\/[a-zA-Z]+$/.test(zone) ? [name] : [zone];
  expect(certtrack.bash(`date -d ${start} +%FT%H:%M:00%:z`, { TZ: tz ?? '' }).out.trim()).toBe(start);
  const doctor = JSON.parse(certtrack.run(['doctor', '--json'], { TZ: zone }).out);
  const checks = new Map(doctor.checks.map((one: { check: string; detail: string }) => [one.check, one.detail]));
  expect(checks.get('Zone')).toMatch(/^[^ ]+, now [+-]..:..: TZ is "/);
  expect(certtrack.run(['sessions'])).toMatchObject({ code: 0, err: '' });
  expect(certtrack.run(['export'])).toMatchObject({ code: 0, err: '' });
});

test.each([
  ['Asia/Tokio', 'Asia/Tokyo'],
  ['berlin', 'Europe/Berlin'],
  ['Europe', 'leave TZ out'],
  ['PST', 'leave TZ out'],
  ['CET-1CEST,M3.5.0,M13.5.0', 'leave TZ out'],
  ['/etc/passwd', 'leave TZ out'],
])('TZ=%s is refused rather than read as UTC, and the hint says %s', (zone, hint) => {
  for (const args of [['add-session', 'other', '5m'], ['status'], ['doctor']]) {
    const { code, out, err } = certtrack.run(args, { TZ: zone });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`TZ is "${zone}"`);
    expect(err).toContain(hint);
  }
  expect(certtrack.run(['help', 'dates'], { TZ: zone }).code).toBe(0);
});

test.each(['export', 'status', '--version'])('%s onto a full disk says so in one clear message', (command) => {
  const { code, err } = certtrack.bash(`$CERTTRACK ${command} > /dev/full`);
  expect(code).not.toBe(0);
  expect(err).toMatch(/^error: no space left/);
  expect(err.split('\n').length).toBeLessThan(4);
});

test('an export whose last piece does not fit is an error, and leaves the file that was there', () => {
  const out = join(certtrack.folder, 'log.csv');
  writeFileSync(out, 'last week’s export');
  const whole = certtrack.ok('export').length;
  const { code } = certtrack.bash(`ulimit -f ${Math.floor(whole / 1024) - 1}; $CERTTRACK export -o ${out} --force`);
  expect(code).not.toBe(0);
  expect(readFileSync(out, 'utf8')).toBe('last week’s export');
});

test('an export > file whose last piece does not fit is an error', () => {
  const whole = certtrack.ok('export').length;
  const { code } = certtrack.bash(`ulimit -f ${Math.floor(whole / 1024) - 1}; $CERTTRACK export > "$FOLDER/log.csv"`);
  expect(code).not.toBe(0);
});

test('export -o to a link writes where the link points', () => {
  const [link, file] = [join(certtrack.folder, 'link.csv'), join(certtrack.folder, 'real.csv')];
  writeFileSync(file, '');
  symlinkSync(file, link);
  certtrack.ok('export', '-o', link, '--force');
  expect(statSync(file).size).toBeGreaterThan(0);
});

test('export -o to a pipe writes into it', () => {
  const { out } = certtrack.bash(
    'mkfifo "$FOLDER/pipe"; (timeout 20 cat "$FOLDER/pipe") & timeout 20 $CERTTRACK export -o "$FOLDER/pipe" --force; wait',
  );
  expect(out).toContain('session_id,');
});

test('logging on a full disk is called a full disk', (context) => {
  needs('a small disk')(context);
  const { err } = certtrack.bash(
    `mkdir "$FOLDER/disk"; unshare -rm bash -c 'mount -t tmpfs -o size=700k none "$FOLDER/disk"; cp "$FOLDER/log.db" "$FOLDER/disk/"; head -c 700000 /dev/zero > "$FOLDER/disk/ballast" 2> /dev/null; $CERTTRACK add-session other 5m --json --db "$FOLDER/disk/log.db"'`,
  );
  expect(JSON.parse(err).error.code).toBe('disk_full');
});

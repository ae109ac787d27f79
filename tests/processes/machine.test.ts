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

test.each(['Not/AZone', 'XYZ-5', ''])('TZ=%j records, and the log can be read afterwards', (zone) => {
  expect(certtrack.run(['add-session', 'other', '5m'], { TZ: zone })).toMatchObject({ code: 0, err: '' });
  expect(certtrack.run(['sessions'])).toMatchObject({ code: 0, err: '' });
  expect(certtrack.run(['export'])).toMatchObject({ code: 0, err: '' });
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

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eachSession } from '../../src/store/each-session.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, csvOf, PDE } from '../store/logs.ts';
import { type NeededProgram, needs } from '../support/needs.ts';
import { type Program, program } from './program.ts';

let certtrack: Program;
beforeEach(() => {
  certtrack = program();
  certtrack.ok('init', '--cert', 'gcp-pde');
});
afterEach(() => certtrack.remove());

/** The notes of the log in a database that must be sound. */
function notesIn(file = certtrack.dbFile): (string | null)[] {
  return certtrack.look((db) => {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(evidenceDrift(db)).toEqual([]);
    return [...eachSession(db)].map(({ note }) => note);
  }, file);
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

test('twenty sessions logged at once all land', async () => {
  const notes = Array.from({ length: 20 }, (_, i) => `at once ${i}`);
  const ended = await Promise.all(
    notes.map((note) => certtrack.begin('add-session', 'sharing-data', '5m', '--note', note)),
  );
  for (const { code, err } of ended) expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(notesIn().sort()).toEqual([...notes].sort());
});

test('eight imports at once, into no database yet, make one log', async () => {
  const csv = join(certtrack.folder, 'log.csv');
  const db = join(certtrack.folder, 'fresh.db');
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 50)]));
  const ended = await Promise.all(
    Array.from({ length: 8 }, () => certtrack.begin('import', 'csv', csv, '--db', db, '--json')),
  );
  for (const { code, err } of ended) expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(ended.map(({ out }) => JSON.parse(out).imported).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 50]);
  expect(notesIn(db)).toHaveLength(50);
});

test('killed at any moment, certtrack keeps every session it said it logged', async () => {
  const acknowledged = join(certtrack.folder, 'acknowledged');
  const started = performance.now();
  certtrack.ok('status');
  const oneCommand = performance.now() - started;
  const rounds = 8;
  for (let round = 0; round < rounds; round++) {
    const note = `${round}-$i`;
    const loop = certtrack.beginBash(
      `for ((i = 0; ; i++)); do kill -0 $PPID || exit; $CERTTRACK add-session other 1m --note ${note} --quiet && echo ${note} >> ${acknowledged}; done`,
    );
    const ended = new Promise((resolve) => loop.once('exit', resolve));
    await sleep(oneCommand * (1 + round * 0.2));
    process.kill(-(loop.pid as number), 'SIGKILL');
    await ended;
  }
  const said = linesOf(acknowledged);
  const kept = notesIn();
  expect(said.length).toBeGreaterThan(0);
  expect(kept).toEqual(expect.arrayContaining(said));
  expect(kept.length - said.length).toBeLessThanOrEqual(rounds);
});

test('an import that is killed while it writes has imported everything or nothing', async () => {
  const csv = join(certtrack.folder, 'log.csv');
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 2000)]));
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  for (let round = 0; round < 3; round++) {
    const db = join(certtrack.folder, `${round}.db`);
    const importing = certtrack.beginBash(`exec $CERTTRACK import csv ${csv} --db ${db}`);
    const ended = new Promise((resolve) => importing.once('exit', resolve));
    const enough = 300_000 + round * 700_000;
    while (importing.exitCode === null && sizeOf(db) + sizeOf(`${db}-wal`) < enough) await sleep(1);
    importing.kill('SIGKILL');
    await ended;
    expect([0, 2000]).toContain(notesIn(db).length);
  }
});

/** Logs long notes until it fails; then `acknowledged` names those that did not, and `failure` holds the code and message. */
const LOG_UNTIL_IT_FAILS = `
  for i in {1..60}; do
    $CERTTRACK add-session other 1m --note "$LONG $i" --quiet --json 2> "$FOLDER/message" || { echo $? > "$FOLDER/failure"; break; }
    echo $i >> "$FOLDER/acknowledged"
  done`;
const AFTERWARDS = 'cp "$FOLDER"/disk/* "$FOLDER"/rescued/';

describe.each<{ what: string; script: string; needed: NeededProgram[] }>([
  {
    what: 'a file that may grow no further',
    script: `(ulimit -f 200; ${LOG_UNTIL_IT_FAILS}); ${AFTERWARDS}`,
    needed: [],
  },
  {
    what: 'a disk that is full',
    script: `unshare -rm bash -c 'mount -t tmpfs -o size=700k none "$FOLDER/disk"; cp "$FOLDER/log.db" "$FOLDER/disk/"; ${LOG_UNTIL_IT_FAILS}; ${AFTERWARDS}'`,
    needed: ['a small disk'],
  },
])('$what', ({ script, needed }) => {
  beforeEach(needs(...needed));

  test('ends in a clear error, and every session said to be logged is kept', () => {
    for (const name of ['disk', 'rescued']) mkdirSync(join(certtrack.folder, name));
    certtrack.bash('cp "$FOLDER/log.db" "$FOLDER/disk/"');
    certtrack.bash(script, { LONG: 'long '.repeat(4000), CERTTRACK_DB: join(certtrack.folder, 'disk', 'log.db') });
    const { error } = JSON.parse(readFileSync(join(certtrack.folder, 'message'), 'utf8'));
    expect(linesOf(join(certtrack.folder, 'failure'))).toEqual(['5']);
    expect(['disk_full', 'database_unwritable']).toContain(error.code);
    const numbers = notesIn(join(certtrack.folder, 'rescued', 'log.db')).map((note) => note?.trim().split(' ').at(-1));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.sort()).toEqual(linesOf(join(certtrack.folder, 'acknowledged')).sort());
    expect(
      certtrack.run(['add-session', 'other', '1m', '--db', join(certtrack.folder, 'rescued', 'log.db')]),
    ).toMatchObject({ code: 0 });
  });
});

test('an export that does not fit leaves the file that was there, and no other', () => {
  certtrack.look((db) => addAll(db, [...inventedSessions(PDE, 1000)]));
  const out = join(certtrack.folder, 'out', 'log.csv');
  mkdirSync(join(certtrack.folder, 'out'));
  writeFileSync(out, 'last week’s export');
  const { code, err } = certtrack.bash(`ulimit -f 80; $CERTTRACK export -o ${out} --force`);
  expect(code).not.toBe(0);
  expect(err).toMatch(/^error: .*log\.csv/);
  expect(certtrack.bash('ls "$FOLDER/out"; cat "$FOLDER"/out/*').out).toBe('log.csv\nlast week’s export');
});

describe('memory', () => {
  /** The most memory an export of so many sessions had at once, in MB. */
  function peakOfExporting(count: number): number {
    const file = join(certtrack.folder, `${count}.db`);
    const measured = join(certtrack.folder, `${count}.peak`);
    const measure = join(certtrack.folder, 'measure.cjs');
    writeFileSync(
      measure,
      `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(measured)}, String(process.resourceUsage().maxRSS)));`,
    );
    certtrack.look((db) => addAll(db, [...inventedSessions(PDE, count)]), file);
    const { out } = certtrack.bash(`NODE_OPTIONS="--require ${measure}" $CERTTRACK export --db ${file} | wc -l`);
    expect(out.trim()).toBe(String(count + 1));
    return Number(readFileSync(measured, 'utf8')) / 1024;
  }

  test('of an export stays flat however long the log is', () => {
    const few = peakOfExporting(2_000);
    const many = peakOfExporting(20_000);
    expect(few).toBeGreaterThan(20);
    expect(many - few).toBeLessThan(40);
  });
});

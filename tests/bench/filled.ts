import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays, fromDayNumber } from '../../src/domain/local-date.ts';
import { zoneNamed } from '../../src/domain/zone.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { csvLine } from '../../src/transfer/csv-text.ts';
import { inPieces } from '../../src/transfer/in-pieces.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';
import { inventedSessions } from './journey.ts';

export const MAIN = resolve('dist/certtrack.cjs');
export const CACHE = resolve('node_modules/.cache/bench');

const DAY_MS = 86_400_000;
const FRESH_DAYS = 7;

/** The environment certtrack runs in on a database of the benchmark. */
export function environment(db: string): NodeJS.ProcessEnv {
  return { ...process.env, CERTTRACK_DB: db, XDG_CONFIG_HOME: CACHE, TZ: 'Europe/Berlin' };
}

/** A database with so many sessions over so many years that end yesterday, made by the importer and then kept for a week. */
export function filled(sessions: number, years = 9): string {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `${sessions}-in-${years}-years-schema-${MIGRATIONS.length}.db`);
  if (existsSync(file) && Date.now() - statSync(file).mtimeMs < FRESH_DAYS * DAY_MS) return file;
  const csv = join(CACHE, `${sessions}.csv`);
  const making = join(CACHE, `${sessions}-making.db`);
  without(making);
  writeLog(csv, sessions, years);
  const certtrack = (...args: string[]) =>
    execFileSync(process.execPath, [MAIN, ...args], {
      env: environment(making),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  certtrack('init', '--cert', 'gcp-pde', '--hours', '6');
  certtrack('import', 'csv', csv, '--quiet');
  without(file);
  renameSync(making, file);
  without(making);
  rmSync(csv);
  return file;
}

/** Takes a database away with all that stands beside it. */
export function without(file: string): void {
  for (const ending of ['', '-wal', '-shm', '.backups']) rmSync(file + ending, { recursive: true, force: true });
}

function writeLog(csv: string, sessions: number, years: number): void {
  const edition = readSyllabus(resolve('syllabi/gcp-pde@2025.yaml'));
  const rows = sessionRowWriter(() => edition, zoneNamed);
  const yesterday = addDays(fromDayNumber(Math.floor(Date.now() / DAY_MS)), -1);
  function* lines(): Generator<string> {
    yield csvLine(SESSION_COLUMNS);
    for (const session of inventedSessions(edition, sessions, 1, yesterday, years))
      for (const row of rows(session)) yield csvLine(SESSION_COLUMNS.map((column) => row[column]));
  }
  const file = openSync(csv, 'w');
  for (const piece of inPieces(lines())) writeSync(file, piece);
  closeSync(file);
}

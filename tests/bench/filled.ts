import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zoneNamed } from '../../src/domain/zone.ts';
import { csvLine } from '../../src/render/csv.ts';
import { inPieces } from '../../src/render/stream.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';
import { inventedSessions } from './journey.ts';

export const MAIN = resolve('dist/main.cjs');
const CACHE = resolve('node_modules/.cache/bench');

/** A database with so many sessions, made by the importer: once for each size and schema, then kept. */
export function filled(sessions: number): string {
  mkdirSync(CACHE, { recursive: true });
  const name = `${sessions}-v${MIGRATIONS.length}`;
  const file = join(CACHE, `${name}.db`);
  if (existsSync(file)) return file;
  const [csv, making] = [join(CACHE, `${name}.csv`), join(CACHE, `${name}-making.db`)];
  for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true });
  writeLog(csv, sessions);
  const certtrack = (...args: string[]) =>
    execFileSync(process.execPath, [MAIN, ...args], {
      env: { ...process.env, CERTTRACK_DB: making, XDG_CONFIG_HOME: CACHE, TZ: 'Europe/Berlin' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  certtrack('init', '--cert', 'gcp-pde', '--hours', '6');
  certtrack('import', 'csv', csv, '--quiet');
  rmSync(csv);
  renameSync(making, file);
  return file;
}

function writeLog(csv: string, sessions: number): void {
  const edition = readSyllabus(resolve('syllabi/gcp-pde@2025.yaml'));
  const rows = sessionRowWriter(() => edition, zoneNamed);
  function* lines(): Generator<string> {
    yield csvLine(SESSION_COLUMNS);
    for (const session of inventedSessions(edition, sessions))
      for (const row of rows(session)) yield csvLine(SESSION_COLUMNS.map((column) => row[column]));
  }
  const file = openSync(csv, 'w');
  for (const piece of inPieces(lines())) writeSync(file, piece);
  closeSync(file);
}

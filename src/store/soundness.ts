import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { CerttrackError } from '../errors.ts';
import { pause } from './pause.ts';
import { type Db, openSqlite } from './sqlite.ts';

/** Marks a SQLite file as certtrack's ("CTRK"). */
export const APPLICATION_ID = 0x4354524b;

const HEADER = 100;
const MAGIC = 'SQLite format 3';
const LOOKS = 3;
const PAUSE_MS = 20;

/**
 * What a file's own header gives away and SQLite does not notice: that the file was cut short (it notices lost pages but neither a page that
 * lost its end nor an empty file, which it takes for a new one), or that a flipped bit says it must not be written. Files with a write-ahead
 * log are left to SQLite, which may be about to complete them; for the same reason a short one is looked at more than once.
 */
export function headerProblem(file: string): 'is cut short' | 'has a damaged header' | undefined {
  for (let look = 1; ; look++) {
    const problem = problemInHeader(file);
    const unfinished = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    if (problem !== 'is cut short') return problem;
    if (unfinished) return undefined;
    if (look === LOOKS) return problem;
    pause(PAUSE_MS);
  }
}

/** The page size is two bytes at 16 (1 means 65536), how to write and read (1 or 2) a byte each at 18, the number of pages four bytes at 28. */
function problemInHeader(file: string): ReturnType<typeof headerProblem> {
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER);
    const { size } = fstatSync(handle);
    const read = readSync(handle, header, 0, HEADER, 0);
    // The beginning of a database; other short files are none, which SQLite says.
    if (read < HEADER)
      return MAGIC.startsWith(header.toString('latin1', 0, Math.min(read, MAGIC.length))) ? 'is cut short' : undefined;
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
    if ([18, 19].some((at) => header[at] !== 1 && header[at] !== 2)) return 'has a damaged header';
    const stated = header.readUInt16BE(16);
    return size < header.readUInt32BE(28) * (stated === 1 ? 65_536 : stated) ? 'is cut short' : undefined;
  } finally {
    closeSync(handle);
  }
}

/** What SQLite finds wrong with a database, at most so many lines; none when all is well. `quick_check` leaves out that indexes fit their tables. */
export function damageIn(db: Db, check: 'quick_check' | 'integrity_check'): string[] {
  try {
    const said = db.pragma(`${check}(20)`) as Record<string, string>[];
    return said.map((row) => String(Object.values(row)[0])).filter((text) => text !== 'ok');
  } catch (error) {
    // Some damage cannot even be looked at.
    if (error instanceof Error && /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(String((error as { code?: unknown }).code)))
      return [error.message];
    throw error;
  }
}

/**
 * What is wrong with a file that should be a certtrack database, in one line; `undefined` when nothing is.
 * @throws database_unwritable when there is no SQLite to look with, which is no fault of the file
 */
export function problemWith(file: string, check: 'quick_check' | 'integrity_check'): string | undefined {
  let db: Db | undefined;
  try {
    const header = headerProblem(file);
    if (header !== undefined) return `it ${header}`;
    // Not `readonly`: SQLite leaves CHECK constraints out of a database it may not write, and this is to check them.
    db = openSqlite(file, { fileMustExist: true });
    db.pragma('query_only = ON');
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'it is not a certtrack database';
    return damageIn(db, check)[0];
  } catch (error) {
    if (error instanceof CerttrackError) throw error;
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
}

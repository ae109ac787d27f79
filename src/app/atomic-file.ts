import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CerttrackError } from '../errors.ts';

/**
 * Writes a file as a whole or not at all: into a new file beside it, synced, then renamed. A link keeps pointing at its target, and
 * what is no regular file, such as a device or a pipe, is written to directly. @throws usage when it exists and `replace` is false
 */
export function atomicFile(named: string, pieces: Iterable<string>, replace: boolean): void {
  try {
    const present = refuseExisting(named, replace);
    const file = present ? realpathSync(named) : named;
    if (present && !present.isFile()) writeAll(openSync(file, 'w'), pieces);
    else writeBeside(file, pieces);
  } catch (error) {
    throw asFileError(named, error);
  }
}

/** What is at that place, if anything. @throws usage when it is a file and `replace` is false */
export function refuseExisting(named: string, replace: boolean): Stats | undefined {
  const present = statOf(named);
  if (present?.isFile() && !replace)
    throw new CerttrackError('usage', `${named} exists already`, 'Add --force to replace it, or name another file');
  return present;
}

function statOf(named: string): Stats | undefined {
  try {
    return statSync(named, { throwIfNoEntry: false });
  } catch (error) {
    throw asFileError(named, error);
  }
}

function writeBeside(file: string, pieces: Iterable<string>): void {
  const draft = `${file}.certtrack-new`;
  try {
    writeAll(openSync(draft, 'w', 0o600), pieces);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Unlike `writeSync`, which may write less than it was given, `writeFileSync` writes all of it or throws. */
function writeAll(handle: number, pieces: Iterable<string>): void {
  try {
    for (const piece of pieces) writeFileSync(handle, piece);
    if (fstatSync(handle).isFile()) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function asFileError(file: string, error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CerttrackError(
      'disk_full',
      `no space left to write ${file}`,
      'Nothing was written; free some space and repeat the command',
      error,
    );
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code) && !(error instanceof CerttrackError))
    return new CerttrackError(
      'usage',
      `cannot write ${file}`,
      `Check the folder ${dirname(file)} and its permissions`,
      error,
    );
  return error;
}

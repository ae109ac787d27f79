import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { CerttrackError } from '../errors.ts';

/** Writes a file as a whole or not at all: into a new file beside it, synced, then renamed. @throws usage when it exists and `replace` is false */
export function atomicFile(file: string, pieces: Iterable<string>, replace: boolean): void {
  if (existsSync(file) && !replace)
    throw new CerttrackError('usage', `${file} exists already`, 'Add --force to replace it, or name another file');
  const draft = `${file}.certtrack-new`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      for (const piece of pieces) writeSync(handle, piece);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw asFileError(file, error);
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

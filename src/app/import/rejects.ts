import { existsSync } from 'node:fs';
import { CerttrackError } from '../../errors.ts';
import { csvRecords } from '../../transfer/csv-records.ts';
import type { RowProblem } from '../../transfer/found.ts';
import { atomicFile } from '../atomic-file.ts';
import type { ImportFormat } from './formats.ts';

/** Writes rejected rows to a file of the same format, to be mended and imported. Without any, no file is written. @throws usage */
export function writeRejects(
  file: string,
  format: ImportFormat,
  problems: readonly RowProblem[],
  text: Iterable<string>,
): void {
  if (problems.length === 0) return;
  if (existsSync(file))
    throw new CerttrackError(
      'usage',
      `${file} exists already; nothing was imported`,
      'Name another file with --skip-bad',
    );
  const [header] = format.underHeader ? csvRecords(text) : [];
  const rows = problems.map((problem) => problem.text ?? '');
  atomicFile(file, [format.rejects(rows, header?.text ?? '')], false);
}

import { chmodSync, existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { syncService } from '../../domain/synced-folder.ts';
import { plural } from '../../domain/words.ts';
import type { Instant } from '../../domain/zone.ts';
import { backupPath, backupsFolder, listBackups, unfinishedBackups } from '../../store/backups.ts';
import type { Finding } from './finding.ts';

const OTHERS = 0o077;
/** SQLite writes the log back every 4 MB; a larger one was kept from it for long. */
const LARGE_WAL = 64 * 1024 * 1024;

/** Where the database lies: a service that copies it file by file, while it is written, damages it sooner or later. */
export function placeFinding(file: string): Finding {
  const service = syncService(realpathSync(file), (folder) => existsSync(join(folder, '.stfolder')));
  return service === undefined
    ? { check: 'Place', ok: true, detail: file }
    : {
        check: 'Place',
        ok: false,
        detail: `${file} is synchronised by ${service}, which copies it while it is written`,
        cure: 'move it to another folder and tell certtrack: certtrack config set db FILE',
      };
}

/** Whether anybody but the owner may read the log or its backups. */
export function modesFinding(file: string): Finding {
  const open = filesOpenToOthers(file);
  return open.length === 0
    ? { check: 'Privacy', ok: true, detail: 'only you can read the database and its backups' }
    : { check: 'Privacy', ok: false, detail: `others may read ${namesOf(open)}`, cure: 'certtrack doctor --fix' };
}

/** Takes everybody's access away but the owner's. */
export function closeToOthers(file: string): void {
  for (const path of filesOpenToOthers(file)) chmodSync(path, statSync(path).mode & 0o700);
}

/** What stopped commands and other programs left lying about. */
export function leftoversFinding(file: string, now: Instant): Finding {
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const left = leftovers(file, now);
  const said = [
    ...(left.length > 0 ? [`left by stopped commands: ${namesOf(left)}`] : []),
    ...(wal > LARGE_WAL ? [`the write-ahead log has grown to ${Math.round(wal / 1e6)} MB`] : []),
  ];
  return said.length === 0
    ? { check: 'Leftovers', ok: true, detail: 'none' }
    : { check: 'Leftovers', ok: false, detail: said.join('; '), cure: 'certtrack doctor --fix' };
}

export function removeLeftovers(file: string, now: Instant): void {
  for (const path of leftovers(file, now)) rmSync(path, { force: true });
}

function leftovers(file: string, now: Instant): string[] {
  return [...unfinishedBackups(file, now), ...[`${file}.certtrack-new`].filter((path) => existsSync(path))];
}

function filesOpenToOthers(file: string): string[] {
  if (platform() === 'win32') return [];
  const backups = listBackups(file).map((backup) => backupPath(file, backup));
  return [file, `${file}-wal`, `${file}-shm`, backupsFolder(file), ...backups].filter(
    (path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0,
  );
}

function namesOf(paths: readonly string[]): string {
  const more = paths.length > 2 ? ` and ${plural(paths.length - 2, 'more file')}` : '';
  return paths.slice(0, 2).join(', ') + more;
}

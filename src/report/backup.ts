import type { BackupList, CheckedBackup, CreatedBackup, Restored } from '../app/backup/backups.ts';
import type { Backup, BackupReason } from '../domain/backup.ts';
import { momentText } from '../domain/moment.ts';
import { plural } from '../domain/words.ts';
import { isoUtc, type Zone } from '../domain/zone.ts';
import { type Block, type Cell, type Json, line, muted, type Report, strong } from './doc.ts';
import { DASH } from './words.ts';

const WHY: Record<BackupReason, string> = {
  daily: 'first change of a day',
  manual: 'made by hand',
  upgrade: 'before an upgrade',
  import: 'before an import',
  restore: 'before a restore',
  fix: 'before doctor --fix',
  migrate: 'before a migration',
};

/** The JSON contract of a backup. */
function backupData({ name, at, reason, bytes }: Backup): { readonly [key: string]: Json } {
  return { name, at: isoUtc(at), reason, bytes };
}

/** Every backup, newest first. */
export function backupsReport({ backups, folder }: BackupList, zone: Zone): Report {
  return {
    title: 'Backups',
    data: backups.map(backupData),
    blocks: [
      ...(backups.length === 0
        ? [line('No backups yet. The first change of a day makes one; so does: certtrack backup create')]
        : [
            {
              kind: 'table' as const,
              columns: [
                { key: 'name', header: 'Name' },
                { key: 'at', header: 'When', rank: 1 },
                { key: 'reason', header: 'Why' },
                { key: 'bytes', header: 'Size', align: 'right' as const },
              ],
              rows: backups.map((backup): Cell[] => [
                { text: backup.name },
                { text: momentText(backup.at, zone), value: isoUtc(backup.at) },
                { text: WHY[backup.reason], value: backup.reason },
                { text: sizeText(backup.bytes), value: backup.bytes },
              ]),
            },
          ]),
      line(muted(`In ${folder}`)),
    ],
  };
}

/** What `backup create` did; nothing when the day has its backup already. */
export function backupCreatedReport({ backup, sessions, path }: CreatedBackup): Report {
  if (backup === undefined)
    return { title: 'Backup', data: { backup: null }, blocks: [line('Today has its backup already.')] };
  return {
    title: 'Backup',
    data: { backup: { ...backupData(backup), path, sessions } },
    blocks: [
      line('Backed up ', strong(plural(sessions, 'session')), ` (${sizeText(backup.bytes)}): ${backup.name}`),
      line(muted(path)),
    ],
  };
}

/** What `backup verify` found. */
export function verifiedReport(checked: readonly CheckedBackup[], zone: Zone): Report {
  return {
    title: 'Backups checked',
    data: checked.map(({ name, sessions, lastChange, problem }) => ({
      name,
      ok: problem === undefined,
      problem: problem ?? null,
      sessions,
      last_change: lastChange === null ? null : isoUtc(lastChange),
    })),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'name', header: 'Name' },
          { key: 'state', header: 'State', flexible: true },
          { key: 'sessions', header: 'Sessions', align: 'right' },
          { key: 'last_change', header: 'Last change', rank: 1 },
        ],
        rows: checked.map(({ name, sessions, lastChange, problem }): Cell[] => [
          { text: name },
          problem === undefined ? { text: 'sound', tone: 'good' } : { text: `damaged: ${problem}`, tone: 'bad' },
          sessions === null ? DASH : { text: String(sessions), value: sessions },
          lastChange === null ? DASH : { text: momentText(lastChange, zone), value: isoUtc(lastChange) },
        ]),
      },
    ],
  };
}

/** `312 kB`, `1.2 MB`. */
function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What a restore put in place, and how to undo it. */
export function restoredReport({ name, sessions, lastChange, kept, setAside }: Restored, zone: Zone): Report {
  const until = lastChange === null ? '' : `, last changed ${momentText(lastChange, zone)}`;
  const before: Block[] = kept
    ? [line(muted(`The database as it was: certtrack backup restore ${kept.name}`))]
    : setAside === undefined
      ? []
      : [line(muted(`The damaged file is kept: ${setAside}`))];
  return {
    title: 'Restored',
    data: { restored: name, sessions, kept: kept ? kept.name : null, set_aside: setAside ?? null },
    blocks: [line(`Restored ${name}: `, strong(plural(sessions, 'session')), until), ...before],
  };
}

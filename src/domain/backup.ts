import { type LocalDate, onOrBefore } from './local-date.ts';
import { type Instant, isoUtc } from './zone.ts';

/** Why a backup was made: by the day, by hand, or before something that changes a lot at once. */
export const BACKUP_REASONS = ['daily', 'manual', 'upgrade', 'import', 'restore', 'fix', 'migrate'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A copy of the database. Its name says when and why it was made. */
export interface Backup {
  readonly name: string;
  readonly at: Instant;
  readonly reason: BackupReason;
  readonly bytes: number;
}

const SECOND = 1000;

/** `2026-09-22T17-45-00Z-daily`. */
export function backupName(at: Instant, reason: BackupReason): string {
  return `${isoUtc(Math.floor(at / SECOND) * SECOND).replaceAll(':', '-')}-${reason}`;
}

/** When and why the backup of that name was made; `undefined` for other names. */
export function parseBackupName(name: string): Pick<Backup, 'name' | 'at' | 'reason'> | undefined {
  const [, date, hours, minutes, seconds, word] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-([a-z]+)$/.exec(name) ?? [];
  const reason = BACKUP_REASONS.find((known) => known === word);
  const at = Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`);
  return reason === undefined || Number.isNaN(at) ? undefined : { name, at, reason };
}

const KEPT = { days: 10, weeks: 8, months: 12, automatic: 10 } as const;
/** Reasons of backups made before something that changes a lot at once. */
const AUTOMATIC: readonly BackupReason[] = ['import', 'restore', 'fix', 'migrate'];

/**
 * The backups a rotation may delete. Of the daily ones it keeps the last of each of ten days, eight weeks and twelve months that have
 * any; of those made before imports the last ten, as of those before restores, fixes and moves to another edition. What people made, and
 * what an upgrade did, is theirs.
 */
export function expendable(backups: readonly Backup[], dayOf: (at: Instant) => LocalDate): Backup[] {
  const newest = backups.toSorted((a, b) => b.at - a.at);
  const daily = newest.filter(({ reason }) => reason === 'daily');
  const kept = new Set([
    ...lastOf(daily, ({ at }) => dayOf(at), KEPT.days),
    ...lastOf(daily, ({ at }) => onOrBefore(dayOf(at), 'monday'), KEPT.weeks),
    ...lastOf(daily, ({ at }) => dayOf(at).slice(0, 7), KEPT.months),
    ...newest.filter(({ reason }) => reason === 'manual' || reason === 'upgrade'),
    ...AUTOMATIC.flatMap((own) => newest.filter(({ reason }) => reason === own).slice(0, KEPT.automatic)),
  ]);
  return newest.filter((backup) => !kept.has(backup));
}

/** The last backup of each of the newest so many periods. */
function lastOf(newest: readonly Backup[], periodOf: (backup: Backup) => string, periods: number): Backup[] {
  const byPeriod = new Map<string, Backup>();
  for (const backup of newest) if (!byPeriod.has(periodOf(backup))) byPeriod.set(periodOf(backup), backup);
  return [...byPeriod.values()].slice(0, periods);
}

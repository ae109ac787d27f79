import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACKUP_REASONS, type Backup, backupName, expendable, parseBackupName } from '../../src/domain/backup.ts';
import { remembered } from '../../src/domain/remembered.ts';
import { studyDateAt, zoneNamed } from '../../src/domain/zone.ts';

const DAY = 86_400_000;
const FIRST = Date.parse('2025-01-01T19:00:00Z');
const dayOf = remembered((at: number) => studyDateAt(zoneNamed('Europe/Berlin'), at, 240));
const daily = (day: number): Backup => ({
  name: backupName(FIRST + day * DAY, 'daily'),
  at: FIRST + day * DAY,
  reason: 'daily',
  bytes: 1,
});

/** The daily backups left after every day of `days` made one and rotated. */
function after(days: readonly number[]): Backup[] {
  let kept: Backup[] = [];
  for (const day of days) {
    kept.push(daily(day));
    const gone = new Set(expendable(kept, dayOf));
    kept = kept.filter((backup) => !gone.has(backup));
  }
  return kept;
}

test('two years of daily backups leave ten days, eight weeks and twelve months', () => {
  const kept = after(Array.from({ length: 730 }, (_, day) => day)).map(({ at }) => dayOf(at));
  expect(kept.slice(-10)).toEqual(Array.from({ length: 10 }, (_, i) => dayOf(FIRST + (720 + i) * DAY)));
  expect(new Set(kept.map((date) => date.slice(0, 7))).size).toBe(12);
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThanOrEqual(10 + 8 + 12);
  // The last study day of each month of the past.
  expect(kept).toEqual(expect.arrayContaining(['2026-01-31', '2026-06-30', '2026-11-30']));
});

test('a person who studies now and then keeps what there is', () => {
  const rare = [0, 40, 80, 120, 160];
  expect(after(rare)).toHaveLength(rare.length);
});

test('the newest daily backup, those made by hand and those of upgrades are never expendable', () => {
  const anyBackup = fc
    .record({ day: fc.nat(800), reason: fc.constantFrom(...BACKUP_REASONS) })
    .map(({ day, reason }): Backup => ({ ...daily(day), reason, name: backupName(FIRST + day * DAY, reason) }));
  fc.assert(
    fc.property(fc.array(anyBackup, { maxLength: 60 }), (backups) => {
      const gone = expendable(backups, dayOf);
      const newest = backups.filter(({ reason }) => reason === 'daily').sort((a, b) => b.at - a.at)[0];
      expect(gone.filter(({ at }) => newest && at === newest.at && gone.includes(newest))).toEqual([]);
      expect(gone.filter(({ reason }) => reason === 'manual' || reason === 'upgrade')).toEqual([]);
      expect(backups.length - gone.length).toBeGreaterThanOrEqual(Math.min(backups.length, 1));
    }),
  );
});

test('a name tells when and why, and no other file is taken for a backup', () => {
  const at = Date.parse('2026-09-22T17:45:09.500Z');
  expect(backupName(at, 'import')).toBe('2026-09-22T17-45-09Z-import');
  expect(parseBackupName('2026-09-22T17-45-09Z-import')).toEqual({
    name: '2026-09-22T17-45-09Z-import',
    at: Date.parse('2026-09-22T17:45:09Z'),
    reason: 'import',
  });
  for (const name of ['', 'notes', '2026-09-22', '2026-09-22T17-45-09Z-other', '2026-99-22T17-45-09Z-daily'])
    expect(parseBackupName(name)).toBeUndefined();
});

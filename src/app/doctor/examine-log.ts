import { momentText } from '../../domain/moment.ts';
import { plural } from '../../domain/words.ts';
import { isoInZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { listBackups, makeBackup, newestGood } from '../../store/backups.ts';
import type { Db } from '../../store/sqlite.ts';
import { rebuildEvidence } from '../../store/topic-days.ts';
import type { Env } from '../env.ts';
import { closeToOthers, leftoversFinding, modesFinding, placeFinding, removeLeftovers } from './file-checks.ts';
import type { Finding } from './finding.ts';
import { integrityFinding, logFindings, RESTORE } from './log-checks.ts';

/** Every finding, the backup made before mending, and why it is no good news where something is wrong. */
export interface Examined {
  readonly findings: readonly Finding[];
  readonly backup: string | undefined;
  readonly failure: CerttrackError | undefined;
}

/** Whether to mend what can be mended, and the TZ variable the zone of the clock was taken from. */
interface ExamineInput {
  readonly fix: boolean;
  readonly tz: string | undefined;
}

/** Checks the log and all around it; with `fix` mends what can be mended, after a backup. */
export async function examineLog(env: Env, { fix, tz }: ExamineInput): Promise<Examined> {
  const { dbFile, now, dryRun } = env;
  const db = await openOrTell(env);
  const first = [...findingsOf(env, db), zoneFinding(env, tz)];
  const mendable = fix && !dryRun && first.some(({ cure, ok }) => !ok && cure?.includes('--fix'));
  const sound = first.every(({ check, ok }) => ok || check !== 'Database');
  const backup =
    mendable && sound && !(db instanceof CerttrackError) ? makeBackup(db, dbFile, 'fix', now.instant) : undefined;
  if (mendable && sound && !(db instanceof CerttrackError)) mend(env, db);
  const findings = mendable ? withMended(first, [...findingsOf(env, db), zoneFinding(env, tz)]) : first;
  const wrong = findings.filter(({ ok }) => !ok).length;
  return {
    findings,
    backup: backup?.name,
    failure:
      wrong === 0
        ? undefined
        : new CerttrackError('unhealthy', `${plural(wrong, 'check')} of ${findings.length} found something wrong`),
  };
}

/** The database, or why it could not be opened, which is a finding here. @throws what is no damage */
async function openOrTell(env: Env): Promise<Db | CerttrackError> {
  try {
    return await env.open();
  } catch (error) {
    if (error instanceof CerttrackError && error.code === 'database_damaged') return error;
    throw error;
  }
}

function findingsOf(env: Env, db: Db | CerttrackError): Finding[] {
  const { dbFile, now } = env;
  const files = [
    backupsFinding(env),
    placeFinding(dbFile),
    modesFinding(dbFile),
    leftoversFinding(dbFile, now.instant),
  ];
  if (db instanceof CerttrackError)
    return [{ check: 'Database', ok: false, detail: db.message, cure: RESTORE }, ...files];
  const database = integrityFinding(db);
  // What SQLite cannot read cannot be compared either.
  return database.ok ? [database, ...logFindings(db, now.instant), ...files] : [database, ...files];
}

function zoneFinding({ now: { zone, instant } }: Env, tz: string | undefined): Finding {
  const why = tz === undefined ? 'the zone of the system' : `TZ is "${tz}"`;
  return { check: 'Zone', ok: true, detail: `${zone.name}, now ${isoInZone(zone, instant).slice(-6)}: ${why}` };
}

function backupsFinding({ dbFile, now }: Env): Finding {
  const backups = listBackups(dbFile);
  const good = newestGood(dbFile);
  const check = 'Backups';
  if (good === undefined)
    return backups.length === 0
      ? { check, ok: false, detail: 'there are none yet', cure: 'certtrack backup create' }
      : { check, ok: false, detail: `none of ${backups.length} is sound`, cure: 'certtrack backup create' };
  const newest = `the newest of ${momentText(good.at, now.zone)}`;
  return backups[0]?.name === good.name
    ? { check, ok: true, detail: `${backups.length}, ${newest}` }
    : {
        check,
        ok: false,
        detail: `${backups[0]?.name} is damaged; ${newest} is sound`,
        cure: 'certtrack backup create',
      };
}

function mend({ dbFile, now }: Env, db: Db): void {
  rebuildEvidence(db);
  closeToOthers(dbFile);
  removeLeftovers(dbFile, now.instant);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function withMended(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  return after.map((finding) =>
    finding.ok && before.some(({ check, ok }) => check === finding.check && !ok)
      ? { ...finding, mended: true }
      : finding,
  );
}

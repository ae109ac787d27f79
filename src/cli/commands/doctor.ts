import { isoInZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { momentText } from '../../report/backup.ts';
import { doctorReport, type Finding } from '../../report/doctor.ts';
import { plural } from '../../report/words.ts';
import { listBackups, makeBackup, newestGood } from '../../store/backups.ts';
import type { Db } from '../../store/open.ts';
import { rebuildEvidence } from '../../store/topic-days.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { closeToOthers, leftoversFinding, modesFinding, placeFinding, removeLeftovers } from '../file-checks.ts';
import { examples, type Program } from '../help.ts';
import { integrityFinding, logFindings, RESTORE } from '../log-checks.ts';
import { examine } from '../perform.ts';

export function doctorCommand(program: Program, app: App): void {
  program
    .command('doctor')
    .summary('is everything sound?')
    .description(
      'Checks the database, its evidence and its journal against the log, its backups, where it lies and who may read it. Exit code 1 when something is wrong.',
    )
    .option('--fix', 'mend what can be mended, after a backup')
    .addHelpText('before', examples('certtrack doctor', 'certtrack doctor --fix', 'certtrack doctor --json'))
    .action((options, command) => examine(app, command, (context) => doctor(context, options.fix ?? false)));
}

async function doctor(context: Context, fix: boolean) {
  const { dbFile, now, options } = context;
  const db = await openOrTell(context);
  const first = findingsOf(context, db);
  const mendable = fix && !options.dryRun && first.some(({ cure, ok }) => !ok && cure?.includes('--fix'));
  const sound = first.every(({ check, ok }) => ok || check !== 'Database');
  const backup =
    mendable && sound && !(db instanceof CerttrackError) ? makeBackup(db, dbFile, 'fix', now.instant) : undefined;
  if (mendable && sound && !(db instanceof CerttrackError)) mend(context, db);
  const findings = mendable ? withMended(first, findingsOf(context, db)) : first;
  const wrong = findings.filter(({ ok }) => !ok).length;
  return {
    report: doctorReport(findings, backup?.name),
    failure:
      wrong === 0
        ? undefined
        : new CerttrackError('unhealthy', `${plural(wrong, 'check')} of ${findings.length} found something wrong`),
  };
}

/** The database, or why it could not be opened, which is a finding here. @throws what is no damage */
async function openOrTell(context: Context): Promise<Db | CerttrackError> {
  try {
    return await context.open();
  } catch (error) {
    if (error instanceof CerttrackError && error.code === 'database_damaged') return error;
    throw error;
  }
}

function findingsOf(context: Context, db: Db | CerttrackError): Finding[] {
  const { dbFile, now } = context;
  const files = [
    backupsFinding(context),
    placeFinding(dbFile),
    modesFinding(dbFile),
    leftoversFinding(dbFile, now.instant),
    zoneFinding(context),
  ];
  if (db instanceof CerttrackError)
    return [{ check: 'Database', ok: false, detail: db.message, cure: RESTORE }, ...files];
  const database = integrityFinding(db);
  // What SQLite cannot read cannot be compared either.
  return database.ok ? [database, ...logFindings(db, now.instant), ...files] : [database, ...files];
}

function zoneFinding({ app: { env }, now: { zone, instant } }: Context): Finding {
  const why = env.TZ === undefined ? 'the zone of the system' : `TZ is "${env.TZ}"`;
  return { check: 'Zone', ok: true, detail: `${zone.name}, now ${isoInZone(zone, instant).slice(-6)}: ${why}` };
}

function backupsFinding({ dbFile, now }: Context): Finding {
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

function mend({ dbFile, now }: Context, db: Db): void {
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

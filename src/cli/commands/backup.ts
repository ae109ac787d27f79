import { backupList, backupToRestore, createBackup, restore, verifyBackups } from '../../app/backup/backups.ts';
import { momentText } from '../../domain/moment.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { backupCreatedReport, backupsReport, restoredReport, verifiedReport } from '../../report/backup.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, answer, examine } from '../perform.ts';

export function backupCommand(program: Program, app: App): void {
  const backup = program
    .command('backup')
    .helpCommand(false)
    .summary('copies of the database; create, verify, restore')
    .description(
      'Lists copies of the database, newest first, in a folder beside it. certtrack makes one on the first change of a day and before imports, upgrades and restores.',
    )
    .addHelpText('before', examples('certtrack backup', 'certtrack backup create', 'certtrack backup restore newest'))
    .action((_options, command) =>
      answer(app, command, async (context) => backupsReport(backupList(context), context.now.zone)),
    );
  backup
    .command('create')
    .summary('make one now')
    .option('--daily', 'only when today has none, then delete what is no longer kept; for a timer of your own')
    .addHelpText('before', examples('certtrack backup create', 'certtrack backup create --daily --quiet'))
    .action(({ daily = false }, command) =>
      act(app, command, async (context) => backupCreatedReport(await createBackup(context, daily))),
    );
  backup
    .command('verify')
    .summary('check that backups are sound and count what is in them')
    .argument('[backup...]', 'names as backup lists them, "newest", or files; all of them otherwise')
    .addHelpText('before', examples('certtrack backup verify', 'certtrack backup verify newest'))
    .action((names, _options, command) =>
      examine(app, command, async (context) => {
        const { checked, failure } = await verifyBackups(context, names);
        return { report: verifiedReport(checked, context.now.zone), failure };
      }),
    );
  backup
    .command('restore')
    .summary('put a backup in place of the database')
    .description(
      'Puts a backup in place of the database. The database as it was becomes a backup too, so this can be undone.',
    )
    .argument('<backup>', 'a name as backup lists it, its beginning, "newest", or a file')
    .addHelpText(
      'before',
      examples('certtrack backup restore newest', 'certtrack backup restore 2026-09-22T17-45-00Z-daily'),
    )
    .action((name, _options, command) => act(app, command, (context) => restoreNamed(context, name)));
}

async function restoreNamed(context: Context, text: string) {
  const { now, options, ask, dryRun } = context;
  const backup = await backupToRestore(context, text);
  const { name, sessions, lastChange } = backup;
  const what = `${plural(sessions, 'session')}${lastChange === null ? '' : `, last changed ${momentText(lastChange, now.zone)}`}`;
  if (ask && !options.yes && !dryRun && !(await ask.confirm(`Put ${name} (${what}) in place?`, false)))
    throw new CerttrackError('interrupted', 'cancelled; nothing was changed');
  return restoredReport(await restore(context, backup), now.zone);
}

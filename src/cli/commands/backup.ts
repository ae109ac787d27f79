import { existsSync } from 'node:fs';
import { makeDaily } from '../../app/backup/daily-backup.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { backupCreatedReport, backupsReport, momentText, restoredReport, verifiedReport } from '../../report/backup.ts';
import { backupPath, backupsFolder, contentsOf, listBackups, makeBackup, newestGood } from '../../store/backups.ts';
import { restoreBackup } from '../../store/restore.ts';
import { countSessions } from '../../store/sessions.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, answer, examine } from '../perform.ts';

export function backupCommand(program: Program, app: App): void {
  const backup = program
    .command('backup')
    .helpCommand(false)
    .summary('copies of the database: create, list, verify, restore')
    .description(
      'Copies of the database, in a folder beside it. certtrack makes one on the first change of a day and before imports, upgrades and restores.',
    )
    .addHelpText(
      'before',
      examples('certtrack backup list', 'certtrack backup create', 'certtrack backup restore newest'),
    );
  backup
    .command('create')
    .summary('make one now')
    .option('--daily', 'only when today has none, then delete what is no longer kept; for a timer of your own')
    .addHelpText('before', examples('certtrack backup create', 'certtrack backup create --daily --quiet'))
    .action((options, command) => act(app, command, (context) => create(context, options.daily ?? false)));
  backup
    .command('list')
    .summary('every backup, newest first')
    .addHelpText('before', examples('certtrack backup list', 'certtrack backup list --json'))
    .action((_options, command) =>
      answer(app, command, async ({ dbFile, now }) =>
        backupsReport(listBackups(dbFile), backupsFolder(dbFile), now.zone),
      ),
    );
  backup
    .command('verify')
    .summary('check that backups are sound and count what is in them')
    .argument('[backup...]', 'names as list prints them, "newest", or files; all of them otherwise')
    .addHelpText('before', examples('certtrack backup verify', 'certtrack backup verify newest'))
    .action((names, _options, command) => examine(app, command, (context) => verify(context, names)));
  backup
    .command('restore')
    .summary('put a backup in place of the database')
    .description(
      'Puts a backup in place of the database. The database as it was becomes a backup too, so this can be undone.',
    )
    .argument('<backup>', 'a name as list prints it, its beginning, "newest", or a file')
    .addHelpText(
      'before',
      examples('certtrack backup restore newest', 'certtrack backup restore 2026-09-22T17-45-00Z-daily'),
    )
    .action((name, _options, command) => act(app, command, (context) => restore(context, name)));
}

async function create(context: Context, daily: boolean) {
  const db = await context.open();
  const { dbFile, options, now } = context;
  if (options.dryRun) throw new CerttrackError('usage', 'a backup changes nothing, so it has no dry run');
  const backup = daily ? makeDaily(context, db) : makeBackup(db, dbFile, 'manual', now.instant);
  return backupCreatedReport(backup, countSessions(db), backup ? backupPath(dbFile, backup) : '');
}

async function verify(context: Context, names: readonly string[]) {
  const { dbFile, now } = context;
  const chosen =
    names.length > 0
      ? names.map((name) => backupNamed(dbFile, name))
      : listBackups(dbFile).map((backup) => ({ name: backup.name, path: backupPath(dbFile, backup) }));
  if (chosen.length === 0)
    throw new CerttrackError('not_found', 'there are no backups yet', 'Make one: certtrack backup create');
  const checked = chosen.map(({ name, path }) => ({ name, ...contentsOf(path) }));
  const bad = checked.filter(({ problem }) => problem !== undefined);
  return {
    report: verifiedReport(checked, now.zone),
    failure:
      bad.length === 0
        ? undefined
        : new CerttrackError(
            'unhealthy',
            `${plural(bad.length, 'backup')} of ${checked.length} ${bad.length === 1 ? 'is' : 'are'} damaged`,
            'Delete what is damaged, and make a new one: certtrack backup create',
          ),
  };
}

async function restore(context: Context, name: string) {
  const { dbFile, now, options, ask } = context;
  const { path, name: chosen } = backupNamed(dbFile, name);
  const { problem, sessions, lastChange } = contentsOf(path);
  if (problem !== undefined)
    throw new CerttrackError(
      'database_damaged',
      `the backup ${chosen} is damaged: ${problem}`,
      'Nothing was changed. Another one: certtrack backup verify',
    );
  const what = `${plural(sessions ?? 0, 'session')}${lastChange === null ? '' : `, last changed ${momentText(lastChange, now.zone)}`}`;
  if (ask && !options.yes && !options.dryRun && !(await ask.confirm(`Put ${chosen} (${what}) in place?`, false)))
    throw new CerttrackError('interrupted', 'cancelled; nothing was changed');
  const replaced = options.dryRun ? undefined : restoreBackup(dbFile, path, now.instant);
  // Opened once, so that an older backup is brought up to date now.
  if (!options.dryRun) await context.open();
  return restoredReport(
    { name: chosen, sessions: sessions ?? 0, lastChange, kept: replaced?.backup, setAside: replaced?.setAside },
    now.zone,
  );
}

/** The backup a person names. @throws not_found or decision_needed */
function backupNamed(dbFile: string, text: string): { readonly name: string; readonly path: string } {
  const backups = listBackups(dbFile);
  const named = text === 'newest' ? [newestGood(dbFile)] : backups.filter(({ name }) => name.startsWith(text));
  const [found, ...others] = named;
  const exact = named.find((backup) => backup?.name === text);
  if (found && (exact || others.length === 0)) {
    const { name } = exact ?? found;
    return { name, path: backupPath(dbFile, { name }) };
  }
  if (found)
    throw new CerttrackError(
      'decision_needed',
      `"${text}" is the beginning of ${named.length} backups`,
      ['Name one of them:', ...named.flatMap((backup) => backup?.name ?? [])].join('\n'),
    );
  if (existsSync(text)) return { name: text, path: text };
  const [guess] = didYouMean(
    text,
    backups.map(({ name }) => name),
  );
  throw new CerttrackError(
    'not_found',
    text === 'newest' ? 'there is no sound backup' : `no backup "${text}"`,
    guess ? `Did you mean ${guess}?` : 'certtrack backup list shows what there is',
  );
}

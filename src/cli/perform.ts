import { keepDailyBackup } from '../app/backup/daily-backup.ts';
import { CerttrackError } from '../errors.ts';
import { safeJson, visible } from '../render/visible.ts';
import { line, type Report } from '../report/doc.ts';
import { withStoreErrors } from '../store/store-errors.ts';
import type { App } from './app.ts';
import { type Context, contextFor, type GlobalOptions } from './context.ts';
import { show } from './show.ts';

/** The part of a commander command that `perform` needs. */
interface Invoked {
  readonly optsWithGlobals: () => object;
}

/** Runs a command that answers a question and shows its report. */
export async function answer(app: App, command: Invoked, body: (context: Context) => Promise<Report>): Promise<void> {
  await perform(app, command, async (context) => show(context, await body(context)));
}

/** Runs a command that changes something; --quiet keeps it silent and --dry-run says that nothing was saved. */
export async function act(app: App, command: Invoked, body: (context: Context) => Promise<Report>): Promise<void> {
  await perform(app, command, async (context) => {
    // Refused before anything is saved, not after.
    const { format } = context.options;
    if (format === 'csv' || format === 'timeclock' || format === 'ics')
      throw new CerttrackError(
        'usage',
        `a change is not told as ${format === 'csv' ? 'CSV' : format}`,
        'Use --format text, json or md',
      );
    const report = await body(context);
    if (!context.options.quiet) await show(context, context.options.dryRun ? asDryRun(report) : report);
    await backUp(context);
  });
}

/** Runs a command whose answer may be that something is wrong: the report is shown first, then `failure` ends it. */
export async function examine(
  app: App,
  command: Invoked,
  body: (context: Context) => Promise<{ readonly report: Report; readonly failure: CerttrackError | undefined }>,
): Promise<void> {
  await perform(app, command, async (context) => {
    const { report, failure } = await body(context);
    await show(context, report);
    if (failure) throw failure;
  });
}

/** The backup of the day, where there was none yet; a warning when it could not be made. */
export async function backUp(context: Context): Promise<void> {
  const { app, dbFile, options } = context;
  const db = context.opened();
  if (db === undefined || context.dryRun) return;
  const problem = await keepDailyBackup(context, db, () =>
    app.inBackground(['backup', 'create', '--daily', '--quiet', '--db', dbFile]),
  );
  if (problem === undefined || options.quiet) return;
  const warning = options.json ? safeJson({ warning: { message: problem } }) : `warning: ${visible(problem)}`;
  await app.stderr.write(`${warning}\n`);
}

function asDryRun(report: Report): Report {
  const said = line({ text: 'Dry run: nothing is saved. Without --dry-run:', tone: 'warn' });
  return { ...report, data: { dry_run: true, ...(report.data as object) }, blocks: [said, ...report.blocks] };
}

/** Gives a command its context and closes its database whatever happens. */
export async function perform(app: App, command: Invoked, body: (context: Context) => Promise<void>): Promise<void> {
  const context = contextFor(app, command.optsWithGlobals() as GlobalOptions);
  let failed = true;
  try {
    await withStoreErrors(context.dbFile, () => body(context));
    failed = false;
  } finally {
    context.close(failed);
  }
}

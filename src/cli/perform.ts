import { CerttrackError } from '../errors.ts';
import { line, type Report } from '../report/doc.ts';
import { withStoreErrors } from '../store/open.ts';
import type { App } from './app.ts';
import { type Context, contextFor, type GlobalOptions, show } from './context.ts';

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
    if (context.options.format === 'csv' || context.options.format === 'ics')
      throw new CerttrackError(
        'usage',
        `a change is not told as ${context.options.format === 'csv' ? 'CSV' : 'a calendar'}`,
        'Use --format text, json or md',
      );
    const report = await body(context);
    if (!context.options.quiet) await show(context, context.options.dryRun ? asDryRun(report) : report);
  });
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

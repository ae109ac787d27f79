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
    const report = await body(context);
    if (context.options.quiet) return;
    const dry = context.options.dryRun
      ? [line({ text: 'Dry run: nothing is saved. Without --dry-run:', tone: 'warn' })]
      : [];
    await show(context, { ...report, blocks: [...dry, ...report.blocks] });
  });
}

/** Gives a command its context and closes its database whatever happens. */
export async function perform(app: App, command: Invoked, body: (context: Context) => Promise<void>): Promise<void> {
  const context = contextFor(app, command.optsWithGlobals() as GlobalOptions);
  try {
    await withStoreErrors(context.dbFile, () => body(context));
  } finally {
    context.close();
  }
}

import { changes } from '../../app/undo.ts';
import { historyReport } from '../../report/history.ts';
import type { App } from '../app.ts';
import { countArg } from '../args.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

const SCREENFUL = 20;

export function historyCommand(program: Program, app: App): void {
  program
    .command('history')
    .summary('every change, newest first')
    .description(
      `Lists the newest ${SCREENFUL} changes of the log, newest first, and which of them undo has taken back.`,
    )
    .option('-n, --limit <count>', 'the newest so many', countArg)
    .addHelpText('before', examples('certtrack history', 'certtrack history --limit 5 --json'))
    .action((options, command) =>
      answer(app, command, async (context) =>
        historyReport(await changes(context, options.limit ?? SCREENFUL), context.now.zone),
      ),
    );
}

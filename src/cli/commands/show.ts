import { showEntries } from '../../app/entry/show-entries.ts';
import { entriesReport } from '../../report/entries.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

export function showCommand(program: Program, app: App): void {
  program
    .command('show')
    .summary('everything about a session, practice exam, exam or resource')
    .description(
      'Shows what has an id in full. ID is the beginning of the id that sessions, mocks, exam and resource print; "last" is the last session.',
    )
    .argument('<id...>', 'ids, or "last"')
    .addHelpText('before', examples('certtrack show last', 'certtrack show 7f3a --json'))
    .action((ids, _options, command) =>
      answer(app, command, async (context) => entriesReport(await showEntries(context, ids))),
    );
}

import { redo, undo } from '../../app/undo.ts';
import { reversedReport } from '../../report/history.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

export function undoCommand(program: Program, app: App): void {
  program
    .command('undo')
    .summary('take back the last change')
    .description(
      'Takes back the last change, then the one before it, and so on. --dry-run says what it would take back.',
    )
    .addHelpText('before', examples('certtrack undo', 'certtrack undo --dry-run'))
    .action((_options, command) => act(app, command, async (context) => reversedReport('undo', await undo(context))));
}

export function redoCommand(program: Program, app: App): void {
  program
    .command('redo')
    .summary('bring back what undo took')
    .description(
      'Brings back the last change that undo took back. A new change in between ends what can be brought back.',
    )
    .addHelpText('before', examples('certtrack redo', 'certtrack redo --dry-run'))
    .action((_options, command) => act(app, command, async (context) => reversedReport('redo', await redo(context))));
}

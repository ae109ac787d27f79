import { transact } from '../../app/change.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { nextToRedo, nextToUndo, type RecordedEntry, revert } from '../../store/journal.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
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
    .action((_options, command) => act(app, command, (context) => reverse(context, 'undo')));
}

export function redoCommand(program: Program, app: App): void {
  program
    .command('redo')
    .summary('bring back what undo took')
    .description(
      'Brings back the last change that undo took back. A new change in between ends what can be brought back.',
    )
    .addHelpText('before', examples('certtrack redo', 'certtrack redo --dry-run'))
    .action((_options, command) => act(app, command, (context) => reverse(context, 'redo')));
}

async function reverse(context: Context, action: 'undo' | 'redo'): Promise<Report> {
  const db = await context.open();
  const id = await context.app.newId();
  return transact(context, db, () => {
    const target = action === 'undo' ? nextToUndo(db) : nextToRedo(db);
    if (!target)
      throw new CerttrackError('not_found', `there is nothing to ${action}`, 'certtrack history shows every change');
    revert(db, target, {
      id,
      at: context.now.instant,
      action,
      summary: `${action === 'undo' ? 'took back' : 'brought back'}: ${target.summary}`,
    });
    return reversedReport(action, target);
  });
}

function reversedReport(action: 'undo' | 'redo', target: RecordedEntry): Report {
  const verb = action === 'undo' ? 'Took back' : 'Brought back';
  const other = action === 'undo' ? 'Bring back: certtrack redo' : 'Take back again: certtrack undo';
  return {
    title: verb,
    data: { action, entry: target.seq, summary: target.summary, changes: target.changes },
    blocks: [line(`${verb}: ${target.summary}`), line(muted(other))],
  };
}

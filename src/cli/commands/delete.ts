import { deleteEntries } from '../../app/entry/delete-entries.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { deletedReport } from '../../report/entries.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

export function deleteCommand(program: Program, app: App): void {
  program
    .command('delete')
    .summary('delete sessions, practice exams, exams or resources (undo brings them back)')
    .description(
      'Deletes what has an id. It stays in the database, marked as deleted: undo brings it back, sessions --deleted lists sessions.',
    )
    .argument('<id...>', 'ids, or "last" for the last session')
    .addHelpText('before', examples('certtrack delete last', 'certtrack delete 7f3a 90c1 --yes'))
    .action((ids, _options, command) => act(app, command, (context) => remove(context, ids)));
}

async function remove(context: Context, ids: readonly string[]) {
  const { ask, dryRun, options } = context;
  if (ids.length > 1 && ask !== null && !options.yes && !dryRun) {
    const { entries } = await deleteEntries({ ...context, dryRun: true }, ids);
    const phrases = entries.map(({ phrase }) => phrase).join(', ');
    if (!(await ask.confirm(`Delete ${plural(entries.length, 'entry', 'entries')}: ${phrases}?`, false)))
      throw new CerttrackError('interrupted', 'cancelled; nothing was deleted');
  }
  return deletedReport(await deleteEntries(context, ids));
}

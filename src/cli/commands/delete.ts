import { change } from '../../app/change.ts';
import { sessionFor } from '../../app/find.ts';
import { sessionNamer } from '../../app/session/named-session.ts';
import { durationText } from '../../domain/duration.ts';
import { sessionMinutes } from '../../domain/session.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted } from '../../report/doc.ts';
import { sessionData } from '../../report/session.ts';
import type { Change } from '../../store/change.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

export function deleteCommand(program: Program, app: App): void {
  program
    .command('delete')
    .summary('delete sessions (undo brings them back)')
    .description(
      'Deletes sessions. They stay in the database, marked as deleted: undo brings them back, sessions --deleted lists them.',
    )
    .argument('<id...>', 'session ids, or "last"')
    .addHelpText('before', examples('certtrack delete last', 'certtrack delete 7f3a 90c1 --yes'))
    .action((ids, _options, command) => act(app, command, (context) => remove(context, ids)));
}

async function remove(context: Context, ids: readonly string[]) {
  const db = await context.open();
  const name = sessionNamer(context, db);
  const chosen = () => {
    const sessions = [...new Map(ids.map((id) => sessionFor(db, id)).map((session) => [session.id, session])).values()];
    const gone = sessions.find(({ deletedAt }) => deletedAt !== null);
    if (gone)
      throw new CerttrackError(
        'not_found',
        `session ${name(gone).handle} is already deleted`,
        'certtrack history shows when',
      );
    return sessions.map(name);
  };
  const minutes = () => chosen().reduce((sum, { session }) => sum + sessionMinutes(session), 0);
  const { yes, dryRun } = context.options;
  if (
    ids.length > 1 &&
    context.ask !== null &&
    !yes &&
    !dryRun &&
    !(await context.ask.confirm(`Delete ${plural(chosen().length, 'session')}, ${durationText(minutes())}?`, false))
  )
    throw new CerttrackError('interrupted', 'cancelled; nothing was deleted');

  return change(context, db, () => {
    const named = chosen();
    const phrases = named.map(({ session, edition }) => sessionPhrase(session, edition));
    return {
      action: 'delete',
      summary: `deleted ${phrases.length === 1 ? phrases[0] : plural(phrases.length, 'session')}`,
      changes: named.map(
        ({ session }): Change => ({
          entity: 'session',
          id: session.id,
          before: session,
          after: { ...session, deletedAt: context.now.instant },
        }),
      ),
      result: () => ({
        title: 'Deleted',
        data: { deleted: named.map(sessionData) },
        blocks: [
          ...named.map(({ handle }, i) => line(`Deleted ${phrases[i]}`, muted(`  ${handle}`))),
          line(muted('Bring back: certtrack undo')),
        ],
      }),
    };
  });
}

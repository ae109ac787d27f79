import { sessionFor } from '../../app/find.ts';
import { sessionNamer } from '../../app/session/named-session.ts';
import { sessionsInFull } from '../../report/session.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

export function showCommand(program: Program, app: App): void {
  program
    .command('show')
    .summary('everything about a session')
    .description('Shows sessions in full. ID is the beginning of the id that "sessions" prints, or "last".')
    .argument('<id...>', 'session ids')
    .addHelpText('before', examples('certtrack show last', 'certtrack show 7f3a --json'))
    .action((ids, _options, command) =>
      answer(app, command, async (context) => {
        const db = await context.open();
        return sessionsInFull(ids.map((id) => sessionFor(db, id)).map(sessionNamer(context, db)));
      }),
    );
}

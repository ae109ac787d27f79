import { statusReport } from '../../report/status.ts';
import type { App } from '../app.ts';
import { currentTrack } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';
import { judgedStanding } from '../standing.ts';

export function statusCommand(program: Program, app: App): void {
  program
    .command('status')
    .summary('where you stand')
    .description(
      'Shows where you stand: how much of the guide is covered by weight, practice answers, this week, and every section.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--topics', 'every topic instead of the sections')
    .addHelpText(
      'before',
      examples('certtrack status', 'certtrack status gcp-pmle --topics', 'certtrack status --json'),
    )
    .action((cert, options, command) =>
      answer(app, command, async (context) => {
        const db = await context.open();
        const { track, edition } = currentTrack(context, db, cert);
        return statusReport(judgedStanding(context, db, track, edition), options.topics ?? false);
      }),
    );
}

import { changeTrack, listTracks, useTrack } from '../../app/track/change-track.ts';
import { overlap } from '../../app/track/overlap.ts';
import { overlapReport } from '../../report/overlap.ts';
import { trackReport, tracksReport } from '../../report/tracks.ts';
import type { App } from '../app.ts';
import { cleared, targetArg, weeklyArg, yesNoArg } from '../args.ts';
import { daysArg } from '../day-args.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';

export function certCommand(program: Program, app: App): void {
  const cert = program
    .command('cert')
    .helpCommand(false)
    .summary('your certifications; use, set, overlap')
    .description('Lists the certifications you track, with exam date and goal.')
    .addHelpText(
      'before',
      examples(
        'certtrack cert',
        'certtrack cert use gcp-pmle',
        'certtrack cert set gcp-pde --hours 8/week --target 80',
        'certtrack exam book 2026-11-20   (the exam date)',
      ),
    )
    .action((_options, command) => answer(app, command, async (context) => tracksReport(await listTracks(context))));
  cert
    .command('use')
    .summary('the certification commands are about from now on')
    .argument('<cert>', 'certification, gcp-pmle')
    .addHelpText('before', examples('certtrack cert use gcp-pmle'))
    .action((name, _options, command) =>
      act(app, command, async (context) => {
        const used = await useTrack(context, name);
        return trackReport(used.changed ? 'Using' : 'Already using', used, used.changed);
      }),
    );
  cert
    .command('set')
    .summary('change weekly goal, study days or target')
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--hours <per-week>', 'weekly goal, 6/week, or none')
    .option('--days <weekdays>', 'days with study: mon,wed,sat, mon=1h,sat=4h (their sum is the goal), every', daysArg)
    .option('--target <percent>', 'score to be sure of', targetArg)
    .option('--related <on/off>', 'count what study for other certifications gives this one', yesNoArg)
    .addHelpText('before', examples('certtrack cert set --hours 6/week', 'certtrack cert set gcp-pmle --target 75'))
    .action((name, { hours, days, target, related }, command) =>
      act(app, command, async (context) => {
        const weeklyMinutes = hours === undefined ? days?.weeklyMinutes : cleared(hours, weeklyArg);
        const edits = { weeklyMinutes, days: days?.shares, target, countsRelated: related };
        const set = await changeTrack(context, name, edits);
        return trackReport(set.changed ? 'Changed' : 'Already so:', set, set.changed);
      }),
    );
  cert
    .command('overlap')
    .summary('what study for one certification already gives another')
    .argument('<from>', 'certification studied, gcp-pde')
    .argument('<to>', 'certification to come, gcp-pmle')
    .addHelpText('before', examples('certtrack cert overlap gcp-pde gcp-pmle'))
    .action((from, to, _options, command) =>
      answer(app, command, async (context) => overlapReport(await overlap(context, from, to))),
    );
}

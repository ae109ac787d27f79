import { nextStudy } from '../../app/readiness/next-hour.ts';
import { NOW_MINUTES } from '../../domain/now-list.ts';
import { nextReport } from '../../report/now.ts';
import type { App } from '../app.ts';
import { minutesArg } from '../args.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

export function nextCommand(program: Program, app: App): void {
  program
    .command('next')
    .summary('what to do now, in one list, with reasons')
    .description(
      'The one list of what to do now: the test that would tell most, what you are about to forget, what the plan has today, and what raises the chance, cut to the time there is.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--minutes <time>', `how long you have, ${NOW_MINUTES} otherwise`, minutesArg)
    .addHelpText('before', examples('certtrack next', 'certtrack next --minutes 25', 'certtrack next gcp-pmle'))
    .action((cert, { minutes }, command) =>
      answer(app, command, async (context) => nextReport(await nextStudy(context, { cert, minutes }))),
    );
}

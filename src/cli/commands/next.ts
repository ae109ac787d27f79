import { nextStudy } from '../../app/readiness/next-hour.ts';
import { SUGGESTED_MINUTES, SUGGESTIONS } from '../../domain/readiness/readiness.ts';
import { nextReport } from '../../report/next.ts';
import type { App } from '../app.ts';
import { countArg, minutesArg } from '../args.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

export function nextCommand(program: Program, app: App): void {
  program
    .command('next')
    .summary('what to do with the next hour, and why')
    .description(
      'Ranks topics by how much an hour on each raises the chance of reaching the target on the day of the exam. Where evidence is missing, the quiz or practice exam that would tell most comes first.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--minutes <time>', `how long you have, ${SUGGESTED_MINUTES} otherwise`, minutesArg)
    .option('-n, --count <count>', `how many suggestions, ${SUGGESTIONS} otherwise`, countArg)
    .addHelpText('before', examples('certtrack next', 'certtrack next --minutes 45 --count 3'))
    .action((cert, options, command) =>
      answer(app, command, async (context) => nextReport(await nextStudy(context, { ...options, cert }))),
    );
}

import { type MockInput, recordMock } from '../../app/mock/record-mock.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { recordedMockReport } from '../../report/recorded-mock.ts';
import type { App } from '../app.ts';
import { collect, minutesArg, profileArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { askForMock } from './ask-for-mock.ts';
import { noteFrom } from './session-options.ts';

export function addMockCommand(program: Program, app: App): void {
  program
    .command('add-mock')
    .summary('record a practice exam')
    .description(
      'Records a practice exam from any provider. Its sections may be left out, or stand alone when the provider gives no total. Repeats, open-book and untimed results count less.',
    )
    .option('-p, --provider <name>', 'who asked')
    .option(
      '--profile <kind>',
      "the provider's questions: official, third-party (assumed) or re-used; kept for the provider",
      profileArg,
    )
    .option('-s, --score <right/all>', 'result, 41/50 or 82%')
    .option('--section <name=right/all>', 'result of a section, storing-data=7/10; may be repeated', collect)
    .option('--minutes <time>', 'how long it took', minutesArg)
    .option('--untimed', 'without the clock of the exam')
    .option('--repeat', 'questions seen before')
    .option('--open-book', 'with notes or documentation')
    .option('-d, --date <when>', 'day or start: yesterday, mon, -2d, 2026-09-22T19:00')
    .option('-m, --note <text>', 'what is worth keeping; "-" reads it from standard input')
    .addHelpText(
      'before',
      examples(
        'certtrack add-mock --provider "Practice set 2" --score 41/50 --minutes 96',
        'certtrack add-mock -p Google --profile official --score 82%',
        'certtrack add-mock -p "Set 2" --section 1=7/11 --section 3=8/10 --repeat',
        'certtrack add-mock   (asks)',
      ),
    )
    .action((options, command) => act(app, command, (context) => addMock(context, options)));
}

async function addMock(context: Context, options: MockInput) {
  const { edition } = currentTrack(context, await context.open());
  const note = await noteFrom(context, options.note);
  const given = { ...options, note };
  const input = options.score === undefined && !options.section ? await askForMock(context, edition, given) : given;
  return recordedMockReport(await recordMock(context, input));
}

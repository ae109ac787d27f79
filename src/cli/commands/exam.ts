import { listExams, recordResult } from '../../app/exam/record-result.ts';
import { changeTrack } from '../../app/track/change-track.ts';
import { bookedReport, examResultReport, examsReport } from '../../report/exam.ts';
import type { App } from '../app.ts';
import { examDateArg } from '../day-args.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';
import { noteFrom } from './session-options.ts';

export function examCommand(program: Program, app: App): void {
  const exam = program
    .command('exam')
    .helpCommand(false)
    .summary('the exam: what is booked and how it went; book, passed, failed')
    .description('Lists what is booked and every attempt, with ids for show, edit and delete.')
    .addHelpText(
      'before',
      examples(
        'certtrack exam',
        'certtrack exam book 2026-11-20',
        'certtrack exam passed',
        'certtrack exam failed --date yesterday',
      ),
    )
    .action((_options, command) => answer(app, command, async (context) => examsReport(await listExams(context))));
  exam
    .command('book')
    .summary('the day of the exam')
    .argument('<date>', '2026-11-20, or none')
    .argument('[cert]', 'certification; the one in use otherwise')
    .addHelpText('before', examples('certtrack exam book 2026-11-20', 'certtrack exam book none gcp-pmle'))
    .action((date, name, _options, command) =>
      act(app, command, async (context) => {
        const examDate = date === 'none' ? null : examDateArg(date, context.now);
        return bookedReport(await changeTrack(context, name, { examDate }, 'exam book'));
      }),
    );
  for (const [outcome, passed] of [
    ['passed', true],
    ['failed', false],
  ] as const)
    exam
      .command(outcome)
      .summary(`you ${outcome} it`)
      .argument('[cert]', 'certification; the one in use otherwise')
      .option('-d, --date <day>', 'when it was; today otherwise')
      .option('-m, --note <text>', 'what is worth keeping, but no exam questions: you agreed not to share them')
      .addHelpText(
        'before',
        examples(`certtrack exam ${outcome}`, `certtrack exam ${outcome} gcp-pde --date yesterday`),
      )
      .action((cert, options, command) =>
        act(app, command, async (context) => {
          const note = await noteFrom(context, options.note);
          return examResultReport(await recordResult(context, { ...options, note, cert, passed }));
        }),
      );
}

import { listMocks } from '../../app/mock/named-mock.ts';
import { mocksReport } from '../../report/mocks.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

export function mocksCommand(program: Program, app: App): void {
  program
    .command('mocks')
    .summary('list practice exams')
    .description('Lists practice exams, those of one certification with --cert. show, edit and delete take their ids.')
    .option('--deleted', 'deleted ones instead')
    .addHelpText('before', examples('certtrack mocks', 'certtrack mocks --cert gcp-pde --json'))
    .action((options, command) =>
      answer(app, command, async (context) => mocksReport(await listMocks(context, options))),
    );
}

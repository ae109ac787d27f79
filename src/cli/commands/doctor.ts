import { examineLog } from '../../app/doctor/examine-log.ts';
import { doctorReport } from '../../report/doctor.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { examine } from '../perform.ts';

export function doctorCommand(program: Program, app: App): void {
  program
    .command('doctor')
    .summary('is everything sound?')
    .description(
      'Checks the database, its evidence and its journal against the log, its backups, where it lies and who may read it. Exit code 1 when something is wrong.',
    )
    .option('--fix', 'mend what can be mended, after a backup')
    .addHelpText('before', examples('certtrack doctor', 'certtrack doctor --fix', 'certtrack doctor --json'))
    .action((options, command) =>
      examine(app, command, async (context) => {
        const { findings, backup, failure } = await examineLog(context, { fix: options.fix ?? false, tz: app.env.TZ });
        return { report: doctorReport(findings, backup), failure };
      }),
    );
}

import { Option } from '@commander-js/extra-typings';
import { FORMAT_NAMES, formatNamed, importFile } from '../../app/import/import-file.ts';
import { importMocks } from '../../app/import/import-mocks.ts';
import { ON_CONFLICT, type OnConflict } from '../../app/import/take-in.ts';
import type { Report } from '../../report/doc.ts';
import { importReport, mocksImportedReport } from '../../report/imported.ts';
import type { App } from '../app.ts';
import { collect } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { textOf } from '../text-of.ts';

interface ImportOptions {
  readonly map?: string[] | undefined;
  readonly onConflict: OnConflict;
  readonly skipBad?: string | undefined;
}

export function importCommand(program: Program, app: App): void {
  program
    .command('import')
    .summary('read sessions from a file of certtrack or of another tool')
    .description(
      'Reads sessions. Importing a file twice changes nothing; a bad row is reported with its line and nothing is saved; one import is one undo. Labels of other tools (tags, projects, accounts) are told to be topics with --map, which is remembered.',
    )
    .argument('<format>', FORMAT_NAMES.join(', '))
    .argument('<file>', 'file to read; "-" is standard input')
    .option('--map <label=topic>', 'what a label means; "label=-" leaves it out; may be repeated', collect)
    .addOption(
      new Option('--on-conflict <rule>', 'when a session is there with other content')
        .choices(ON_CONFLICT)
        .default('skip' as const),
    )
    .option('--skip-bad <file>', 'leave bad rows out and write them to a file')
    .addHelpText(
      'before',
      examples(
        'certtrack import csv sessions.csv --dry-run',
        'certtrack import csv sessions.csv',
        'timew export | certtrack import timewarrior - --map bq=3.1 --map work=-',
        'certtrack help import   (the formats)',
      ),
    )
    .action((format, file, options, command) =>
      act(app, command, (context) => importFrom(context, format, file, options)),
    );
}

async function importFrom(context: Context, format: string, file: string, options: ImportOptions): Promise<Report> {
  if (format !== 'mocks') formatNamed(format);
  const text = await textOf(context, file);
  if (format === 'mocks') return mocksImportedReport(await importMocks(context, file, text));
  return importReport(await importFile(context, { ...options, map: options.map ?? [], format, file, text }));
}

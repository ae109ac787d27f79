import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atomicFile, refuseExisting } from '../../app/atomic-file.ts';
import { today } from '../../domain/day.ts';
import { CerttrackError } from '../../errors.ts';
import { guideWrittenReport } from '../../report/syllabus-added.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { show } from '../show.ts';

interface NewOptions {
  readonly edition?: string | undefined;
  readonly title?: string | undefined;
  readonly vendor?: string | undefined;
  readonly force?: true | undefined;
}

export function newSyllabusCommand(syllabus: Program, app: App): void {
  syllabus
    .command('new')
    .summary('a commented guide to fill in, for any exam')
    .description('Writes a commented guide to fill in, to a file or to standard output. On a terminal it asks first.')
    .argument('[file]', 'YAML file to write')
    .option('--edition <name>', 'name of the edition, such as its year')
    .option('--title <title>', 'title of the certification')
    .option('--vendor <vendor>', 'who gives the exam')
    .option('--force', 'replace the file if there is one')
    .addHelpText(
      'before',
      examples(
        'certtrack syllabus new my-exam.yaml',
        'certtrack syllabus new my-exam.yaml --cert my-exam --title "My Exam"',
        'certtrack syllabus new > my-exam.yaml',
      ),
    )
    .action((file, options, command) => perform(app, command, (context) => write(context, file, options)));
}

async function write(context: Context, named: string | undefined, options: NewOptions): Promise<void> {
  const { starterText } = await import('../../syllabus/starter.ts');
  if (named !== undefined) refuseExisting(named, options.force ?? false);
  const answers = await answered(context, options);
  const schema = join(context.app.folders.package, 'data', 'schema', 'syllabus.schema.json');
  const text = starterText({ ...answers, schema });
  const file = named ?? (await fileToWrite(context, `${answers.certification}.yaml`, options.force));
  if (file === null) {
    if (context.options.json) await show(context, { title: 'Guide', data: { yaml: text }, blocks: [] });
    else await context.app.stdout.write(text);
    return;
  }
  if (!context.options.dryRun) atomicFile(file, [text], options.force ?? false);
  if (!context.options.quiet) await show(context, guideWrittenReport(file, answers, context.options.dryRun ?? false));
}

/** The file a person names, `usual` on Enter; null where nobody is there to ask. */
async function fileToWrite({ ask }: Context, usual: string, force: true | undefined): Promise<string | null> {
  if (ask === null) return null;
  const named = (text: string) => text.trim() || usual;
  const taken = (text: string) =>
    existsSync(named(text)) && !force ? `${named(text)} exists already; name another file` : undefined;
  return named(await ask.input(`File to write? (Enter for ${usual})`, taken));
}

/** Says what is wrong with a text. */
interface Checker {
  readonly safeParse: (text: unknown) => {
    readonly error?: { readonly issues: readonly { readonly message: string }[] };
  };
}

/** What the options say, what a person answers, or a placeholder that is easy to find. */
async function answered(context: Context, options: NewOptions) {
  const [{ slug, editionName, text }, { slugOf }] = await Promise.all([
    import('../../syllabus/scalars.ts'),
    import('../../syllabus/naming.ts'),
  ]);
  const { ask } = context;
  const given = async (value: string | undefined, name: string, schema: Checker, usual: string) => {
    const meant = (typed: string) => typed.trim() || usual;
    const problem = (typed: string) => schema.safeParse(meant(typed)).error?.issues[0]?.message;
    const answer = value ?? (ask ? await ask.input(`${name}? (Enter for ${usual})`, problem) : usual);
    const wrong = problem(answer);
    if (wrong !== undefined) throw new CerttrackError('usage', `${name.toLowerCase()} "${answer}": ${wrong}`);
    return meant(answer);
  };
  const title = await given(options.title, 'Title of the certification', text, 'My exam');
  const vendor = await given(options.vendor, 'Vendor', text, 'My vendor');
  const certification = await given(context.options.cert?.[0], 'Short id', slug, slugOf(title) || 'my-exam');
  const edition = await given(options.edition, 'Edition', editionName, today(context.now).slice(0, 4));
  return { certification, edition, title, vendor };
}

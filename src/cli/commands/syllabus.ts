import { basename } from 'node:path';
import { addedEditions, findEdition, syllabiFolder } from '../../app/guide/find-edition.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import type { Edition } from '../../domain/edition.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { line, type Report } from '../../report/doc.ts';
import { syllabiReport, syllabusReport } from '../../report/syllabus.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';
import { addSyllabusCommand } from './syllabus/add.ts';
import { diffSyllabusCommand } from './syllabus/diff.ts';
import { newSyllabusCommand } from './syllabus/new.ts';

export function syllabusCommand(program: Program, app: App): void {
  const syllabus = program
    .command('syllabus')
    .helpCommand(false)
    .summary('exam guides: list, show, diff, new, validate, add')
    .description('Exam guides as data: those that ship, and your own.')
    .addHelpText(
      'before',
      examples(
        'certtrack syllabus list',
        'certtrack syllabus show gcp-pmle',
        'certtrack syllabus diff gcp-pde@2023 gcp-pde',
        'certtrack syllabus new my-exam.yaml',
        'certtrack syllabus add my-exam.yaml',
      ),
    );
  syllabus
    .command('list')
    .summary('the guides there are, shipped and added')
    .addHelpText('before', examples('certtrack syllabus list'))
    .action((_options, command) =>
      answer(app, command, async (context) => {
        const { shippedEditions } = await import('../../syllabus/library.ts');
        return syllabiReport(shippedEditions(syllabiFolder(app)), await addedEditions(context));
      }),
    );
  syllabus
    .command('show')
    .summary('sections, topics, weights and facts of a guide')
    .argument('[edition]', 'gcp-pde, gcp-pde@2025; the guide in use otherwise')
    .option('--objectives', 'with every objective')
    .addHelpText('before', examples('certtrack syllabus show', 'certtrack syllabus show gcp-pmle --objectives'))
    .action((name, options, command) =>
      answer(app, command, async (context) =>
        syllabusReport(await editionToShow(context, name), options.objectives ?? false),
      ),
    );
  diffSyllabusCommand(syllabus, app);
  newSyllabusCommand(syllabus, app);
  syllabus
    .command('validate')
    .summary('every problem of a syllabus file, with its place')
    .argument('<file...>', 'YAML files')
    .addHelpText('before', examples('certtrack syllabus validate my-exam.yaml'))
    .action((files, _options, command) => answer(app, command, () => validated(files)));
  addSyllabusCommand(syllabus, app);
}

async function editionToShow(context: Context, name: string | undefined): Promise<Edition> {
  if (name === undefined) return currentTrack(context, await context.open()).edition;
  return findEdition(context, name);
}

/** @throws bad_data with the problems of all files */
async function validated(files: readonly string[]): Promise<Report> {
  const [{ problemLines, readBytes }, { parseSyllabus }] = await Promise.all([
    import('../../syllabus/library.ts'),
    import('../../syllabus/parse.ts'),
  ]);
  const results = files.map((file) => ({ file, parsed: parseSyllabus(readBytes(file)) }));
  const problems = results.flatMap(({ file, parsed }) =>
    'problems' in parsed ? problemLines(file, parsed.problems) : [],
  );
  if (problems.length > 0)
    throw new CerttrackError('bad_data', `${plural(problems.length, 'problem')} found`, problems.join('\n'));
  const editions = results.flatMap(({ file, parsed }) =>
    'edition' in parsed ? [{ file, edition: parsed.edition }] : [],
  );
  return {
    title: 'Valid',
    data: editions.map(({ file, edition }) => ({ file, edition: edition.id, valid: true })),
    blocks: editions.map(({ file, edition }) => line(`${basename(file)}: valid, ${edition.title} (${edition.id})`)),
  };
}

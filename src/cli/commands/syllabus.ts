import { addGuide, readGuide, studyLost } from '../../app/guide/add-guide.ts';
import { diffGuides, listGuides, showGuide, validateGuides } from '../../app/guide/guides.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { editionDiffReport } from '../../report/edition-diff.ts';
import { syllabiReport, syllabusReport } from '../../report/syllabus.ts';
import { addedReport, validReport } from '../../report/syllabus-added.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';
import { newSyllabusCommand } from './syllabus-new.ts';

export function syllabusCommand(program: Program, app: App): void {
  const syllabus = program
    .command('syllabus')
    .helpCommand(false)
    .summary('exam guides; show, diff, new, validate, add')
    .description('Lists the exam guides there are: those that ship, and your own.')
    .addHelpText(
      'before',
      examples(
        'certtrack syllabus',
        'certtrack syllabus show gcp-pmle',
        'certtrack syllabus diff gcp-pde@2023 gcp-pde',
        'certtrack syllabus new my-exam.yaml',
        'certtrack syllabus add my-exam.yaml',
      ),
    )
    .action((_options, command) => answer(app, command, async (context) => syllabiReport(await listGuides(context))));
  syllabus
    .command('show')
    .summary('sections, topics, weights and facts of a guide')
    .argument('[edition]', 'gcp-pde, gcp-pde@2025; the guide in use otherwise')
    .option('--objectives', 'with every objective')
    .addHelpText('before', examples('certtrack syllabus show', 'certtrack syllabus show gcp-pmle --objectives'))
    .action((name, options, command) =>
      answer(app, command, async (context) =>
        syllabusReport(await showGuide(context, name), options.objectives ?? false),
      ),
    );
  syllabus
    .command('diff')
    .summary('what changed between two guides')
    .description(
      'Compares two guides: what became of each topic, weights, and numbers that mean something else now. Guides that nobody compared yet are matched by id, title and words.',
    )
    .argument('<old>', 'edition, gcp-pde@2023, or a YAML file')
    .argument('<new>', 'edition, gcp-pde for the current one, or a YAML file')
    .addHelpText(
      'before',
      examples(
        'certtrack syllabus diff gcp-pde@2023 gcp-pde',
        'certtrack syllabus diff my-exam@2025 my-exam-2026.yaml',
      ),
    )
    .action((old, next, _options, command) =>
      answer(app, command, async (context) => editionDiffReport(await diffGuides(context, old, next))),
    );
  newSyllabusCommand(syllabus, app);
  syllabus
    .command('validate')
    .summary('every problem of a syllabus file, with its place')
    .argument('<file...>', 'YAML files')
    .addHelpText('before', examples('certtrack syllabus validate my-exam.yaml'))
    .action((files, _options, command) => answer(app, command, async () => validReport(await validateGuides(files))));
  syllabus
    .command('add')
    .summary('use a guide of your own')
    .description(
      'Takes a YAML guide into the database, so that init and add-session know it. Adding it again takes its changes: titles, labels and weights may change freely, ids that have study logged may not without asking.',
    )
    .argument('<file>', 'YAML file')
    .addHelpText('before', examples('certtrack syllabus add my-exam.yaml'))
    .action((file, _options, command) =>
      act(app, command, async (context) => {
        const edition = await readGuide(context, file);
        await confirmLoss(context, edition.id, await studyLost(context, edition));
        return addedReport(await addGuide(context, edition));
      }),
    );
}

/** Asks before topics vanish that have study logged. @throws decision_needed where nobody is there to ask, interrupted on a no */
async function confirmLoss({ ask, dryRun, options }: Context, edition: string, lost: readonly string[]): Promise<void> {
  if (lost.length === 0 || options.yes || dryRun) return;
  const problem = `${plural(lost.length, 'topic')} with study logged would be gone from ${edition}`;
  if (ask === null)
    throw new CerttrackError(
      'decision_needed',
      problem,
      [
        ...lost,
        'Give each its old id back (id: ...), or add --yes: the log keeps the time, but no topic counts it',
      ].join('\n'),
    );
  const question = `${problem}: ${lost.join(', ')}. What was logged stays but counts for no topic. Go on?`;
  if (!(await ask.confirm(question, false)))
    throw new CerttrackError('interrupted', 'cancelled; the guide is as it was');
}

import { findEdition, syllabiFolder } from '../../../app/guide/find-edition.ts';
import type { Edition } from '../../../domain/edition.ts';
import { editionDiff } from '../../../domain/edition-diff.ts';
import { CerttrackError } from '../../../errors.ts';
import type { Report } from '../../../report/doc.ts';
import { editionDiffReport } from '../../../report/edition-diff.ts';
import type { App } from '../../app.ts';
import type { Context } from '../../context.ts';
import { examples, type Program } from '../../help.ts';
import { answer } from '../../perform.ts';

export function diffSyllabusCommand(syllabus: Program, app: App): void {
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
    .action((old, next, _options, command) => answer(app, command, (context) => diff(context, old, next)));
}

async function diff(context: Context, oldName: string, newName: string): Promise<Report> {
  const { readSyllabus, shippedMapping } = await import('../../../syllabus/library.ts');
  const edition = (name: string): Promise<Edition> | Edition =>
    /\.ya?ml$/i.test(name) ? readSyllabus(name) : findEdition(context, name);
  const [from, to] = [await edition(oldName), await edition(newName)];
  if (from.id === to.id && oldName === newName)
    throw new CerttrackError('usage', `both are ${from.id}`, 'Name two editions; certtrack syllabus list shows them');
  const shipped = shippedMapping(syllabiFolder(context.app), from.id, to.id);
  if (shipped) return editionDiffReport(editionDiff(from, to, shipped), 'shipped');
  const { proposedMapping } = await import('../../../domain/proposed-mapping.ts');
  return editionDiffReport(editionDiff(from, to, proposedMapping(from, to)), 'proposed');
}

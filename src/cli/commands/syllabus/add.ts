import { change } from '../../../app/change.ts';
import { syllabiFolder } from '../../../app/guide/find-edition.ts';
import { type Edition, OTHER_TOPIC } from '../../../domain/edition.ts';
import { editionChange } from '../../../domain/edition-change.ts';
import { plural } from '../../../domain/words.ts';
import { CerttrackError } from '../../../errors.ts';
import type { Report } from '../../../report/doc.ts';
import { addedReport } from '../../../report/syllabus-added.ts';
import { shortDuration } from '../../../report/words.ts';
import { editionById } from '../../../store/editions.ts';
import type { Db } from '../../../store/open.ts';
import { studiedTopics } from '../../../store/topic-days.ts';
import { tracks } from '../../../store/tracks.ts';
import { shippedIds } from '../../../syllabus/shipped.ts';
import type { App } from '../../app.ts';
import type { Context } from '../../context.ts';
import { examples, type Program } from '../../help.ts';
import { act } from '../../perform.ts';

export function addSyllabusCommand(syllabus: Program, app: App): void {
  syllabus
    .command('add')
    .summary('use a guide of your own')
    .description(
      'Takes a YAML guide into the database, so that init and add-session know it. Adding it again takes its changes: titles, labels and weights may change freely, ids that have study logged may not without asking.',
    )
    .argument('<file>', 'YAML file')
    .addHelpText('before', examples('certtrack syllabus add my-exam.yaml'))
    .action((file, _options, command) => act(app, command, (context) => add(context, file)));
}

async function add(context: Context, file: string): Promise<Report> {
  const { readSyllabus } = await import('../../../syllabus/library.ts');
  const edition = readSyllabus(file);
  if (shippedIds(syllabiFolder(context.app)).includes(edition.id))
    throw new CerttrackError(
      'usage',
      `${edition.id} is a guide that certtrack ships`,
      `Give yours an edition of its own, such as "${edition.id.split('@')[1]}-mine"`,
    );
  const db = await context.open('create');
  await confirmLoss(context, db, edition);
  return change(context, db, () => {
    const before = editionById(db, edition.id) ?? null;
    const same = before !== null && JSON.stringify(before) === JSON.stringify(edition);
    const verb = before === null ? 'added' : 'changed';
    return {
      action: 'syllabus add',
      summary: `${verb} the guide ${edition.id}`,
      changes: same ? [] : [{ entity: 'edition', id: edition.id, before, after: edition }],
      result: () =>
        addedReport({
          edition,
          change: before && editionChange(before, edition),
          same,
          tracked: tracks(db).some(({ editionId }) => editionId === edition.id),
        }),
    };
  });
}

/** Asks before topics vanish that have study logged. @throws decision_needed where nobody is there to ask, interrupted on a no */
async function confirmLoss(context: Context, db: Db, edition: Edition): Promise<void> {
  const before = editionById(db, edition.id);
  if (!before) return;
  const gone = new Set(editionChange(before, edition).gone);
  const lost = [...studiedTopics(db, edition.id)].filter(([id]) => id !== OTHER_TOPIC && gone.has(id));
  const { ask, options } = context;
  if (lost.length === 0 || options.yes || options.dryRun) return;
  const { proposedMapping } = await import('../../../domain/proposed-mapping.ts');
  const { rows } = proposedMapping(before, edition);
  const lines = lost.map(([id, minutes]) => {
    const [heir] = rows.find((row) => row.old === id)?.targets ?? [];
    return `${id} (${shortDuration(minutes)} logged${heir ? `; ${heir.topicId} now?` : ''})`;
  });
  const problem = `${plural(lost.length, 'topic')} with study logged would be gone from ${edition.id}`;
  if (ask === null)
    throw new CerttrackError(
      'decision_needed',
      problem,
      [
        ...lines,
        'Give each its old id back (id: ...), or add --yes: the log keeps the time, but no topic counts it',
      ].join('\n'),
    );
  if (
    !(await ask.confirm(
      `${problem}: ${lines.join(', ')}. What was logged stays but counts for no topic. Go on?`,
      false,
    ))
  )
    throw new CerttrackError('interrupted', 'cancelled; the guide is as it was');
}

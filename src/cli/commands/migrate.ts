import { type Move, moveTrack, previewMove } from '../../app/guide/move-track.ts';
import { durationText } from '../../domain/duration.ts';
import { type Edition, placedTopics, topicTitle } from '../../domain/edition.ts';
import { type Carry, type EditionMapping, evenTargets, type MappingRow } from '../../domain/edition-mapping.ts';
import { isPlain } from '../../domain/moved-study.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { fateText, migrationReport } from '../../report/migration.ts';
import type { App } from '../app.ts';
import type { Ask } from '../ask.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { topicChoice } from '../topic-choice.ts';

export function migrateCommand(program: Program, app: App): void {
  program
    .command('migrate')
    .summary('move to another edition of the guide, with everything studied')
    .description(
      'Moves a certification to another edition of its guide. What was logged stays as it was and counts for the topics that took its place; on a terminal every row that is not plain can be changed. One undo takes it back.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .requiredOption('--to <edition>', 'the edition to move to, gcp-pde@2025')
    .addHelpText(
      'before',
      examples('certtrack migrate --to gcp-pde@2025 --dry-run', 'certtrack migrate gcp-pmle --to gcp-pmle@2026'),
    )
    .action((cert, options, command) => act(app, command, (context) => migrate(context, cert, options.to)));
}

async function migrate(context: Context, cert: string | undefined, name: string): Promise<Report> {
  const { ask, options, dryRun } = context;
  const move = await previewMove(context, cert, name);
  if (!move.known && ask === null && !options.yes && !dryRun)
    throw new CerttrackError(
      'decision_needed',
      `nobody has compared ${move.from.id} and ${move.to.id} yet; this mapping is only a proposal`,
      'Look at it with --dry-run, confirm it row by row on a terminal, or accept it with --yes',
    );
  const confirmed = ask === null || options.yes || dryRun ? move.mapping : await confirmedMapping(ask, move);
  return migrationReport(await moveTrack(context, move, confirmed));
}

/** Lets a person confirm or change every row that has study and is not plain; of a guessed mapping, every row that has study. */
async function confirmedMapping(ask: Ask, { from, to, study, mapping, known }: Move): Promise<EditionMapping> {
  const changed = new Map<string, MappingRow>();
  for (const { row, minutes } of study.rows) {
    if (minutes === 0 || (known && isPlain(row))) continue;
    const title = `${topicTitle(from, row.old)} (${durationText(minutes)}): ${fateText(row, to)}`;
    const answer = await ask.select(title, [
      { name: 'as it stands', value: 'keep' },
      { name: 'counts in full', value: 'full' },
      { name: 'counts half', value: 'partial' },
      { name: 'does not count', value: 'none' },
      { name: 'another topic…', value: 'other' },
    ]);
    if (answer === 'keep') continue;
    const topicIds = answer === 'other' ? [await askTopic(ask, to)] : row.targets.map(({ topicId }) => topicId);
    changed.set(row.old, decided(row, topicIds, answer === 'other' ? 'full' : (answer as Carry)));
  }
  if (!(await ask.confirm(`Move to ${to.id}? ${durationText(study.minutes)} logged`, true)))
    throw new CerttrackError('interrupted', 'cancelled; nothing was moved');
  return { ...mapping, rows: mapping.rows.map((row) => changed.get(row.old) ?? row) };
}

async function askTopic(ask: Ask, to: Edition): Promise<string> {
  const choices = placedTopics(to).map(topicChoice);
  return ask.search(`Topic of ${to.id}? (type to search)`, (typed) =>
    choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase())),
  );
}

/** A row as a person decided it. */
function decided(row: MappingRow, topicIds: readonly string[], carry: Carry): MappingRow {
  if (topicIds.length === 0 || carry === 'none')
    return { ...row, kind: 'dropped', carry: 'none', targets: evenTargets(topicIds, 'none') };
  return { ...row, kind: row.kind === 'dropped' ? 'moved' : row.kind, carry, targets: evenTargets(topicIds, carry) };
}

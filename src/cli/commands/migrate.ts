import { withBackup } from '../../app/backup/daily-backup.ts';
import { change, type Outcome } from '../../app/change.ts';
import { findEdition, syllabiFolder } from '../../app/guide/find-edition.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { today } from '../../domain/day.ts';
import { type Edition, OTHER_TOPIC } from '../../domain/edition.ts';
import type { EditionMapping } from '../../domain/edition-mapping.ts';
import { movedStudy } from '../../domain/moved-study.ts';
import type { TopicTotal } from '../../domain/progress.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { migrationReport } from '../../report/migration.ts';
import type { Change } from '../../store/change.ts';
import { saveEdition } from '../../store/editions.ts';
import { mappingId, mappings } from '../../store/mappings.ts';
import { mocks } from '../../store/mocks.ts';
import type { Db } from '../../store/open.ts';
import { studyTotals } from '../../store/topic-days.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { confirmedMapping } from './confirm-mapping.ts';

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
  const db = await context.open();
  const { track, edition: from } = currentTrack(context, db, cert);
  const to = await findEdition(context, name.includes('@') ? name : `${track.certId}@${name}`);
  refuseMove(track, from, to);
  const { mapping, known } = await mappingBetween(context, db, from, to);
  const studied = studiedIn(context, db, from);
  const study = movedStudy(mapping, to, studied);
  if (!known && context.ask === null && !context.options.yes && !context.options.dryRun)
    throw new CerttrackError(
      'decision_needed',
      `nobody has compared ${from.id} and ${to.id} yet; this mapping is only a proposal`,
      'Look at it with --dry-run, confirm it row by row on a terminal, or accept it with --yes',
    );
  const ask = context.options.yes || context.options.dryRun ? null : context.ask;
  const confirmed = ask === null ? mapping : await confirmedMapping(ask, { from, to, study, mapping, known });
  const move = (): Outcome<Report> => {
    saveEdition(db, to);
    const after: Track = { ...track, editionId: to.id, updatedAt: context.now.instant };
    return {
      action: 'migrate',
      summary: `moved ${track.certId} from ${from.id} to ${to.id}`,
      changes: [mappingChange(db, confirmed), { entity: 'track', id: track.certId, before: track, after }],
      result: () =>
        migrationReport({
          from,
          to,
          known,
          study: movedStudy(confirmed, to, studied),
          counted: countedIn(studiedIn(context, db, to)),
          mocks: mocks(db, { certId: track.certId }).length,
        }),
    };
  };
  return withBackup(context, db, 'migrate', () => change(context, db, move));
}

/** @throws usage when there is nothing to move */
function refuseMove(track: Track, from: Edition, to: Edition): void {
  if (to.certId !== track.certId)
    throw new CerttrackError(
      'usage',
      `${to.id} is another certification`,
      `Start it with: certtrack init --cert ${to.id}`,
    );
  if (to.id === from.id) throw new CerttrackError('usage', `${track.certId} is on ${to.id} already`);
}

/** What a person moved along before, else the shipped way, else a proposal. */
async function mappingBetween(context: Context, db: Db, from: Edition, to: Edition) {
  const { shippedMapping } = await import('../../syllabus/library.ts');
  const kept = mappings(db).find((mapping) => mapping.from === from.id && mapping.to === to.id);
  const known = kept ?? shippedMapping(syllabiFolder(context.app), from.id, to.id);
  if (known) return { mapping: known, known: true };
  const { proposedMapping } = await import('../../domain/proposed-mapping.ts');
  return { mapping: proposedMapping(from, to), known: false };
}

/** What counts for each topic of an edition. */
function studiedIn(context: Context, db: Db, edition: Edition): readonly TopicTotal[] {
  const day = today(context.now);
  return studyTotals(db, edition, { from: day, to: day }, day).topics;
}

function countedIn(totals: readonly TopicTotal[]): number {
  return totals.reduce((sum, { topicId, minutes }) => sum + (topicId === OTHER_TOPIC ? 0 : minutes), 0);
}

function mappingChange(db: Db, mapping: EditionMapping): Change {
  const id = mappingId(mapping);
  const before = mappings(db).find((known) => mappingId(known) === id) ?? null;
  return { entity: 'mapping', id, before, after: { from: mapping.from, to: mapping.to, rows: mapping.rows } };
}

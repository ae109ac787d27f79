import { today } from '../../domain/day.ts';
import { type Edition, OTHER_TOPIC } from '../../domain/edition.ts';
import type { EditionMapping } from '../../domain/edition-mapping.ts';
import { type MovedStudy, movedStudy } from '../../domain/moved-study.ts';
import type { TopicTotal } from '../../domain/progress.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { saveEdition } from '../../store/editions.ts';
import { mappingId, mappings } from '../../store/mappings.ts';
import { mocks } from '../../store/mocks.ts';
import type { Db } from '../../store/sqlite.ts';
import { studyTotals } from '../../store/topic-days.ts';
import { withBackup } from '../backup/daily-backup.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { currentTrack } from '../track/current-track.ts';
import { findEdition, syllabiFolder } from './find-edition.ts';

/** A move to another edition as it would be. `known` is false for a mapping that was only guessed. */
export interface Move {
  readonly track: Track;
  readonly from: Edition;
  readonly to: Edition;
  readonly mapping: EditionMapping;
  readonly known: boolean;
  readonly study: MovedStudy;
}

/** A move that was made: what of the study counts now, in minutes, and how many practice exams came along. */
export interface Moved extends Move {
  readonly counted: number;
  readonly mocks: number;
}

/** What a move to the edition named would do. @throws usage when there is nothing to move, not_found */
export async function previewMove(env: Env, cert: string | undefined, name: string): Promise<Move> {
  const db = await env.open();
  const { track, edition: from } = currentTrack(env, db, cert);
  const to = await findEdition(env, name.includes('@') ? name : `${track.certId}@${name}`);
  refuseMove(track, from, to);
  const { mapping, known } = await mappingBetween(env, db, from, to);
  return { track, from, to, mapping, known, study: movedStudy(mapping, to, studiedIn(env, db, from)) };
}

/** Moves a track along a mapping, its own or one that a person confirmed, as one change after a backup. */
export async function moveTrack(env: Env, move: Move, mapping: EditionMapping = move.mapping): Promise<Moved> {
  const db = await env.open();
  const { track, from, to } = move;
  const studied = studiedIn(env, db, from);
  return withBackup(env, db, 'migrate', () =>
    change(env, db, () => {
      saveEdition(db, to);
      const after: Track = { ...track, editionId: to.id, updatedAt: env.now.instant };
      return {
        action: 'migrate',
        summary: `moved ${track.certId} from ${from.id} to ${to.id}`,
        changes: [mappingChange(db, mapping), { entity: 'track', id: track.certId, before: track, after }],
        result: () => ({
          ...move,
          mapping,
          study: movedStudy(mapping, to, studied),
          counted: countedIn(studiedIn(env, db, to)),
          mocks: mocks(db, { certId: track.certId }).length,
        }),
      };
    }),
  );
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
async function mappingBetween(env: Env, db: Db, from: Edition, to: Edition) {
  const { shippedMapping } = await import('../../syllabus/library.ts');
  const kept = mappings(db).find((mapping) => mapping.from === from.id && mapping.to === to.id);
  const known = kept ?? shippedMapping(syllabiFolder(env), from.id, to.id);
  if (known) return { mapping: known, known: true };
  const { proposedMapping } = await import('../../domain/proposed-mapping.ts');
  return { mapping: proposedMapping(from, to), known: false };
}

/** What counts for each topic of an edition. */
function studiedIn(env: Env, db: Db, edition: Edition): readonly TopicTotal[] {
  const day = today(env.now);
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

import { shortDuration } from '../../domain/duration.ts';
import { type Edition, OTHER_TOPIC } from '../../domain/edition.ts';
import { type EditionChange, editionChange } from '../../domain/edition-change.ts';
import { CerttrackError } from '../../errors.ts';
import { editionById } from '../../store/editions.ts';
import { studiedTopics } from '../../store/topic-days.ts';
import { tracks } from '../../store/tracks.ts';
import { shippedIds } from '../../syllabus/shipped.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { syllabiFolder } from './find-edition.ts';

/** A guide of a person's own as it was added. `change` is what differs from the one that was there; null where there was none. */
export interface AddedGuide {
  readonly edition: Edition;
  readonly change: EditionChange | null;
  readonly same: boolean;
  readonly tracked: boolean;
}

/** The guide of a file, which certtrack does not ship. @throws bad_data with every problem and its place, usage for a shipped one */
export async function readGuide(env: Env, file: string): Promise<Edition> {
  const { readSyllabus } = await import('../../syllabus/library.ts');
  const edition = readSyllabus(file);
  if (!shippedIds(syllabiFolder(env)).includes(edition.id)) return edition;
  throw new CerttrackError(
    'usage',
    `${edition.id} is a guide that certtrack ships`,
    `Give yours an edition of its own, such as "${edition.id.split('@')[1]}-mine"`,
  );
}

/** Takes a guide into the database, in place of the one of the same name. */
export async function addGuide(env: Env, edition: Edition): Promise<AddedGuide> {
  const db = await env.open('create');
  return change(env, db, () => {
    const before = editionById(db, edition.id) ?? null;
    const same = before !== null && JSON.stringify(before) === JSON.stringify(edition);
    return {
      action: 'syllabus add',
      summary: `${before === null ? 'added' : 'changed'} the guide ${edition.id}`,
      changes: same ? [] : [{ entity: 'edition', id: edition.id, before, after: edition }],
      result: () => ({
        edition,
        change: before && editionChange(before, edition),
        same,
        tracked: tracks(db).some(({ editionId }) => editionId === edition.id),
      }),
    };
  });
}

/** Topics with study logged that a new version of a guide no longer has, each in words. */
export async function studyLost(env: Env, edition: Edition): Promise<string[]> {
  const db = await env.open('create');
  const before = editionById(db, edition.id);
  if (!before) return [];
  const gone = new Set(editionChange(before, edition).gone);
  const lost = [...studiedTopics(db, edition.id)].filter(([id]) => id !== OTHER_TOPIC && gone.has(id));
  if (lost.length === 0) return [];
  const { proposedMapping } = await import('../../domain/proposed-mapping.ts');
  const { rows } = proposedMapping(before, edition);
  return lost.map(([id, minutes]) => {
    const [heir] = rows.find((row) => row.old === id)?.targets ?? [];
    return `${id} (${shortDuration(minutes)} logged${heir ? `; ${heir.topicId} now?` : ''})`;
  });
}

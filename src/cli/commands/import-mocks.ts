import { withBackup } from '../../app/backup/daily-backup.ts';
import { change, type Outcome } from '../../app/change.ts';
import { syllabiFolder } from '../../app/guide/find-edition.ts';
import { badRows } from '../../app/import/refusals.ts';
import { startedTracks } from '../../app/track/started-tracks.ts';
import { remembered } from '../../domain/remembered.ts';
import { missingTracks } from '../../domain/track.ts';
import { plural } from '../../domain/words.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import type { Change } from '../../store/change.ts';
import { editionById, saveEdition } from '../../store/editions.ts';
import { mockById } from '../../store/mocks.ts';
import { tracks } from '../../store/tracks.ts';
import type { Context } from '../context.ts';
import { textOf } from '../text-of.ts';
import { providerChange } from './add-mock.ts';

/** Reads practice exams that `export --what mocks` wrote; those that are there already stay as they are. One import is one undo. */
export async function importMocks(context: Context, file: string): Promise<Report> {
  const text = await textOf(context, file);
  const [{ mocksFromCsv }, { findShipped, shippedRelated }] = await Promise.all([
    import('../../transfer/mocks-from-csv.ts'),
    import('../../syllabus/library.ts'),
  ]);
  const db = await context.open('create');
  const edition = remembered((id: string) => editionById(db, id) ?? findShipped(syllabiFolder(context.app), id));
  const takeAll = (): Outcome<Report> => {
    const { mocks, problems } = mocksFromCsv([...text()].join(''), { edition, now: context.now.instant });
    if (problems.length > 0) throw badRows(file, problems);
    const fresh = mocks.filter(({ mock }) => mockById(db, mock.id) === undefined);
    for (const id of new Set(fresh.map(({ mock }) => mock.editionId))) {
      const found = edition(id);
      if (found) saveEdition(db, found);
    }
    const started = missingTracks(
      new Map(fresh.map(({ mock }) => [mock.certId, mock.editionId])),
      tracks(db),
      context.now.instant,
    );
    return {
      action: 'import',
      summary: `imported ${plural(fresh.length, 'mock')}`,
      changes: [
        ...startedTracks(db, started, () => shippedRelated(syllabiFolder(context.app))),
        ...new Map(
          fresh.flatMap(({ mock, profile }) => providerChange(db, mock.provider, profile)).map((one) => [one.id, one]),
        ).values(),
        ...fresh.map(({ mock }): Change => ({ entity: 'mock', id: mock.id, before: null, after: mock })),
      ],
      result: () => ({
        title: 'Import',
        data: { file, imported: fresh.length, unchanged: mocks.length - fresh.length },
        blocks: [
          line(
            `Read ${file.split('/').at(-1)}: ${fresh.length === 0 ? 'nothing new' : plural(fresh.length, 'new mock')}${mocks.length > fresh.length ? `; ${mocks.length - fresh.length} already there` : ''}.`,
          ),
          ...(fresh.length > 0 ? [line(muted('Take the whole import back: certtrack undo'))] : []),
        ],
      }),
    };
  };
  return withBackup(context, db, 'import', () => change(context, db, takeAll));
}

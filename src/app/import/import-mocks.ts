import { remembered } from '../../domain/remembered.ts';
import { missingTracks } from '../../domain/track.ts';
import { plural } from '../../domain/words.ts';
import type { Change } from '../../store/change.ts';
import { editionById, saveEdition } from '../../store/editions.ts';
import { mockById } from '../../store/mocks.ts';
import { tracks } from '../../store/tracks.ts';
import { withBackup } from '../backup/daily-backup.ts';
import { change, type Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { syllabiFolder } from '../guide/find-edition.ts';
import { providerChange } from '../mock/named-mock.ts';
import { startedTracks } from '../track/start-tracks.ts';
import { badRows } from './refusals.ts';

/** How many practice exams of a file were new, and how many were there already. */
export interface ImportedMocks {
  readonly file: string;
  readonly imported: number;
  readonly unchanged: number;
}

/** Reads practice exams that `export --what mocks` wrote; those that are there already stay as they are. One import is one undo. */
export async function importMocks(env: Env, file: string, text: () => Iterable<string>): Promise<ImportedMocks> {
  const [{ mocksFromCsv }, { findShipped, shippedRelated }] = await Promise.all([
    import('../../transfer/mocks-from-csv.ts'),
    import('../../syllabus/library.ts'),
  ]);
  const db = await env.open('create');
  const edition = remembered((id: string) => editionById(db, id) ?? findShipped(syllabiFolder(env), id));
  const takeAll = (): Outcome<ImportedMocks> => {
    const { mocks, problems } = mocksFromCsv([...text()].join(''), { edition, now: env.now.instant });
    if (problems.length > 0) throw badRows(file, problems);
    const fresh = mocks.filter(({ mock }) => mockById(db, mock.id) === undefined);
    for (const id of new Set(fresh.map(({ mock }) => mock.editionId))) {
      const found = edition(id);
      if (found) saveEdition(db, found);
    }
    const started = missingTracks(
      new Map(fresh.map(({ mock }) => [mock.certId, mock.editionId])),
      tracks(db),
      env.now.instant,
    );
    return {
      action: 'import',
      summary: `imported ${plural(fresh.length, 'mock')}`,
      changes: [
        ...startedTracks(db, started, () => shippedRelated(syllabiFolder(env))),
        ...new Map(
          fresh.flatMap(({ mock, profile }) => providerChange(db, mock.provider, profile)).map((one) => [one.id, one]),
        ).values(),
        ...fresh.map(({ mock }): Change => ({ entity: 'mock', id: mock.id, before: null, after: mock })),
      ],
      result: () => ({ file, imported: fresh.length, unchanged: mocks.length - fresh.length }),
    };
  };
  return withBackup(env, db, 'import', () => change(env, db, takeAll));
}

import { join } from 'node:path';
import type { Mock } from '../../src/domain/mock.ts';
import { record } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open.ts';
import { PACKAGE, type Sandbox, sandbox, type World } from './app.ts';

/** The sample journey with practice exams, on the evening five weeks into the second certification. */
export async function studyJourney(world: World = {}): Promise<Sandbox> {
  const box = sandbox({ now: '2026-11-22T21:30:00+01:00', ...world });
  await box.ok('init', '--cert', 'gcp-pde', '--exam', '2026-10-16', '--hours', '10/week', '--target', '75');
  await box.ok('init', '--cert', 'gcp-pmle', '--exam', '2026-12-18', '--hours', '6/week');
  await box.ok('import', 'csv', join(PACKAGE, 'data/demo/sessions.csv'));
  return box;
}

/** Puts rows of mocks into a sandbox's log. */
export function addMocks(box: Sandbox, mocks: readonly Mock[]): void {
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  try {
    record(
      db,
      { id: `mocks-${mocks[0]?.id}`, at: Date.parse('2026-11-22T20:00:00Z'), action: 'test', summary: 'mocks' },
      mocks.map((mock) => ({ entity: 'mock', id: mock.id, before: null, after: mock })),
    );
  } finally {
    db.close();
  }
}

/** A timed first attempt at 50 questions unless `differing` says otherwise. */
export function mockOf(n: number, differing: Partial<Mock> & Pick<Mock, 'studyDate'>): Mock {
  const at = Date.parse(`${differing.studyDate}T17:00:00Z`);
  return {
    id: `01a0a12f-9408-7bcd-9dfe-${String(n).padStart(12, '0')}`,
    certId: 'gcp-pmle',
    editionId: 'gcp-pmle@2026',
    provider: 'Practice vendor',
    takenAt: at,
    timezone: 'Europe/Berlin',
    correct: 34,
    questions: 50,
    sections: [],
    minutes: 95,
    timed: true,
    firstAttempt: true,
    openBook: false,
    note: null,
    prediction: null,
    source: 'certtrack',
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    ...differing,
  };
}

import { putEdition } from './editions.ts';
import { putExamResult } from './exam-results.ts';
import type { Change } from './journal.ts';
import { putMock, putProvider } from './mocks.ts';
import type { Db } from './open.ts';
import { putResource } from './resources.ts';
import { sessionWriter } from './sessions.ts';
import { putSetting } from './settings.ts';
import type { EvidenceCounter } from './topic-days.ts';
import { putTrack } from './tracks.ts';

/** Writes rows and counts evidence; the statements are prepared once for all changes of an entry. */
export function changeApplier(db: Db, evidence: EvidenceCounter): (change: Change) => void {
  const writeSession = sessionWriter(db);
  return (change) => {
    switch (change.entity) {
      case 'session':
        evidence.count(change.before, -1);
        writeSession(change.id, change.before, change.after);
        evidence.count(change.after, 1);
        return;
      case 'track':
        putTrack(db, change.id, change.after);
        return;
      case 'setting':
        putSetting(db, change.id, change.after);
        return;
      case 'edition':
        putEdition(db, change.id, change.after);
        return;
      case 'mock':
        putMock(db, change.id, change.after);
        return;
      case 'provider':
        putProvider(db, change.id, change.after);
        return;
      case 'resource':
        putResource(db, change.id, change.after);
        return;
      case 'result':
        putExamResult(db, change.id, change.after);
    }
  };
}

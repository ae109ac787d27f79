import type { Edition } from '../domain/edition.ts';
import type { EditionMapping } from '../domain/edition-mapping.ts';
import type { ExamResult } from '../domain/exam-result.ts';
import type { Mock, Provider } from '../domain/mock.ts';
import type { PlanWishes } from '../domain/plan/plan.ts';
import type { Resource } from '../domain/resource.ts';
import type { Card, CardRating } from '../domain/review/card.ts';
import type { Session } from '../domain/session.ts';
import type { Track } from '../domain/track.ts';
import { putCard, putCardRating } from './cards.ts';
import { putEdition } from './editions.ts';
import type { EvidenceCounter } from './evidence-counter.ts';
import { putExamResult } from './exam-results.ts';
import { putMapping } from './mappings.ts';
import { putMock, putProvider } from './mocks.ts';
import { putPlan } from './plans.ts';
import { putResource } from './resources.ts';
import { sessionWriter } from './sessions.ts';
import { putSetting } from './settings.ts';
import type { Db } from './sqlite.ts';
import { putTrack } from './tracks.ts';

/** What can change, by the name the journal has for it, and what a row of it is. */
interface Rows {
  readonly session: Session;
  readonly track: Track;
  readonly setting: string;
  /** A guide that a person added; shipped ones are kept without the journal. */
  readonly edition: Edition;
  readonly mock: Mock;
  readonly provider: Provider;
  readonly resource: Resource;
  readonly result: ExamResult;
  /** How a track was moved from one edition to another. */
  readonly mapping: EditionMapping;
  readonly plan: PlanWishes;
  readonly card: Card;
  readonly rating: CardRating;
}

interface ChangeOf<Entity extends keyof Rows> {
  readonly entity: Entity;
  readonly id: string;
  readonly before: Rows[Entity] | null;
  readonly after: Rows[Entity] | null;
}

/** One row before and after; null where it did not or does not exist. */
export type Change = { [Entity in keyof Rows]: ChangeOf<Entity> }[keyof Rows];

/** How a row is written over whatever stands under its id, or taken out. Sessions, which come by the thousand, have a writer of their own. */
const PUT: {
  readonly [Entity in Exclude<keyof Rows, 'session'>]: (db: Db, id: string, row: Rows[Entity] | null) => void;
} = {
  track: putTrack,
  setting: putSetting,
  edition: putEdition,
  mock: putMock,
  provider: putProvider,
  resource: putResource,
  result: putExamResult,
  mapping: putMapping,
  plan: putPlan,
  card: putCard,
  rating: putCardRating,
};

/** Writes rows and counts evidence; the statements for sessions are prepared once for all changes of an entry. */
export function changeWriter(db: Db, evidence: EvidenceCounter): (change: Change) => void {
  const writeSession = sessionWriter(db);
  return (change) => {
    if (change.entity === 'session') {
      evidence.count(change.before, -1);
      writeSession(change.id, change.before, change.after);
      evidence.count(change.after, 1);
      return;
    }
    const put = PUT[change.entity] as (db: Db, id: string, row: unknown) => void;
    put(db, change.id, change.after);
  };
}

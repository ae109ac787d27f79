import type { Edition } from '../../domain/edition.ts';
import { countsLess, type Mock, UNKNOWN_PROVIDER } from '../../domain/mock.ts';
import { mockPhrase } from '../../domain/mock-phrase.ts';
import type { Profile } from '../../domain/readiness/parameters.ts';
import { resolveWhen } from '../../domain/when.ts';
import { storedZone } from '../../domain/zone.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Outcome } from '../change.ts';
import type { Env } from '../env.ts';
import { currentTrack } from '../track/current-track.ts';
import { mockScore, sectionsOf, summedScore } from './mock-score.ts';
import { mockNamer, type NamedMock, predictionFor, providerChange, refuseMock } from './named-mock.ts';

/** Fields of a practice exam to change: what is left out stays, null clears. `profile` is that of all its provider's questions. */
export interface MockEdits {
  readonly provider?: string | undefined;
  readonly profile?: Profile | undefined;
  readonly score?: string | undefined;
  readonly sections?: readonly string[] | undefined;
  readonly minutes?: number | null | undefined;
  readonly timed?: boolean | undefined;
  readonly firstAttempt?: boolean | undefined;
  readonly openBook?: boolean | undefined;
  readonly date?: string | undefined;
  readonly note?: string | null | undefined;
}

/** The change of a practice exam. @throws usage when it must not be like that */
export function mockEdited(env: Env, db: Db, before: Mock, edits: MockEdits): Outcome<NamedMock> {
  const { track, edition: current } = currentTrack(env, db, before.certId);
  const edition = editionById(db, before.editionId) ?? current;
  const provider = edits.provider === undefined ? before.provider : edits.provider.trim() || UNKNOWN_PROVIDER;
  const minutes = edits.minutes === undefined ? before.minutes : edits.minutes;
  const edited: Mock = {
    ...before,
    ...rescored(before, edits, edition),
    provider,
    minutes,
    timed: edits.timed ?? before.timed,
    firstAttempt: edits.firstAttempt ?? before.firstAttempt,
    openBook: edits.openBook ?? before.openBook,
    note: edits.note === undefined ? before.note : edits.note,
    updatedAt: Math.floor(env.now.instant / 1000) * 1000,
    ...(edits.date === undefined ? {} : moved(env, { ...before, minutes }, edits.date)),
  };
  refuseMock(edited, edition, env);
  const after = isAnother(before, edited)
    ? { ...edited, prediction: predictionFor(db, track, current, edited, edits.profile) }
    : edited;
  return {
    action: 'edit',
    summary: `changed practice exam ${mockPhrase(before)}`,
    changes: [...providerChange(db, provider, edits.profile), { entity: 'mock', id: before.id, before, after }],
    result: () => mockNamer(db)(after),
  };
}

/** Sections and score with the edits; sections that were named make up the score unless it was named too. */
function rescored(
  before: Mock,
  { score, sections: section }: MockEdits,
  edition: Edition,
): Pick<Mock, 'sections' | 'correct' | 'questions'> {
  const { correct, questions } = before;
  const named = section;
  const sections = named === undefined ? before.sections : sectionsOf(named, edition);
  if (score !== undefined) return { sections, ...mockScore(score, edition) };
  return { sections, ...(named !== undefined && sections.length > 0 ? summedScore(sections) : { correct, questions }) };
}

/** Whether what was expected was expected of something else than this: at another time, of another paper, of other questions. */
function isAnother(before: Mock, after: Mock): boolean {
  return (
    before.takenAt !== after.takenAt ||
    before.questions !== after.questions ||
    before.provider !== after.provider ||
    countsLess(before).join() !== countsLess(after).join()
  );
}

function moved({ now }: Env, before: Mock, date: string): Pick<Mock, 'takenAt' | 'timezone' | 'studyDate'> {
  const zone = storedZone(before.timezone);
  const when = resolveWhen({ date, minutes: before.minutes ?? 1 }, { ...now, zone }, () => undefined);
  return { takenAt: when.endedAt, timezone: when.zone.name, studyDate: when.studyDate };
}

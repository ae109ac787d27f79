import type { Edition } from '../../domain/edition.ts';
import { addDays, dayNumber } from '../../domain/local-date.ts';
import { type Mock, mockProblem, type Prediction, profileOf, USUAL_PROFILE } from '../../domain/mock.ts';
import { type Evidence, examOf } from '../../domain/readiness/exam.ts';
import type { Profile } from '../../domain/readiness/parameters.ts';
import { predictMock } from '../../domain/readiness/predict.ts';
import type { Track } from '../../domain/track.ts';
import { storedZone, type Zone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { editionById } from '../../store/editions.ts';
import { handleOf } from '../../store/handles.ts';
import { mocks, providerNamed } from '../../store/mocks.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { wantedTrack } from '../track/current-track.ts';

/** A mock with what is needed to print it. `profile` is its provider's. */
export interface NamedMock {
  readonly mock: Mock;
  readonly handle: string;
  readonly edition: Edition | undefined;
  readonly zone: Zone;
  readonly profile: Profile;
}

/** Gives mocks their short ids, editions, zones and their providers' profiles. */
export function mockNamer(db: Db): (mock: Mock) => NamedMock {
  return (mock) => ({
    mock,
    handle: handleOf(db, 'mock', mock.id),
    edition: editionById(db, mock.editionId),
    zone: storedZone(mock.timezone),
    profile: providerNamed(db, mock.provider)?.profile ?? USUAL_PROFILE,
  });
}

/** What the log said just before a mock. `classed` is its provider's profile where that is new. */
export function predictionFor(db: Db, track: Track, edition: Edition, mock: Mock, classed?: Profile): Prediction {
  const profile = profileOf(mock, classed ?? providerNamed(db, mock.provider)?.profile ?? USUAL_PROFILE);
  const before = evidenceBefore(db, track, edition, mock);
  return predictMock(examOf(edition, track), before, dayNumber(mock.studyDate), mock.questions, profile);
}

/** All that came before the day of a mock, and the mocks of that day taken before it; study is kept by days, so its hour is not known. */
function evidenceBefore(db: Db, track: Track, edition: Edition, mock: Mock): Evidence {
  const { id, certId, takenAt, studyDate } = mock;
  const morning = evidenceOn(db, track, edition, addDays(studyDate, -1));
  const taken = mocks(db, { certId }).filter(
    (other) =>
      other.studyDate <= studyDate && (other.takenAt < takenAt || (other.takenAt === takenAt && other.id < id)),
  );
  if (taken.every((other) => other.studyDate < studyDate)) return morning;
  // Evidence has mocks in the order they were taken, so those before this one come first.
  return { ...morning, mocks: evidenceOn(db, track, edition, studyDate).mocks.slice(0, taken.length) };
}

/** @throws usage with the reason when a mock must not be recorded */
export function refuseMock(mock: Mock, edition: Edition, { now }: Env): void {
  const problem = mockProblem(mock, edition, now.instant);
  if (problem) throw new CerttrackError('usage', problem.message, problem.hint);
}

/** The change that classes a provider, none when it is like that already. */
export function providerChange(db: Db, name: string, profile: Profile | undefined): Change[] {
  const before = providerNamed(db, name) ?? null;
  if (profile === undefined || before?.profile === profile) return [];
  const id = before?.name ?? name;
  return [{ entity: 'provider', id, before, after: { name: id, profile } }];
}

/** Practice exams, oldest first, of the certification asked for or of all; deleted ones instead where asked. */
export async function listMocks(env: Env, { deleted = false }: { readonly deleted?: boolean }): Promise<NamedMock[]> {
  const db = await env.open();
  const certId = wantedTrack(env, db)?.track.certId;
  return mocks(db, { certId, deleted }).map(mockNamer(db));
}

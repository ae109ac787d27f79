import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { countsLess, type Mock, UNKNOWN_PROVIDER } from '../../domain/mock.ts';
import { mockPhrase } from '../../domain/mock-phrase.ts';
import type { Profile } from '../../domain/readiness/parameters.ts';
import { resolveWhen } from '../../domain/when.ts';
import type { Instant } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { mocks, providerNamed } from '../../store/mocks.ts';
import { lastEndOn } from '../../store/sessions.ts';
import type { Db } from '../../store/sqlite.ts';
import { change } from '../change.ts';
import type { Env } from '../env.ts';
import { type JudgedStanding, judgedStanding } from '../readiness/standing.ts';
import { currentTrack } from '../track/current-track.ts';
import { mockScore, sectionsOf, summedScore } from './mock-score.ts';
import { mockNamer, type NamedMock, predictionFor, providerChange, refuseMock } from './named-mock.ts';

/** A practice exam as a person tells it. Scores are text (`41/50`, `82%`, `storing=7/10`), because the guide says what they mean. */
export interface MockInput {
  readonly cert?: string | undefined;
  readonly provider?: string | undefined;
  /** Whose questions the provider asks; kept for the provider. */
  readonly profile?: Profile | undefined;
  readonly score?: string | undefined;
  readonly section?: readonly string[] | undefined;
  readonly minutes?: number | undefined;
  readonly untimed?: boolean | undefined;
  readonly repeat?: boolean | undefined;
  readonly openBook?: boolean | undefined;
  readonly date?: string | undefined;
  readonly note?: string | undefined;
}

/** What recording a practice exam led to. `introduce` is whether to say how its provider's questions count: once, unless it was said already. */
export interface RecordedMock {
  readonly named: NamedMock;
  readonly before: JudgedStanding;
  readonly after: JudgedStanding;
  readonly introduce: boolean;
}

/** Records a practice exam with what was expected of it. @throws usage with the reason when it must not be recorded */
export async function recordMock(env: Env, input: MockInput): Promise<RecordedMock> {
  if (input.score === undefined && !input.section?.length)
    throw new CerttrackError(
      'usage',
      'what was the score?',
      'Write it: certtrack add-mock --provider NAME --score 41/50',
    );
  const db = await env.open();
  const id = await env.newId();
  return change(env, db, () => {
    const { track, edition } = currentTrack(env, db, input.cert);
    const draft = draftMock(env, db, edition, input, id);
    const before = judgedStanding(env, db, track, edition);
    const mock = { ...draft, prediction: predictionFor(db, track, edition, draft, input.profile) };
    return {
      action: 'add-mock',
      summary: `recorded practice exam ${mockPhrase(mock)}`,
      changes: [
        ...providerChange(db, draft.provider, input.profile),
        { entity: 'mock', id: mock.id, before: null, after: mock },
      ],
      result: () => ({
        named: mockNamer(db)(mock),
        before,
        after: judgedStanding(env, db, track, edition),
        introduce: isNews(db, mock),
      }),
    };
  });
}

/** Whether how this provider's questions count matters here, and has been neither said by the person nor to them. */
function isNews(db: Db, mock: Mock): boolean {
  if (mock.provider === UNKNOWN_PROVIDER || countsLess(mock).length > 0) return false;
  return providerNamed(db, mock.provider) === undefined && mocks(db, { provider: mock.provider }).length === 1;
}

/** When the last session or mock of a day ended: what is told of that day came after it. */
function lastEndOf(db: Db, day: LocalDate): Instant | undefined {
  const ends = mocks(db).flatMap(({ studyDate, takenAt }) => (studyDate === day ? [takenAt] : []));
  const last = Math.max(lastEndOn(db, day) ?? 0, ...ends);
  return last > 0 ? last : undefined;
}

/** The mock the words describe. @throws usage with the reason when it must not be recorded */
function draftMock(env: Env, db: Db, edition: Edition, words: MockInput, id: string): Mock {
  const { now } = env;
  const sections = sectionsOf(words.section ?? [], edition);
  const when = resolveWhen({ date: words.date, minutes: words.minutes ?? 1 }, now, (day) => lastEndOf(db, day));
  const recordedAt = Math.floor(now.instant / 1000) * 1000;
  const mock: Mock = {
    id,
    certId: edition.certId,
    editionId: edition.id,
    provider: words.provider?.trim() || UNKNOWN_PROVIDER,
    takenAt: when.endedAt,
    timezone: when.zone.name,
    studyDate: when.studyDate,
    ...(words.score === undefined ? summedScore(sections) : mockScore(words.score, edition)),
    sections,
    minutes: words.minutes ?? null,
    timed: !words.untimed,
    firstAttempt: !words.repeat,
    openBook: words.openBook ?? false,
    note: words.note || null,
    prediction: null,
    source: 'certtrack',
    createdAt: recordedAt,
    updatedAt: recordedAt,
    deletedAt: null,
  };
  refuseMock(mock, edition, env);
  return mock;
}

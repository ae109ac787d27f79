import { carriedDays, carryOver, scaledDay } from '../domain/carry-over.ts';
import { type Edition, OTHER_TOPIC } from '../domain/edition.ts';
import { addDays, dayNumber, type LocalDate } from '../domain/local-date.ts';
import { profileOf, USUAL_PROFILE } from '../domain/mock.ts';
import type { Evidence, MockEvidence } from '../domain/readiness/exam.ts';
import { GATE } from '../domain/readiness/gate.ts';
import { cutAfter, type PackedDays, type StudyDay } from '../domain/readiness/packed-days.ts';
import { type ActivityDay, studyDays } from '../domain/readiness/study-days.ts';
import { pastBasis, pastOf, type StudyPast } from '../domain/readiness/study-past.ts';
import type { RelatedTopics } from '../domain/related.ts';
import { logVersion } from './derived.ts';
import { mappings } from './mappings.ts';
import { mocks, providers } from './mocks.ts';
import type { Db } from './sqlite.ts';
import { keepPast, keptPast } from './study-past.ts';

/** From so many rows on, what is long past is kept ready. */
const MANY_ROWS = 2000;

/** How evidence is read. `packed` is enough to judge the day asked about, and quicker: days long past stay numbers. `many` is for tests. */
interface Reading {
  readonly packed?: boolean;
  readonly many?: number;
}
/** Study is often logged some days late; what is kept ends before that. */
const RECENT_DAYS = 7;

/**
 * All the readiness model learns from about a certification up to a study date, seen through an edition: history of other editions counts
 * as far as it was mapped, study of `related` topics of other certifications at the stated share, without its answers. Years of it are read
 * from what was kept of the past, and only the days since from the evidence.
 */
export function evidenceFor(
  db: Db,
  edition: Edition,
  until: LocalDate,
  related: readonly RelatedTopics[] = [],
  { packed = false, many = MANY_ROWS }: Reading = {},
): Evidence {
  const version = logVersion(db);
  const moves = mappings(db);
  const basis = pastBasis(edition, moves, related);
  const past = keptPast(db, edition.certId, basis, until);
  const span = { after: past?.until ?? '', until };
  const own = carriedDays(activityDays(db, edition.certId, span), carryOver(moves, edition));
  const lent = relatedDays(db, related, span);
  const begun = new Set([...topicsOf(past, true), ...own.map(({ topicId }) => topicId)]);
  const recent = studyDays([...own, ...lent]);
  const last = lastStudy(db, until);
  const renewed =
    own.length + lent.length > many && last !== undefined
      ? pastOf(edition, joined(past, recent).topics, begun, addDays(last, -RECENT_DAYS), answersOf(past))
      : undefined;
  if (renewed) keepPast(db, edition.certId, basis, version, renewed);
  const kept = answersOf(renewed ?? past);
  return {
    ...joined(past, recent, packed ? dayNumber(until) - GATE.days : undefined),
    borrowed: new Set(
      [...topicsOf(past, false), ...lent.map(({ topicId }) => topicId)].filter((topicId) => !begun.has(topicId)),
    ),
    mocks: mockEvidence(db, edition, until),
    results: [],
    ...(kept && { kept }),
  };
}

/** Topics of a past that were studied themselves, or that all study was lent to. */
function topicsOf(past: StudyPast | undefined, own: boolean): string[] {
  return [...(past?.topics ?? [])].filter(([, topic]) => topic.own === own).map(([id]) => id);
}

function answersOf(past: StudyPast | undefined): Evidence['kept'] {
  return past && new Map([...past.topics].map(([id, { answers }]) => [id, answers]));
}

/** A past with what came after; with `from`, days up to that one stay packed. */
function joined(
  past: StudyPast | undefined,
  recent: ReadonlyMap<string, readonly StudyDay[]>,
  from = Number.NEGATIVE_INFINITY,
): Pick<Evidence, 'topics'> & { readonly earlier: ReadonlyMap<string, PackedDays> } {
  const topics = new Map(recent);
  const earlier = new Map<string, PackedDays>();
  for (const [id, topic] of past?.topics ?? []) {
    const cut = cutAfter(topic.days, from);
    earlier.set(id, cut.earlier);
    topics.set(id, [...cut.days, ...(recent.get(id) ?? [])]);
  }
  return { topics, earlier };
}

function lastStudy(db: Db, until: LocalDate): LocalDate | undefined {
  const last = db.prepare('SELECT max(study_date) FROM study_day WHERE study_date <= ?').pluck().get(until);
  return (last as LocalDate | null) ?? undefined;
}

/** Study dates after the one and up to the other. */
interface Span {
  readonly after: string;
  readonly until: LocalDate;
}

/** Time outside the guide is no evidence. Each topic is a search in the primary key, so that the days before `after` cost nothing. */
function activityDays(
  db: Db,
  certId: string,
  { after, until }: Span,
): (ActivityDay & { readonly editionId: string })[] {
  return db
    .prepare(
      `SELECT edition_id AS editionId, topic_id AS topicId, study_date AS date, activity, topic_day.minutes,
         tested_minutes AS testedMinutes, topic_day.correct, topic_day.questions, rating_sum AS ratingSum, rating_weight AS ratingWeight
       FROM topic_total CROSS JOIN topic_day USING (cert_id, edition_id, topic_id)
       WHERE cert_id = ? AND topic_id <> ? AND study_date > ? AND study_date <= ?`,
    )
    .all(certId, OTHER_TOPIC, after, until) as (ActivityDay & { readonly editionId: string })[];
}

/** Study of topics of other certifications, under the topics here that it is in part study of. */
function relatedDays(db: Db, related: readonly RelatedTopics[], span: Span): ActivityDay[] {
  return [...new Set(related.map(({ from }) => from.certId))].flatMap((certId) => {
    const rows = activityDays(db, certId, span);
    return related
      .filter(({ from }) => from.certId === certId)
      .flatMap(({ from, to, share }) =>
        rows
          .filter(({ topicId }) => topicId === from.topicId)
          .map(({ editionId: _, ...row }) => scaledDay({ ...row, ...NO_ANSWERS, topicId: to.topicId }, share)),
      );
  });
}

const NO_ANSWERS = { testedMinutes: 0, correct: 0, questions: 0, ratingSum: 0, ratingWeight: 0 } as const;

function mockEvidence(db: Db, edition: Edition, until: LocalDate): MockEvidence[] {
  const profiles = new Map(providers(db).map(({ name, profile }) => [name.toLowerCase(), profile]));
  const known = new Set(edition.sections.map(({ id }) => id));
  return mocks(db, { certId: edition.certId })
    .filter(({ studyDate }) => studyDate <= until)
    .map((mock) => ({
      day: dayNumber(mock.studyDate),
      correct: mock.correct,
      questions: mock.questions,
      sections: mock.sections.filter(({ sectionId }) => known.has(sectionId)),
      profile: profileOf(mock, profiles.get(mock.provider.toLowerCase()) ?? USUAL_PROFILE),
    }));
}

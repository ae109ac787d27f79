import { carriedDays, carryOver, scaledDay } from '../domain/carry-over.ts';
import { type Edition, OTHER_TOPIC } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { dayNumber } from '../domain/local-date.ts';
import { profileOf, USUAL_PROFILE } from '../domain/mock.ts';
import type { Evidence, MockEvidence } from '../domain/readiness/exam.ts';
import { type ActivityDay, studyDays } from '../domain/readiness/study-days.ts';
import type { RelatedTopics } from '../domain/related.ts';
import { mappings } from './mappings.ts';
import { mocks, providers } from './mocks.ts';
import type { Db } from './open.ts';

/**
 * All the readiness model learns from about a certification up to a study date, seen through an edition: history of other editions counts
 * as far as it was mapped, study of `related` topics of other certifications at the stated share, without its answers.
 */
export function evidenceFor(
  db: Db,
  edition: Edition,
  until: LocalDate,
  related: readonly RelatedTopics[] = [],
): Evidence {
  const own = carriedDays(activityDays(db, edition.certId, until), carryOver(mappings(db), edition));
  const lent = relatedDays(db, related, until);
  const begun = new Set(own.map(({ topicId }) => topicId));
  return {
    topics: studyDays([...own, ...lent]),
    borrowed: new Set(lent.map(({ topicId }) => topicId).filter((topicId) => !begun.has(topicId))),
    mocks: mockEvidence(db, edition, until),
    profile: USUAL_PROFILE,
  };
}

/** Time outside the guide is no evidence. */
function activityDays(db: Db, certId: string, until: LocalDate): (ActivityDay & { readonly editionId: string })[] {
  return db
    .prepare(
      `SELECT edition_id AS editionId, topic_id AS topicId, study_date AS date, activity, minutes, tested_minutes AS testedMinutes,
         correct, questions, rating_sum AS ratingSum, rating_weight AS ratingWeight
       FROM topic_day WHERE cert_id = ? AND study_date <= ? AND topic_id <> ?`,
    )
    .all(certId, until, OTHER_TOPIC) as (ActivityDay & { readonly editionId: string })[];
}

/** Study of topics of other certifications, under the topics here that it is in part study of. */
function relatedDays(db: Db, related: readonly RelatedTopics[], until: LocalDate): ActivityDay[] {
  return [...new Set(related.map(({ from }) => from.certId))].flatMap((certId) => {
    const rows = activityDays(db, certId, until);
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

import type { Edition } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { dayNumber } from '../domain/local-date.ts';
import { profileOf, USUAL_PROFILE } from '../domain/mock.ts';
import type { Evidence, MockEvidence } from '../domain/readiness/exam.ts';
import { type ActivityDay, studyDays } from '../domain/readiness/study-days.ts';
import { mocks, providers } from './mocks.ts';
import type { Db } from './open.ts';

/** All the readiness model learns from about a certification up to a study date, seen through an edition: what belongs to no topic of it is left out. */
export function evidenceFor(db: Db, edition: Edition, until: LocalDate): Evidence {
  return {
    topics: studyDays(activityDays(db, edition, until)),
    mocks: mockEvidence(db, edition, until),
    profile: USUAL_PROFILE,
  };
}

function activityDays(db: Db, edition: Edition, until: LocalDate): ActivityDay[] {
  const topicIds = edition.sections.flatMap(({ topics }) => topics.map(({ id }) => id));
  return db
    .prepare(
      `SELECT topic_id AS topicId, study_date AS date, activity, minutes, tested_minutes AS testedMinutes, correct, questions,
         rating_sum AS ratingSum, rating_weight AS ratingWeight
       FROM topic_day WHERE cert_id = ? AND study_date <= ? AND topic_id IN (SELECT value FROM json_each(?))`,
    )
    .all(edition.certId, until, JSON.stringify(topicIds)) as ActivityDay[];
}

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

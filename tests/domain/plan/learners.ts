import fc from 'fast-check';
import { placedTopics } from '../../../src/domain/edition.ts';
import { dayNumber, type LocalDate } from '../../../src/domain/local-date.ts';
import { type Evidence, examOf } from '../../../src/domain/readiness/exam.ts';
import type { StudyDay } from '../../../src/domain/readiness/packed-days.ts';
import { PDE } from '../../store/logs.ts';

export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const PDE_EXAM = examOf(PDE, { target: 70 });
export const TOPIC_IDS = placedTopics(PDE).map(({ topic }) => topic.id);
export const NOTHING: Evidence = { topics: new Map(), mocks: [], results: [] };

const studyDay = (today: number): fc.Arbitrary<StudyDay> =>
  fc
    .record({
      day: fc.integer({ min: today - 120, max: today }),
      minutes: fc.integer({ min: 1, max: 240 }),
      questions: fc.nat(20),
      right: fc.double({ min: 0, max: 1, noNaN: true }),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
    })
    .map(({ right, ...day }) => ({
      ...day,
      correct: Math.round(right * day.questions),
      testedMinutes: day.questions > 0 ? day.minutes : 0,
    }));

/** Study of a part of the guide in the last months, and now and then a mock. */
export function randomEvidence(today: LocalDate): fc.Arbitrary<Evidence> {
  const day = dayNumber(today);
  const days = fc
    .uniqueArray(studyDay(day), { selector: (entry) => entry.day, maxLength: 6 })
    .map((entries) => entries.sort((a, b) => a.day - b.day));
  const topics = fc
    .dictionary(fc.constantFrom(...TOPIC_IDS), days, { maxKeys: TOPIC_IDS.length })
    .map((entries) => new Map(Object.entries(entries).filter(([, own]) => own.length > 0)));
  const mock = fc.record({
    day: fc.integer({ min: day - 60, max: day }),
    correct: fc.integer({ min: 10, max: 50 }),
    questions: fc.constant(50),
    sections: fc.constant([]),
    profile: fc.constant('third-party' as const),
  });
  return fc.record({ topics, mocks: fc.array(mock, { maxLength: 2 }), results: fc.constant([]) });
}

import fc from 'fast-check';
import type { Evidence, Exam, MockEvidence } from '../../../src/domain/readiness/exam.ts';
import type { StudyDay } from '../../../src/domain/readiness/packed-days.ts';

const topic = (id: string, weight = 0.5) => ({ id, weight, recommended: 240 });

/** Four sections of 40, 30, 20 and 10 %, two topics each; the pass mark is not published. */
export const EXAM: Exam = {
  questions: 50,
  target: 0.7,
  targetSd: 0.05,
  sections: [
    { id: 'a', weight: 0.4, topics: [topic('a1'), topic('a2')] },
    { id: 'b', weight: 0.3, topics: [topic('b1'), topic('b2')] },
    { id: 'c', weight: 0.2, topics: [topic('c1'), topic('c2')] },
    { id: 'd', weight: 0.1, topics: [topic('d1', 0.75), topic('d2', 0.25)] },
  ],
};
export const TOPICS = EXAM.sections.flatMap(({ topics }) => topics.map(({ id }) => id));

/** A study day without anything but what is named. */
export function studyDay(day: number, more: Partial<StudyDay> = {}): StudyDay {
  return { day, minutes: 0, testedMinutes: 0, correct: 0, questions: 0, rating: null, ...more };
}

/** A mock on third-party questions without sections, unless named. */
export function mock(day: number, correct: number, questions: number, more: Partial<MockEvidence> = {}): MockEvidence {
  return { day, correct, questions, sections: [], profile: 'third-party', ...more };
}

export function evidence(
  topics: Readonly<Record<string, readonly StudyDay[]>>,
  mocks: readonly MockEvidence[] = [],
): Evidence {
  return { topics: new Map(Object.entries(topics)), mocks, results: [] };
}

/** The same days on every topic. */
export function everywhere(...days: StudyDay[]): Record<string, StudyDay[]> {
  return Object.fromEntries(TOPICS.map((id) => [id, days]));
}

const answers = fc
  .tuple(fc.nat(12), fc.nat(12))
  .map(([a, b]) => ({ correct: Math.min(a, b), questions: Math.max(a, b) }));
const oneDay = fc
  .record({ minutes: fc.integer({ min: 1, max: 300 }), answers, rating: fc.option(fc.integer({ min: 1, max: 5 })) })
  .map(({ minutes, answers: own, rating }) => ({
    minutes,
    testedMinutes: own.questions > 0 ? minutes : 0,
    ...own,
    rating,
  }));
const days = fc
  .uniqueArray(fc.tuple(fc.nat(100), oneDay), { selector: ([day]) => day, maxLength: 4 })
  .map((list) => list.map(([day, one]) => studyDay(day, one)).sort((x, y) => x.day - y.day));

/** Any log of up to day 100. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...TOPICS), days, { noNullPrototype: true }),
    fc.array(
      fc
        .tuple(fc.nat(100), fc.nat(50), fc.constantFrom('third-party', 'official', 're-used'))
        .map(([day, correct, profile]) => mock(day, correct, 50, { profile })),
      { maxLength: 3 },
    ),
  )
  .map(([topics, mocks]) => evidence(topics, mocks));

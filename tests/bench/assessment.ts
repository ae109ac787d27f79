import { assess } from '../../src/domain/readiness/assess.ts';
import type { Evidence, Exam } from '../../src/domain/readiness/exam.ts';
import { seeded } from '../support/seeded.ts';
import { median } from './timing.ts';

const SECTIONS = 6;
const TOPICS = 10;
const DAYS = 500;
const RUNS = 15;

const names = Array.from({ length: SECTIONS }, (_, s) => Array.from({ length: TOPICS }, (_, t) => `topic-${s}-${t}`));

const exam: Exam = {
  questions: 50,
  target: 0.7,
  targetSd: 0.05,
  sections: names.map((topics, s) => ({
    id: `section-${s}`,
    weight: 1 / SECTIONS,
    topics: topics.map((id) => ({ id, weight: 1 / TOPICS, recommended: 300 })),
  })),
};

/** 500 study days spread over 60 topics, every second with practice questions. */
function evidence(random: () => number): Evidence {
  const topics = new Map(
    names.flat().map((id, t, { length }) => [
      id,
      Array.from({ length: DAYS }, (_, day) => day)
        .filter((day) => day % length === t || random() < 0.05)
        .map((day) => {
          const questions = random() < 0.5 ? 5 + Math.floor(random() * 20) : 0;
          const minutes = 10 + Math.floor(random() * 80);
          const correct = Math.floor(random() * (questions + 1));
          return { day, minutes, testedMinutes: questions > 0 ? minutes : 0, correct, questions, rating: null };
        }),
    ]),
  );
  return { topics, mocks: [], results: [] };
}

/** Milliseconds of a full assessment of 60 topics with 500 study days, in a process that has done it before. */
export function assessmentTime(): number {
  const known = evidence(seeded(1));
  const times = Array.from({ length: RUNS * 2 }, () => {
    const start = performance.now();
    assess(exam, known, DAYS);
    return performance.now() - start;
  });
  return median(times.slice(RUNS));
}

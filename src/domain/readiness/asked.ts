import { type Evidence, type Exam, sourceOf } from './exam.ts';
import { eachDay, NO_DAYS } from './packed-days.ts';

/** Right answers of questions. */
interface Right {
  readonly correct: number;
  readonly questions: number;
}

/** What was asked for the first time, of practice questions and practice exams: in all, by section, and on how many topics. */
export interface Asked extends Right {
  readonly topics: number;
  readonly sections: Readonly<Record<string, Right>>;
}

/** Counts answers up to a day; a practice exam counts for the sections that it tells, a score on a scale for nothing. */
export function askedUpTo(exam: Exam, { topics, earlier, mocks }: Evidence, day: number): Asked {
  const papers = mocks.filter((mock) => mock.day <= day && sourceOf(mock) !== 're-used' && mock.passed === undefined);
  let known = 0;
  const sections = exam.sections.map(({ id, topics: own }) => {
    const answers = own.map((topic) => {
      const right = { correct: 0, questions: 0 };
      const take = (at: number, correct: number, questions: number) => {
        if (at > day) return;
        right.correct += correct;
        right.questions += questions;
      };
      eachDay(earlier?.get(topic.id) ?? NO_DAYS, (at, _minutes, _tested, correct, questions) =>
        take(at, correct, questions),
      );
      for (const entry of topics.get(topic.id) ?? []) take(entry.day, entry.correct, entry.questions);
      if (right.questions > 0) known++;
      return right;
    });
    const told = papers.flatMap((paper) => paper.sections.filter(({ sectionId }) => sectionId === id));
    return [id, summed([...answers, ...told])] as const;
  });
  const inTopics = summed(sections.map(([, right]) => right));
  const rest = papers.map((paper) => {
    const told = summed(paper.sections);
    return {
      correct: Math.max(0, paper.correct - told.correct),
      questions: Math.max(0, paper.questions - told.questions),
    };
  });
  return { ...summed([inTopics, ...rest]), topics: known, sections: Object.fromEntries(sections) };
}

function summed(rights: readonly Right[]): Right {
  return {
    correct: rights.reduce((sum, { correct }) => sum + correct, 0),
    questions: rights.reduce((sum, { questions }) => sum + questions, 0),
  };
}

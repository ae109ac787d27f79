import type { Edition } from '../../domain/edition.ts';
import type { MockScore, MockSection } from '../../domain/mock.ts';
import { examOf } from '../../domain/readiness/exam.ts';
import { parseScore } from '../../domain/score.ts';
import { CerttrackError } from '../../errors.ts';
import { sectionFor } from '../topic/find-topics.ts';

const SCORE_HINT = 'Write right answers of all questions, 41/50, or a percentage, 82%';

/** A mock's score: `41/50`, or `82%` of as many questions as the exam has. @throws usage */
export function mockScore(text: string, edition: Edition): MockScore {
  const percentage = /^(\d{1,3}(?:\.\d{1,2})?)\s?%$/.exec(text.trim());
  if (percentage) {
    const share = Number(percentage[1]) / 100;
    const questions = Math.round(examOf(edition, { target: 0 }).questions);
    if (share <= 1) return { correct: share * questions, questions };
  }
  const score = parseScore(text);
  if (score) return score;
  throw new CerttrackError('usage', `cannot read the score "${text}"`, SCORE_HINT);
}

/** `storing=7/10` as the section it names and its score. @throws usage, not_found or decision_needed */
function mockSection(text: string, edition: Edition): MockSection {
  const [, name, score] = /^(.+?)=(\S+)$/.exec(text.trim()) ?? [];
  if (name === undefined || score === undefined)
    throw new CerttrackError('usage', `cannot read the section "${text}"`, 'Write --section storing-data=7/10');
  return { sectionId: sectionFor(edition, name).id, ...mockScore(score, edition) };
}

/** The sum of the sections, for a mock without a score of its own. */
export function summedScore(sections: readonly MockScore[]): MockScore {
  return sections.reduce(
    (sum, { correct, questions }) => ({ correct: sum.correct + correct, questions: sum.questions + questions }),
    { correct: 0, questions: 0 },
  );
}

/** Sections in the guide's order. @throws usage when one is named twice */
export function sectionsOf(words: readonly string[], edition: Edition): MockSection[] {
  const named = words.map((word) => mockSection(word, edition));
  const twice = named.find(({ sectionId }, i) => named.findIndex((other) => other.sectionId === sectionId) !== i);
  if (twice) throw new CerttrackError('usage', `section ${twice.sectionId} is named twice`, 'Write each section once');
  return edition.sections.flatMap(({ id }) => named.filter(({ sectionId }) => sectionId === id));
}

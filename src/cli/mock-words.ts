import { sectionFor } from '../app/find.ts';
import type { Edition } from '../domain/edition.ts';
import type { MockScore, MockSection } from '../domain/mock.ts';
import { examOf } from '../domain/readiness/exam.ts';
import { type Profile, TRANSFER_GAPS } from '../domain/readiness/parameters.ts';
import { parseScore } from '../domain/score.ts';
import { CerttrackError } from '../errors.ts';

const SCORE_HINT = 'Write right answers of all questions, 41/50, or a percentage, 82%';

/** A mock's score: `41/50`, or `82%` of as many questions as the exam has. @throws usage */
export function mockScoreArg(text: string, edition: Edition): MockScore {
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
export function mockSectionArg(text: string, edition: Edition): MockSection {
  const [, name, score] = /^(.+?)=(\S+)$/.exec(text.trim()) ?? [];
  if (name === undefined || score === undefined)
    throw new CerttrackError('usage', `cannot read the section "${text}"`, 'Write --section storing-data=7/10');
  return { sectionId: sectionFor(edition, name).id, ...mockScoreArg(score, edition) };
}

/** The sum of the sections, for a mock without a score of its own. */
export function summedScore(sections: readonly MockScore[]): MockScore {
  return sections.reduce(
    (sum, { correct, questions }) => ({ correct: sum.correct + correct, questions: sum.questions + questions }),
    { correct: 0, questions: 0 },
  );
}

/** @throws usage */
export function profileArg(text: string): Profile {
  if (Object.hasOwn(TRANSFER_GAPS, text)) return text as Profile;
  throw new CerttrackError(
    'usage',
    `no such kind of questions: "${text}"`,
    `Write ${Object.keys(TRANSFER_GAPS).join(', ')}`,
  );
}

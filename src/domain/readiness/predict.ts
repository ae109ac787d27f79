import type { Prediction } from '../mock.ts';
import { outlook } from './assess.ts';
import { type Evidence, type Exam, sourceOf } from './exam.ts';
import type { GapNode } from './gap-nodes.ts';
import { infer } from './infer.ts';
import { paperOffset } from './paper-results.ts';
import { type Profile, TRANSFER_GAPS } from './parameters.ts';
import { type Component, chanceOf, expected, scoreQuantile } from './score.ts';

/** What the evidence says of the exam on `day`; how that exam went is no evidence of it. */
export function predictExam(exam: Exam, evidence: Evidence, day: number): Prediction {
  const before = { ...evidence, results: evidence.results.filter((result) => result.day < day) };
  return predictionOf(exam, outlook(infer(exam, before, day)).cases);
}

/**
 * What the evidence says of a mock of `questions` questions on `day`, which is off from practice as its kind of questions is. What a paper
 * varies by itself enters the variance of the score by its slope: (p (1 - p))² * variance.
 */
export function predictMock(
  exam: Exam,
  evidence: Evidence,
  day: number,
  questions: number,
  profile: Profile,
): Prediction {
  const source = sourceOf({ profile });
  const posterior = infer(exam, evidence, day, source === 'official' ? { official: true } : {});
  const offsetAt = (node: GapNode) => paperOffset(source, node, TRANSFER_GAPS['third-party']);
  const nodes = posterior.nodes.map((node) => ({ ...node, gap: offsetAt(node).mean }));
  const noise = posterior.p.mockSd ** 2 + offsetAt(posterior.nodes[0] as GapNode).variance;
  return predictionOf({ ...exam, questions, targetSd: 0 }, outlook({ ...posterior, nodes, rest: noise }).cases);
}

function predictionOf(exam: Exam, cases: readonly Component[]): Prediction {
  return {
    chance: chanceOf(exam, cases),
    target: exam.target,
    score: expected(cases, ({ mean }) => mean),
    score80: {
      low: scoreQuantile(cases, 0.1, exam.questions),
      high: scoreQuantile(cases, 0.9, exam.questions),
    },
  };
}

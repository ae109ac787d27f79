import { type Outlook, unsure } from './assess.ts';
import { sectionTable, type TopicTable, topicTable } from './expected-results.ts';
import { atNodes } from './gap-nodes.ts';
import { type Curve, curveOf, dot, GRID, product, scaled, smoothed } from './grid.ts';
import { learnerNodes, reweighted, type SectionState, sectionState } from './infer.ts';
import { measuredLevels, overNodes, topicLevels } from './levels.ts';
import { answerLogLikelihood, attenuation, sigmoid } from './probability.ts';
import { components } from './score.ts';
import { dose, studyEffect } from './study-curve.ts';
import { type AnswerDay, afterAnswers, topicLikelihood } from './topic-answers.ts';
import { messageUp, type TopicState } from './topic-state.ts';

/** What cannot matter: outcomes rarer than this are left out of the expectation. */
const RARE = 1e-4;

/**
 * The share of the uncertainty about the learner (variance of level and sections) that `questions` practice questions on a topic, answered
 * today, are expected to remove. Sitting a quiz does not raise the chance of passing on average; it makes the chance truer. 0 where a few
 * new answers are worth less than what they take from much older ones (levels drift).
 */
export function valueOfQuestions(seen: Outlook, topicId: string, today: number, questions: number): number {
  const at = seen.posterior.sections.findIndex(({ topics }) => topics.some(({ topic }) => topic.id === topicId));
  const section = seen.posterior.sections[at] as SectionState;
  const state = section.topics.find(({ topic }) => topic.id === topicId) as TopicState;
  const { p } = seen.posterior;
  const x = dose(state.days, today, 'now', state.topic.recommended, p, seen.posterior.curves, state.earlier);
  const effect = studyEffect(x, p);
  const before = unsure(seen);
  const levels = measuredLevels(topicLevels(section, state, seen.posterior), seen.posterior.kernel(p.bankSd ** 2));
  let after = 0;
  let covered = 0;
  for (let correct = 0; correct <= questions; correct++) {
    const answer = { day: today, correct, questions, effect };
    const chance =
      choose(questions, correct) * dot(levels, answerLogLikelihood(correct, questions, effect).map(Math.exp));
    if (chance < RARE) continue;
    covered += chance;
    after += chance * unsure(withAnswers(seen, at, state, answer));
  }
  return Math.max(1 - after / covered / before, 0);
}

/** The outlook after these answers on a topic. */
function withAnswers(
  seen: Outlook,
  at: number,
  state: TopicState,
  answer: AnswerDay,
): Pick<Outlook, 'posterior' | 'cases'> {
  const { posterior, tables, topicTables } = seen;
  const { kernel, p, prior, exam } = posterior;
  const last = state.lastAnswer ?? answer.day;
  const measured = afterAnswers(state.measured, answer.day - last, answer, kernel, p);
  const likelihood = topicLikelihood(measured, kernel, p);
  const tested: TopicState = { ...state, measured, likelihood, message: messageUp(likelihood, kernel, p) };
  const before = posterior.sections[at] as SectionState;
  const topics = before.topics.map((one) => (one === state ? tested : one));
  const section = sectionState({ ...before, topics }, prior, kernel, p);
  const sections = posterior.sections.map((one, s) => (s === at ? section : one));
  const changed = { ...posterior, sections, nodes: learnerNodes(prior.nodes, sections, posterior.papers, p) };
  const ownTables = topics.map((one) =>
    one === tested ? topicTable(tested, state.effect, changed) : (topicTables.get(one.topic.id) as TopicTable),
  );
  const sectionTables = tables.map((table, s) => (s === at ? sectionTable(section, ownTables, changed) : table));
  return { posterior: changed, cases: components(exam, sectionTables, changed.nodes, posterior.rest) };
}

/** The same share for a mock of so many questions on the whole exam, of the kind the practice questions are. */
export function valueOfMock(seen: Outlook, questions: number): number {
  const { posterior, tables } = seen;
  const { p, kernel, exam, nodes, rest } = posterior;
  const states = posterior.sections.flatMap(({ topics }) => topics);
  const shrunk = attenuation(p.topicSd ** 2 + p.sectionSd ** 2);
  const shares = curveOf((i) =>
    states.reduce(
      (sum, { examWeight, effect }) => sum + examWeight * sigmoid((effect + (GRID[i] as number)) / shrunk),
      0,
    ),
  );
  const learners = nodes.map(({ learner }) => learner);
  const levels = measuredLevels(overNodes(learners, nodes), kernel(p.mockSd ** 2));
  let after = 0;
  let covered = 0;
  for (let correct = 0; correct <= questions; correct++) {
    const own = curveOf((i) => (shares[i] as number) ** correct * (1 - (shares[i] as number)) ** (questions - correct));
    const chance = choose(questions, correct) * dot(levels, own);
    if (chance < RARE) continue;
    covered += chance;
    const paper = smoothed(kernel(p.mockSd ** 2), scaled(own));
    const joint = atNodes(
      nodes.length,
      (node) => [learners[node] as Curve],
      (node) => product(learners[node] as Curve, paper),
    );
    const known = reweighted(nodes.map((node, i) => ({ ...node, learner: joint[i] as Curve, log: 0 })));
    after += chance * unsure({ posterior, cases: components(exam, tables, known, rest) });
  }
  return 1 - after / covered / unsure(seen);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways *= (n - k + i) / i;
  return ways;
}

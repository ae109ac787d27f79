import { meanScore, outlook, summary } from './assess.ts';
import { type Evidence, type Exam, type MockEvidence, sourceOf } from './exam.ts';
import { infer, type Posterior } from './infer.ts';
import { eachDay, NO_DAYS } from './packed-days.ts';
import { type PlannedStudy, withPlanned } from './planned-study.ts';

/** What the expected score is made of, in the order it is told. */
export const WHY = [
  /** The share right at the first answer. */
  'answers',
  /** How many answers there are, how old, and study between them. */
  'few',
  /** Sections weigh as in the exam. */
  'weights',
  /** Topics without an answer of their own. */
  'unasked',
  /** Practice is not the exam. */
  'gap',
  /** Study and forgetting since the last answer. */
  'since',
  /** What a real exam said. */
  'result',
  /** Forgetting until the exam, if nothing more is studied. */
  'forgetting',
  /** The study that is planned. */
  'plan',
] as const;

/** One line of the list; points are shares of the score. */
export interface WhyPoint {
  readonly id: (typeof WHY)[number];
  readonly points: number;
}

/** Which days are meant, and the study planned between them. Without an exam ahead `examDay` is `today`. */
export interface WhyDays {
  readonly today: number;
  readonly examDay: number;
  readonly planned: readonly PlannedStudy[];
}

/**
 * The expected score on the day of the exam in points that add up to it: the share right, then the model asked once more with one thing
 * changed a time. Null where nothing but questions met before was answered.
 */
export function whyPoints(exam: Exam, evidence: Evidence, { today, examDay, planned }: WhyDays): WhyPoint[] | null {
  const asked = answersOf(exam, evidence, today);
  const papers = evidence.mocks.filter((mock) => mock.day <= today && sourceOf(mock) !== 're-used');
  const counted = [...asked, ...papers.filter(isCount)];
  const questions = sum(counted, (one) => one.questions);
  if (questions === 0) return null;
  const last = Math.max(...asked.map(({ day }) => day), ...papers.map(({ day }) => day));
  const bare = { ...evidence, results: [] };
  const scoreOn = (known: Evidence, day: number) => meanScore(outlook(infer(exam, known, day)));
  const steps = [
    sum(counted, ({ correct }) => correct) / questions,
    ...onPractice(infer(exam, bare, last), asked),
    scoreOn(bare, last),
    scoreOn(bare, today),
    scoreOn(evidence, today),
    scoreOn(evidence, examDay),
    scoreOn(withPlanned(evidence, planned), examDay),
  ];
  return WHY.map((id, i) => ({ id, points: (steps[i] as number) - (steps[i - 1] ?? 0) }));
}

/** Whole percent that add up: the share right and the total as they are, the lines between by largest remainder. */
export function roundedPoints(points: readonly WhyPoint[]): WhyPoint[] {
  const exact = points.map((point) => 100 * point.points);
  const [first = 0, ...rest] = exact;
  const whole = rest.map(Math.floor);
  const missing = Math.round(sum(exact, (one) => one)) - Math.round(first) - sum(whole, (one) => one);
  const byRemainder = rest
    .map((value, i) => ({ i, left: value - Math.floor(value) }))
    .sort((a, b) => b.left - a.left)
    .slice(0, missing);
  for (const { i } of byRemainder) whole[i] = (whole[i] as number) + 1;
  return points.map(({ id }, i) => ({ id, points: i === 0 ? Math.round(first) : (whole[i - 1] as number) }));
}

interface Answers {
  readonly day: number;
  readonly topicId: string;
  readonly correct: number;
  readonly questions: number;
}

/** Every day's answers on every topic, up to `today`. */
function answersOf(exam: Exam, { topics, earlier }: Evidence, today: number): Answers[] {
  const answers: Answers[] = [];
  const take = (topicId: string, day: number, correct: number, questions: number) => {
    if (questions > 0 && day <= today) answers.push({ topicId, day, correct, questions });
  };
  for (const { id } of exam.sections.flatMap((section) => section.topics)) {
    eachDay(earlier?.get(id) ?? NO_DAYS, (day, _minutes, _tested, correct, questions) =>
      take(id, day, correct, questions),
    );
    for (const { day, correct, questions } of topics.get(id) ?? []) take(id, day, correct, questions);
  }
  return answers;
}

/** What would be right of practice questions: of those asked again, of the topics asked by their weight in the exam, of all topics. */
function onPractice(posterior: Posterior, answers: readonly Answers[]): number[] {
  const nodes = posterior.nodes.map((node) => ({ ...node, gap: 0 }));
  const seen = outlook({ ...posterior, nodes, rest: 0 });
  const means = new Map(summary(seen).topics.map(({ id, mean }) => [id, mean]));
  const topics = posterior.sections
    .flatMap((section) => section.topics)
    .map(({ topic: { id }, examWeight }) => {
      const own = answers.filter(({ topicId }) => topicId === id);
      return { weight: examWeight, mean: means.get(id) as number, asked: sum(own, ({ questions }) => questions) };
    });
  // Of a paper nobody knows which topics it asked.
  const asked = topics.some((topic) => topic.asked > 0)
    ? topics.filter((topic) => topic.asked > 0)
    : topics.map((topic) => ({ ...topic, asked: topic.weight }));
  const mean = (weightOf: (topic: (typeof asked)[number]) => number) =>
    sum(asked, (topic) => weightOf(topic) * topic.mean) / sum(asked, weightOf);
  return [mean((topic) => topic.asked), mean(({ weight }) => weight), meanScore(seen)];
}

/** A score on a vendor's scale is no share of right answers. */
function isCount({ passed }: MockEvidence): boolean {
  return passed === undefined;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((all, item) => all + value(item), 0);
}

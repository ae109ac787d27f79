import { checkEvidence, type Evidence, type Exam, type ExamTopic, type MockEvidence } from './exam.ts';
import { type GapNode, gapNodes } from './gap-nodes.ts';
import { type Curve, curveOf, divided, GRID, type Kernels, kernels, product, scaled, smoothed, total } from './grid.ts';
import { type MockPart, type MockSetting, type MockTopic, mocksLikelihood } from './mock-results.ts';
import type { PackedDays } from './packed-days.ts';
import { DEFAULTS, type Gap, type Parameters, TRANSFER_GAPS } from './parameters.ts';
import { attenuation } from './probability.ts';
import { dose, type RetentionCurves, retentions, type StudyDay, studyEffect } from './study-curve.ts';
import { type AnswerDay, type AnswerReader, readAnswers, readNothing } from './topic-answers.ts';
import { studyOf, topicState } from './topic-state.ts';

/**
 * What is known of a topic. Its answers' likelihood: `measured` over what the questions measure, `likelihood` over the learner's level on
 * the topic, `message` over the level on the section; null without answers.
 */
export interface TopicState {
  readonly topic: ExamTopic;
  /** Share of the exam. */
  readonly examWeight: number;
  /** The days known one by one, and those before them. */
  readonly days: readonly StudyDay[];
  readonly earlier: PackedDays;
  /** In recommended minutes, decayed to the day asked about. */
  readonly dose: number;
  readonly rating: number | null;
  /** Every answer, but for those that are only in what was kept of them. */
  readonly answers: readonly AnswerDay[];
  readonly correct: number;
  readonly questions: number;
  readonly lastAnswer: number | null;
  /** Study and rating, logit on the practice scale. */
  readonly effect: number;
  readonly measured: Curve | null;
  readonly likelihood: Curve | null;
  readonly message: Curve | null;
}

/** What is known of a section: likelihoods of all below it and of its mocks over the level on the section, and over the overall level. */
export interface SectionState {
  readonly id: string;
  readonly weight: number;
  readonly topics: readonly TopicState[];
  readonly mocks: Curve | null;
  readonly likelihood: Curve;
  readonly message: Curve;
}

/** The posterior: states of the tree, and how likely each overall level is (`learner`, sums to 1). Nothing is learned of the transfer gap. */
export interface Posterior {
  readonly exam: Exam;
  readonly day: number;
  readonly p: Parameters;
  readonly gap: Gap;
  readonly nodes: readonly GapNode[];
  readonly kernel: Kernels;
  readonly curves: RetentionCurves;
  readonly sections: readonly SectionState[];
  readonly rootMocks: Curve | null;
  readonly learner: Curve;
}

/** What of the model may be changed: its constants, and how far practice is from what is asked about (the exam, unless said otherwise). */
export interface ModelOptions {
  readonly parameters?: Partial<Parameters>;
  readonly gap?: Gap;
  /** How answers are read, for those who ask about many days in a row. */
  readonly read?: AnswerReader;
  /** What is left of study, for those who ask about many days. */
  readonly curves?: RetentionCurves;
  /** The evidence has been checked already. */
  readonly checked?: boolean;
  /** As if no practice question had been asked; mocks are the evidence's. */
  readonly untested?: boolean;
}

/**
 * Learns from the evidence up to `day`, the day the exam would be sat. Levels in logits: learner g ~ N(0, learnerSd²), section v ~ N(g,
 * sectionSd²), topic u ~ N(v, topicSd²). Exact inference on the grid, upwards through the tree. @throws RangeError as `checkEvidence`
 */
export function infer(exam: Exam, evidence: Evidence, day: number, options: ModelOptions = {}): Posterior {
  if (!options.checked) checkEvidence(exam, evidence);
  const p = { ...DEFAULTS, ...options.parameters };
  const gap = options.gap ?? TRANSFER_GAPS[evidence.profile];
  const kernel = kernels();
  const read = options.untested
    ? readNothing
    : (options.read ?? readAnswers(kernel, p, options.parameters ? undefined : evidence.kept));
  const moment = options.untested ? 'untested' : 'now';
  const curves = options.curves ?? retentions(p);
  const setting: MockSetting = { scale: evidence.profile, kernel, p };
  const mocks = evidence.mocks.filter((mock) => mock.day <= day);
  const sections = exam.sections.map((section): SectionState => {
    const topics = section.topics.map((topic) =>
      topicState(topic, section.weight, studyOf(evidence, topic.id), day, moment, read, { kernel, curves, p }),
    );
    const parts = mocks.flatMap((mock) => partsOf(mock, section.id));
    const shrunk = attenuation(p.topicSd ** 2);
    const own =
      parts.length > 0 ? mocksLikelihood(parts, (at) => mockTopics(topics, at, p, curves), shrunk, setting) : null;
    return sectionState({ id: section.id, weight: section.weight, topics, mocks: own }, kernel, p);
  });
  const rest = mocks.flatMap(restOf);
  const shrunk = attenuation(p.topicSd ** 2 + p.sectionSd ** 2);
  const every = sections.flatMap(({ topics }) => topics);
  const rootMocks =
    rest.length > 0 ? mocksLikelihood(rest, (at) => mockTopics(every, at, p, curves, 'exam'), shrunk, setting) : null;
  const learner = learnerPosterior(sections, rootMocks, p);
  return { exam, day, p, gap, nodes: gapNodes(gap), kernel, curves, sections, rootMocks, learner };
}

/** Puts a section together from its topics and mocks. */
export function sectionState(
  parts: Pick<SectionState, 'id' | 'weight' | 'topics' | 'mocks'>,
  kernel: Kernels,
  p: Parameters,
): SectionState {
  const messages = [...parts.topics.map(({ message }) => message), parts.mocks].flatMap((message) => message ?? []);
  const likelihood = messages.reduce(
    (all, message) => scaled(product(all, message)),
    curveOf(() => 1),
  );
  return { ...parts, likelihood, message: smoothed(kernel(p.sectionSd ** 2), likelihood) };
}

/** How likely each overall level is, from the prior and all messages; sums to 1. */
export function learnerPosterior(
  sections: readonly Pick<SectionState, 'message'>[],
  rootMocks: Curve | null,
  p: Parameters,
): Curve {
  const prior = curveOf((i) => Math.exp(-0.5 * ((GRID[i] as number) / p.learnerSd) ** 2));
  const messages = [...sections.map(({ message }) => message), ...(rootMocks ? [rootMocks] : [])];
  const joint = messages.reduce((all, message) => scaled(product(all, message)), prior);
  return divided(joint, total(joint));
}

function mockTopics(
  topics: readonly TopicState[],
  at: number,
  p: Parameters,
  curves: RetentionCurves,
  within?: 'exam',
): MockTopic[] {
  return topics.map(({ topic, examWeight, days, earlier }) => ({
    weight: within === 'exam' ? examWeight : topic.weight,
    effect: studyEffect(dose(days, at, 'mock', topic.recommended, p, curves, earlier), p),
  }));
}

function partsOf({ day, profile, sections }: MockEvidence, sectionId: string): MockPart[] {
  return sections
    .filter((section) => section.sectionId === sectionId)
    .map(({ correct, questions }) => ({ day, correct, questions, profile }));
}

/** What the sections of a mock leave over, when it is more than half a question. */
function restOf({ day, correct, questions, profile, sections }: MockEvidence): MockPart[] {
  const known = sections.reduce((sum, section) => sum + section.questions, 0);
  const right = sections.reduce((sum, section) => sum + section.correct, 0);
  const left = questions - known;
  return left > 0.5 ? [{ day, profile, questions: left, correct: Math.min(Math.max(correct - right, 0), left) }] : [];
}

import { remembered } from '../remembered.ts';
import { checkEvidence, type Evidence, type Exam, sourceOf } from './exam.ts';
import { type AtNodes, atNodes, type GapNode, type GapPrior, gapPrior } from './gap-nodes.ts';
import { type Curve, curveOf, divided, GRID, type Kernels, kernels, total } from './grid.ts';
import { blurred, type Likelihood, NO_EVIDENCE, together } from './likelihood.ts';
import { onSection, onWhole, poolSizes } from './observation.ts';
import { type PaperReading, type PaperTopic, paperLikelihood } from './paper-results.ts';
import { DEFAULTS, type Gap, type Parameters, TRANSFER_GAPS } from './parameters.ts';
import { attenuation } from './probability.ts';
import type { LearnerNode } from './score.ts';
import { dose, type RetentionCurves, retentions, studyEffect } from './study-curve.ts';
import { type AnswerReader, readAnswers, readNothing } from './topic-answers.ts';
import { studyOf, type TopicState, topicState } from './topic-state.ts';

/** What is known of a section at each node of the transfer gap: likelihoods of all below it and of its papers over the level on the section, and over the overall level. */
export interface SectionState {
  readonly id: string;
  readonly weight: number;
  readonly topics: readonly TopicState[];
  readonly papers: AtNodes<Likelihood> | undefined;
  readonly likelihoods: AtNodes<Likelihood>;
  readonly messages: AtNodes<Likelihood>;
}

/** The posterior: states of the tree, and at each node of the transfer gap how likely it is and where the learner is then. */
export interface Posterior {
  readonly exam: Exam;
  readonly day: number;
  readonly p: Parameters;
  readonly prior: GapPrior;
  readonly nodes: readonly LearnerNode[];
  /** What is unknown of the exam's gap at a node, logit². */
  readonly rest: number;
  readonly kernel: Kernels;
  readonly curves: RetentionCurves;
  readonly sections: readonly SectionState[];
  readonly papers: AtNodes<Likelihood> | undefined;
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
  /** The vendor's own papers matter, although none may be in the evidence. */
  readonly official?: boolean;
}

/**
 * Learns from the evidence up to `day`, the day the exam would be sat. Levels in logits: learner g ~ N(0, learnerSd²), section v ~ N(g,
 * sectionSd²), topic u ~ N(v, topicSd²). Exact inference on the grid, upwards through the tree, at each node of the transfer gap: the vendor's
 * own papers and exams say how likely each node is. @throws RangeError as `checkEvidence`
 */
export function infer(exam: Exam, evidence: Evidence, day: number, options: ModelOptions = {}): Posterior {
  if (!options.checked) checkEvidence(exam, evidence);
  const p = { ...DEFAULTS, ...options.parameters };
  const gap = options.gap ?? TRANSFER_GAPS['third-party'];
  const kernel = kernels();
  const read = options.untested
    ? readNothing
    : (options.read ?? readAnswers(kernel, p, options.parameters ? undefined : evidence.kept));
  const moment = options.untested ? 'untested' : 'now';
  const curves = options.curves ?? retentions(p);
  const official = options.official ?? evidence.mocks.some((mock) => mock.day <= day && sourceOf(mock) === 'official');
  const prior = gapPrior(gap, official);
  const reading: PaperReading = { exam, gap, prior, pools: poolSizes(evidence, day), kernel, p };
  const sections = exam.sections.map((section): SectionState => {
    const topics = section.topics.map((topic) =>
      topicState(topic, section.weight, studyOf(evidence, topic.id), day, moment, read, { kernel, curves, p }),
    );
    const shrunk = attenuation(p.topicSd ** 2);
    const topicsAt = (at: number) => paperTopics(topics, at, p, curves);
    const papers = paperLikelihood(onSection(evidence, section.id, day), topicsAt, shrunk, reading);
    return sectionState({ id: section.id, weight: section.weight, topics, papers }, prior, kernel, p);
  });
  const every = sections.flatMap(({ topics }) => topics);
  const shrunk = attenuation(p.topicSd ** 2 + p.sectionSd ** 2);
  const papers = paperLikelihood(
    onWhole(evidence, day),
    (at) => paperTopics(every, at, p, curves, 'exam'),
    shrunk,
    reading,
  );
  const nodes = learnerNodes(prior.nodes, sections, papers, p);
  return { exam, day, p, prior, nodes, rest: prior.rest, kernel, curves, sections, papers };
}

/** Puts a section together from its topics and papers. */
export function sectionState(
  parts: Pick<SectionState, 'id' | 'weight' | 'topics' | 'papers'>,
  { nodes }: GapPrior,
  kernel: Kernels,
  p: Parameters,
): SectionState {
  const { topics, papers } = parts;
  const answers = topics.reduce(
    (all, { message }) => (message ? together(all, { curve: message, log: 0 }) : all),
    NO_EVIDENCE,
  );
  const paper = (node: number) => papers?.[node] ?? NO_EVIDENCE;
  const each = <Value>(make: (node: number) => Value) => atNodes(nodes.length, (node) => [paper(node)], make);
  const likelihoods = each((node) => (papers ? together(answers, paper(node)) : answers));
  const messages = each((node) => blurred(kernel(p.sectionSd ** 2), likelihoods[node] as Likelihood));
  return { ...parts, likelihoods, messages };
}

/** How likely each node of the gap is, and each overall level there, from the prior and all messages. */
export function learnerNodes(
  prior: readonly GapNode[],
  sections: readonly Pick<SectionState, 'messages'>[],
  papers: AtNodes<Likelihood> | undefined,
  p: Parameters,
): LearnerNode[] {
  const before = curveOf((i) => Math.exp(-0.5 * ((GRID[i] as number) / p.learnerSd) ** 2));
  const messagesAt = (node: number) =>
    [...sections.map(({ messages }) => messages), ...(papers ? [papers] : [])].map((one) => one[node] as Likelihood);
  const joint = atNodes(prior.length, messagesAt, (node) =>
    messagesAt(node).reduce(together, { curve: before, log: 0 }),
  );
  return reweighted(
    prior.map((node, i) => ({ ...node, learner: (joint[i] as Likelihood).curve, log: (joint[i] as Likelihood).log })),
  );
}

/** Nodes with what is likely at each of them so far, which need not sum to 1: made to, and their weights made to take account of it. */
export function reweighted(nodes: readonly (LearnerNode & { readonly log: number })[]): LearnerNode[] {
  const evidence = nodes.map(({ learner, log }) => log + Math.log(total(learner)));
  const most = Math.max(...evidence);
  const weights = nodes.map(({ weight }, i) => weight * Math.exp((evidence[i] as number) - most));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const normal = remembered((learner: Curve) => divided(learner, total(learner)));
  return nodes.map(({ gap, official, learner }, i) => ({
    gap,
    official,
    weight: (weights[i] as number) / sum,
    learner: normal(learner),
  }));
}

/** What is known of the transfer gap, a normal summary in logits. */
export function learnedGap({ nodes, rest }: Pick<Posterior, 'nodes' | 'rest'>): Gap {
  const over = (value: (gap: number) => number) => nodes.reduce((sum, { gap, weight }) => sum + weight * value(gap), 0);
  const mean = over((gap) => gap);
  return { mean, sd: Math.sqrt(over((gap) => (gap - mean) ** 2) + rest) };
}

function paperTopics(
  topics: readonly TopicState[],
  at: number,
  p: Parameters,
  curves: RetentionCurves,
  within?: 'exam',
): PaperTopic[] {
  return topics.map(({ topic, examWeight, days, earlier }) => ({
    weight: within === 'exam' ? examWeight : topic.weight,
    effect: studyEffect(dose(days, at, 'mock', topic.recommended, p, curves, earlier), p),
  }));
}

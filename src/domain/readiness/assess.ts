import type { Evidence, Exam } from './exam.ts';
import { type SectionTable, sectionTable, type TopicTable, topicTable } from './expected-results.ts';
import { type AtNodes, type GapNode, meanOver } from './gap-nodes.ts';
import { type Curve, POINTS } from './grid.ts';
import { infer, type ModelOptions, type Posterior, type SectionState } from './infer.ts';
import { sectionLevels } from './levels.ts';
import {
  type Component,
  chanceAt,
  chanceOf,
  components,
  expected,
  scoreQuantile,
  type Variance,
  varianceOf,
} from './score.ts';
import type { TopicState } from './topic-state.ts';

/** Bounds of an interval, both in 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How well a topic or section would be answered in the exam: expected share of right answers and its standard deviation. */
export interface Mastery {
  readonly id: string;
  readonly mean: number;
  readonly sd: number;
}

interface TopicMastery extends Mastery {
  /** Study so far in recommended times, decayed. */
  readonly dose: number;
  /** Study and rating, logit on the practice scale. */
  readonly effect: number;
  /** Practice answers. */
  readonly questions: number;
}

interface SectionMastery extends Mastery {
  readonly weight: number;
  /** Share of the uncertainty about what the learner knows; the sections' shares sum to 1. */
  readonly share: number;
  /** The part of `sd` that is this section's alone. */
  readonly ownSd: number;
}

/** The answer to "am I ready", every share in 0..1. Intervals hold 80 % unless named otherwise. */
export interface Assessment {
  readonly day: number;
  /** Chance of reaching the target. */
  readonly chance: number;
  /** The chance at the low and the high end of what the evidence allows for the true level. */
  readonly chanceRange: Interval;
  readonly score: number;
  readonly scoreSd: number;
  readonly score80: Interval;
  readonly score90: Interval;
  /** The true score, without the luck of the questions. */
  readonly level80: Interval;
  readonly variance: Variance;
  /** How much of the uncertainty about the learner the results have removed, 0 with study alone. */
  readonly evidenceLevel: number;
  readonly sections: readonly SectionMastery[];
  readonly topics: readonly TopicMastery[];
}

/** A posterior with the tables of what every topic and section would bring in the exam. */
export interface Outlook {
  readonly posterior: Posterior;
  readonly topicTables: ReadonlyMap<string, TopicTable>;
  readonly tables: readonly SectionTable[];
  readonly cases: readonly Component[];
}

export function outlook(posterior: Posterior): Outlook {
  const topicTables = new Map(
    posterior.sections.flatMap(({ topics }) =>
      topics.map((state) => [state.topic.id, topicTable(state, state.effect, posterior)] as const),
    ),
  );
  const tables = posterior.sections.map((section) =>
    sectionTable(
      section,
      section.topics.map(({ topic }) => topicTables.get(topic.id) as TopicTable),
      posterior,
    ),
  );
  return {
    posterior,
    topicTables,
    tables,
    cases: components(posterior.exam, tables, posterior.nodes, posterior.rest),
  };
}

/** Assesses a learner as of `day`, the day the exam would be sat. @throws RangeError as `infer` */
export function assess(exam: Exam, evidence: Evidence, day: number, options: ModelOptions = {}): Assessment {
  return assessmentOf(outlook(infer(exam, evidence, day, options)), evidence, options);
}

/** The assessment of evidence that `seen` was made from, with the same options. */
export function assessmentOf(seen: Outlook, evidence: Evidence, options: ModelOptions = {}): Assessment {
  return { ...summary(seen), evidenceLevel: evidenceLevel(seen, evidence, options) };
}

/** Everything but the evidence level, which needs a second inference. */
export function summary(seen: Outlook): Omit<Assessment, 'evidenceLevel'> {
  const { posterior, tables, topicTables, cases } = seen;
  const { exam, day } = posterior;
  const variance = varianceOf(exam, cases);
  const luck = variance.luck * exam.questions;
  const interval = (tail: number, questions: number): Interval => ({
    low: scoreQuantile(cases, tail, questions),
    high: scoreQuantile(cases, 1 - tail, questions),
  });
  const level80 = interval(0.1, Number.POSITIVE_INFINITY);
  const { learner, sections, transfer } = variance;
  return {
    day,
    chance: chanceOf(exam, cases),
    chanceRange: { low: chanceAt(exam, level80.low, luck), high: chanceAt(exam, level80.high, luck) },
    score: meanScore(seen),
    scoreSd: Math.sqrt(learner + sections + transfer + variance.luck),
    score80: interval(0.1, exam.questions),
    score90: interval(0.05, exam.questions),
    level80,
    variance,
    sections: posterior.sections.map((section, s) =>
      sectionMastery(section, tables[s] as SectionTable, cases, learner + sections + transfer),
    ),
    topics: posterior.sections.flatMap((section) => {
      const levels = sectionLevels(section, posterior);
      return section.topics.map((state) =>
        topicMastery(state, topicTables.get(state.topic.id) as TopicTable, levels, posterior.nodes),
      );
    }),
  };
}

/** The expected score, a share. */
export function meanScore({ cases }: Pick<Outlook, 'cases'>): number {
  return expected(cases, ({ mean }) => mean);
}

/** The uncertainty about the learner: variance of the level and the sections. */
export function unsure({ posterior, cases }: Pick<Outlook, 'posterior' | 'cases'>): number {
  const { learner, sections } = varianceOf(posterior.exam, cases);
  return learner + sections;
}

function evidenceLevel(seen: Outlook, evidence: Evidence, options: ModelOptions): number {
  const nothing = { ...evidence, mocks: [], results: [] };
  const { exam, day } = seen.posterior;
  const before = unsure(outlook(infer(exam, nothing, day, { ...options, untested: true })));
  return Math.min(Math.max(1 - unsure(seen) / before, 0), 1);
}

function sectionMastery(
  { id, weight }: SectionState,
  table: SectionTable,
  cases: readonly Component[],
  knowledge: number,
): SectionMastery {
  const means = cases.map(({ node }, i) => table.mean[node]?.[i % POINTS] as number);
  const mean = expected(cases, (_, i) => means[i] as number);
  const score = expected(cases, (one) => one.mean);
  const own = expected(cases, ({ node }, i) => table.variance[node]?.[i % POINTS] as number);
  const covariance = expected(cases, (one, i) => ((means[i] as number) - mean) * (one.mean - score));
  return {
    id,
    weight,
    mean,
    sd: Math.sqrt(own + expected(cases, (_, i) => ((means[i] as number) - mean) ** 2)),
    share: (weight * covariance + weight ** 2 * own) / knowledge,
    ownSd: Math.sqrt(own),
  };
}

function topicMastery(
  state: TopicState,
  { first, second }: TopicTable,
  levels: AtNodes<Curve>,
  nodes: readonly GapNode[],
): TopicMastery {
  const mean = meanOver(levels, first, nodes);
  return {
    id: state.topic.id,
    mean,
    sd: Math.sqrt(Math.max(meanOver(levels, second, nodes) - mean ** 2, 0)),
    dose: state.dose,
    effect: state.effect,
    questions: state.questions,
  };
}

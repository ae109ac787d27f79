import { sectionLevels } from '../readiness/assess.ts';
import { sectionTable, type TopicTable, topicTable } from '../readiness/expected-results.ts';
import type { NodeCurves } from '../readiness/gap-nodes.ts';
import { type Curve, curveOf, POINTS } from '../readiness/grid.ts';
import type { Posterior, TopicState } from '../readiness/infer.ts';
import { type Component, components } from '../readiness/score.ts';
import { dose, ratingEffect, retention, type StudyDay, stabilityAfter, studyEffect } from '../readiness/study-curve.ts';
import { withStudy } from '../readiness/study-gain.ts';

/** Steps of study effect (logit) between which results are interpolated; that moves no chance by more than 0.0004. */
const KNOT = 0.1;

/** What is known of a learner today, and study that has not happened yet. Planned study teaches, but it says nothing new about the learner. */
export interface StudyAhead {
  readonly topics: readonly TopicState[];
  readonly add: (topicId: string, day: number, minutes: number) => void;
  /** Days with study on a topic, done and planned. */
  readonly days: (topicId: string) => readonly StudyDay[];
  /** What `minutes` on a topic on `day` add to the expected score of an exam on `exam`: W p (1 - p) dM, a share. */
  readonly gain: (topicId: string, day: number, minutes: number, exam: number) => number;
  /** The share of what was learnt that is left on `day`, from the last study before it; 1 without any. */
  readonly left: (topicId: string, day: number) => number;
  /** What an exam on `day` would bring, case by case. */
  readonly casesOn: (day: number) => readonly Component[];
}

/** Starts from what is known today. The likelihoods of the posterior stay: no results are planned. */
export function studyAhead(posterior: Posterior): StudyAhead {
  const { p } = posterior;
  const topics = posterior.sections.flatMap((section) => section.topics);
  const states = new Map(topics.map((state) => [state.topic.id, state]));
  const days = new Map(topics.map(({ topic, days: done }) => [topic.id, [...done]]));
  const results = new Map(
    posterior.sections.flatMap((section) => {
      const levels = sectionLevels(section, posterior);
      return section.topics.map((one) => [one.topic.id, resultsOf(one, levels, posterior)] as const);
    }),
  );
  const state = (id: string) => states.get(id) as TopicState;
  const own = (id: string) => days.get(id) as StudyDay[];
  const effect = (id: string, studied: readonly StudyDay[], day: number) =>
    studyEffect(dose(studied, day, 'now', state(id).topic.recommended, p), p) +
    ratingEffect(state(id).rating, state(id).questions, p);
  return {
    topics,
    add: (id, day, minutes) => void days.set(id, withStudy(own(id), day, minutes)),
    days: own,
    gain(id, day, minutes, exam) {
      const before = effect(id, own(id), exam);
      const chance = results.get(id)?.chance(before) as number;
      const after = effect(id, withStudy(own(id), day, minutes), exam);
      return state(id).examWeight * chance * (1 - chance) * (after - before);
    },
    left(id, day) {
      const studied = own(id).filter((entry) => entry.day <= day && (entry.minutes > 0 || entry.questions > 0));
      const last = studied.at(-1);
      return last === undefined ? 1 : retention(day - last.day, stabilityAfter(studied.length, p), p);
    },
    casesOn(day) {
      const tables = posterior.sections.map((section) =>
        sectionTable(
          section,
          section.topics.map(({ topic: { id } }) => results.get(id)?.table(effect(id, own(id), day)) as TopicTable),
          posterior,
        ),
      );
      return components(posterior.exam, tables, posterior.learner);
    },
  };
}

/** What a topic brings in the exam as a function of the study effect; exact at the knots, which are made when needed. */
interface Results {
  readonly chance: (effect: number) => number;
  readonly table: (effect: number) => TopicTable;
}

function resultsOf(state: TopicState, levels: NodeCurves, posterior: Posterior): Results {
  const knots = new Map<number, { readonly table: TopicTable; readonly chance: number }>();
  const at = (knot: number) => {
    const known = knots.get(knot);
    if (known) return known;
    const table = topicTable(state, knot * KNOT, posterior);
    const made = { table, chance: meanOver(levels, table.first) };
    knots.set(knot, made);
    return made;
  };
  const place = (effect: number) => {
    const below = Math.floor(effect / KNOT);
    return { low: at(below), high: at(below + 1), share: effect / KNOT - below };
  };
  return {
    chance(effect) {
      const { low, high, share } = place(effect);
      return low.chance * (1 - share) + high.chance * share;
    },
    table(effect) {
      const { low, high, share } = place(effect);
      return {
        first: between(low.table.first, high.table.first, share),
        second: between(low.table.second, high.table.second, share),
      };
    },
  };
}

function between(low: NodeCurves, high: NodeCurves, share: number): Curve[] {
  return low.map((curve, j) =>
    curveOf((i) => (curve[i] as number) * (1 - share) + ((high[j] as Curve)[i] as number) * share),
  );
}

function meanOver(levels: NodeCurves, table: NodeCurves): number {
  let sum = 0;
  levels.forEach((level, j) => {
    const values = table[j] as Curve;
    for (let i = 0; i < POINTS; i++) sum += (level[i] as number) * (values[i] as number);
  });
  return sum;
}

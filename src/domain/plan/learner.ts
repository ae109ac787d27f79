import type { Evidence, Exam } from '../readiness/exam.ts';
import { type TopicTable, topicTable } from '../readiness/expected-results.ts';
import { type AtNodes, meanOver } from '../readiness/gap-nodes.ts';
import { type Curve, curveOf } from '../readiness/grid.ts';
import { infer, type Posterior } from '../readiness/infer.ts';
import { sectionLevels } from '../readiness/levels.ts';
import type { TopicState } from '../readiness/topic-state.ts';

/** Steps of study effect (logit) between which results are interpolated; that moves no chance by more than 0.0004. */
const KNOT = 0.1;

/** What is known of a learner today, and what each topic would bring in the exam, by its id. */
export interface Learner {
  readonly posterior: Posterior;
  readonly results: ReadonlyMap<string, TopicResults>;
}

/** @throws RangeError as `infer` */
export function learnerOn(exam: Exam, evidence: Evidence, day: number): Learner {
  const posterior = infer(exam, evidence, day);
  const results = posterior.sections.flatMap((section) => {
    const levels = sectionLevels(section, posterior);
    return section.topics.map((one) => [one.topic.id, resultsOf(one, levels, posterior)] as const);
  });
  return { posterior, results: new Map(results) };
}

/** What a topic brings in the exam as a function of the study effect; exact at the knots, which are made when needed. */
interface TopicResults {
  readonly chance: (effect: number) => number;
  readonly table: (effect: number) => TopicTable;
}

function resultsOf(state: TopicState, levels: AtNodes<Curve>, posterior: Posterior): TopicResults {
  const knots = new Map<number, { readonly table: TopicTable; readonly chance: number }>();
  const at = (knot: number) => {
    const known = knots.get(knot);
    if (known) return known;
    const table = topicTable(state, knot * KNOT, posterior);
    const made = { table, chance: meanOver(levels, table.first, posterior.nodes) };
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

function between(low: readonly Curve[], high: readonly Curve[], share: number): Curve[] {
  return low.map((curve, j) =>
    curveOf((i) => (curve[i] as number) * (1 - share) + ((high[j] as Curve)[i] as number) * share),
  );
}

import type { Outlook } from './assess.ts';
import { type SectionTable, sectionTable, type TopicTable, topicTable } from './expected-results.ts';
import type { SectionState } from './infer.ts';
import type { StudyDay } from './packed-days.ts';
import { chanceOf, components, expected } from './score.ts';
import { dose, ratingEffect, studyEffect } from './study-curve.ts';
import type { TopicState } from './topic-state.ts';

/** What one more session on a topic brings on the day asked about, per hour: chance of reaching the target and expected score, both shares. */
export interface StudyGain {
  readonly topicId: string;
  readonly chance: number;
  readonly score: number;
}

/**
 * The gain of `minutes` of study on each topic on day `today`, per hour, best first. Only the studied topic's effect changes, so only its
 * tables and sums are made anew. Gains in the chance that differ by less than 1e-6 are told apart by the score, as are all where the chance
 * is under half a percent; then the guide's order decides.
 */
export function studyGains(seen: Outlook, today: number, minutes: number): StudyGain[] {
  const chance = chanceOf(seen.posterior.exam, seen.cases);
  const score = expected(seen.cases, ({ mean }) => mean);
  const gains = seen.posterior.sections.flatMap((section, s) =>
    section.topics.map((state): StudyGain => {
      const cases = casesWith(seen, s, section, state, effectAfter(state, today, minutes, seen));
      return {
        topicId: state.topic.id,
        chance: ((chanceOf(seen.posterior.exam, cases) - chance) * 60) / minutes,
        score: ((expected(cases, ({ mean }) => mean) - score) * 60) / minutes,
      };
    }),
  );
  const told = (gain: StudyGain) => (chance < 0.005 ? 0 : Math.round(gain.chance * 1e6));
  return gains.sort((a, b) => told(b) - told(a) || b.score - a.score);
}

/** The topic's effect on the day asked about, with `minutes` more on day `today`. */
function effectAfter(
  state: TopicState,
  today: number,
  minutes: number,
  { posterior: { day, p, curves } }: Outlook,
): number {
  const x = dose(withStudy(state.days, today, minutes), day, 'now', state.topic.recommended, p, curves, state.earlier);
  return studyEffect(x, p) + ratingEffect(state.rating, state.questions, p);
}

/** The days with `minutes` of study more on one of them. */
export function withStudy(days: readonly StudyDay[], day: number, minutes: number): StudyDay[] {
  if ((days.at(-1)?.day ?? day - 1) < day) return [...days, { ...NO_STUDY, day, minutes }];
  const own = days.find((entry) => entry.day === day) ?? NO_STUDY;
  const others = days.filter((entry) => entry.day !== day);
  return [...others, { ...own, day, minutes: own.minutes + minutes }].sort((a, b) => a.day - b.day);
}

const NO_STUDY = { day: 0, minutes: 0, testedMinutes: 0, correct: 0, questions: 0, rating: null };

function casesWith(seen: Outlook, at: number, section: SectionState, studied: TopicState, effect: number) {
  const { posterior, topicTables, tables } = seen;
  const topics = section.topics.map((state) =>
    state === studied ? topicTable(state, effect, posterior) : (topicTables.get(state.topic.id) as TopicTable),
  );
  const changed: SectionTable[] = tables.map((table, s) =>
    s === at ? sectionTable(section, topics, posterior) : table,
  );
  return components(posterior.exam, changed, posterior.nodes, posterior.rest);
}

import { sectionTable, type TopicTable } from '../readiness/expected-results.ts';
import type { Posterior } from '../readiness/infer.ts';
import type { StudyDay } from '../readiness/packed-days.ts';
import { type Component, components } from '../readiness/score.ts';
import { countedMinutes, ratingEffect, studyEffect } from '../readiness/study-curve.ts';
import { withStudy } from '../readiness/study-gain.ts';
import type { TopicState } from '../readiness/topic-state.ts';
import type { Learner } from './learner.ts';

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
export function studyAhead({ posterior, results }: Learner): StudyAhead {
  const { p, curves } = posterior;
  const topics = posterior.sections.flatMap((section) => section.topics);
  const states = new Map(topics.map((state) => [state.topic.id, state]));
  const days = new Map(topics.map(({ topic, days: done }) => [topic.id, [...done]]));
  const state = (id: string) => states.get(id) as TopicState;
  const own = (id: string) => days.get(id) as StudyDay[];
  const effects = new Map(topics.map(({ topic }) => [topic.id, new Map<number, number>()]));
  const effectOf = (id: string, day: number, more?: MoreStudy) =>
    studyEffect(doseWith(own(id), more, day, { p, curves }) / state(id).topic.recommended, p) +
    ratingEffect(state(id).rating, state(id).questions, p);
  const effect = (id: string, day: number) => {
    const known = effects.get(id)?.get(day) ?? effectOf(id, day);
    effects.get(id)?.set(day, known);
    return known;
  };
  return {
    topics,
    add(id, day, minutes) {
      days.set(id, withStudy(own(id), day, minutes));
      effects.get(id)?.clear();
    },
    days: own,
    gain(id, day, minutes, exam) {
      const before = effect(id, exam);
      const chance = results.get(id)?.chance(before) as number;
      const after = effectOf(id, exam, { day, minutes });
      return state(id).examWeight * chance * (1 - chance) * (after - before);
    },
    left(id, day) {
      const studied = own(id).filter((entry) => entry.day <= day && (entry.minutes > 0 || entry.questions > 0));
      const last = studied.at(-1);
      return last === undefined ? 1 : curves(studied.length)(day - last.day);
    },
    casesOn(day) {
      const tables = posterior.sections.map((section) =>
        sectionTable(
          section,
          section.topics.map(({ topic: { id } }) => results.get(id)?.table(effect(id, day)) as TopicTable),
          posterior,
        ),
      );
      return components(posterior.exam, tables, posterior.nodes, posterior.rest);
    },
  };
}

/** Study on a day that is only thought of. */
interface MoreStudy {
  readonly day: number;
  readonly minutes: number;
}

/** The minutes that count on day `at`, decayed, as `dose` has them, with `more` among them: written without lists, because plans ask for it a hundred thousand times. */
function doseWith(
  days: readonly StudyDay[],
  more: MoreStudy | undefined,
  at: number,
  { p, curves }: Pick<Posterior, 'p' | 'curves'>,
): number {
  const counted = (entry: StudyDay) =>
    countedMinutes(entry.day === more?.day ? { ...entry, minutes: entry.minutes + more.minutes } : entry, at, 'now', p);
  const alone = more !== undefined && more.day <= at && days.every(({ day }) => day !== more.day) ? more : undefined;
  let studied = alone === undefined ? 0 : 1;
  for (const entry of days) if (counted(entry) !== undefined) studied++;
  const left = curves(studied);
  let sum = alone === undefined ? 0 : Math.min(alone.minutes, p.longestDay) * left(at - alone.day);
  for (const entry of days) {
    const minutes = counted(entry);
    if (minutes !== undefined) sum += minutes * left(at - entry.day);
  }
  return sum;
}

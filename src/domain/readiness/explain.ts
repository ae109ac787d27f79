import { type Outlook, summary } from './assess.ts';
import { type Curve, GRID } from './grid.ts';
import { learnedGap, type SectionState } from './infer.ts';
import { overNodes, sectionLevels, topicLevels } from './levels.ts';
import { attenuation, normalCdf, sigmoid } from './probability.ts';
import { cutOf, type Variance } from './score.ts';
import { countedMinutes, ratingEffect, retention, stabilityAfter, studyEffect } from './study-curve.ts';
import type { AnswerDay } from './topic-answers.ts';
import type { TopicState } from './topic-state.ts';

/** A normal summary of what is known of a level, in logits. */
export interface Level {
  readonly mean: number;
  readonly sd: number;
}

/** One study day behind a dose: effective minutes as counted, how much of them is left, and their part of the dose. */
interface DosePart {
  readonly day: number;
  readonly minutes: number;
  readonly retained: number;
  readonly part: number;
}

/** Every step from what was logged on a topic to its expected score. */
export interface TopicExplanation {
  readonly id: string;
  readonly recommended: number;
  readonly stability: number;
  readonly parts: readonly DosePart[];
  readonly dose: number;
  readonly studyEffect: number;
  readonly rating: number | null;
  readonly ratingEffect: number;
  readonly answers: readonly AnswerDay[];
  /** The learner's level on the topic, given everything. */
  readonly level: Level;
  readonly mean: number;
  readonly sd: number;
  /** What the steps give by hand: sigmoid((effect + gap + level) / sqrt(1 + pi / 8 * (sd of the level² + sd of the gap²))). */
  readonly byHand: number;
}

export interface SectionExplanation {
  readonly id: string;
  readonly weight: number;
  readonly level: Level;
  readonly mean: number;
  readonly sd: number;
  readonly topics: readonly TopicExplanation[];
}

/** Every step from the sections to the chance. */
export interface Explanation {
  readonly gap: Level;
  readonly learner: Level;
  readonly sections: readonly SectionExplanation[];
  readonly score: number;
  readonly variance: Variance;
  readonly cut: number;
  readonly chance: number;
  /** The chance by one normal curve with the same mean and variance instead of the sum over all cases. */
  readonly byHand: number;
}

export function explain(seen: Outlook): Explanation {
  const { posterior } = seen;
  const result = summary(seen);
  const total = Object.values(result.variance).reduce((sum, part) => sum + part, 0);
  const cut = cutOf(posterior.exam);
  return {
    gap: learnedGap(posterior),
    learner: levelOf(
      overNodes(
        posterior.nodes.map(({ learner }) => learner),
        posterior.nodes,
      ),
    ),
    sections: posterior.sections.map((section, s) => ({
      id: section.id,
      weight: section.weight,
      level: levelOf(overNodes(sectionLevels(section, posterior), posterior.nodes)),
      mean: result.sections[s]?.mean ?? 0,
      sd: result.sections[s]?.sd ?? 0,
      topics: section.topics.map((state) => explainTopic(seen, section, state, result)),
    })),
    score: result.score,
    variance: result.variance,
    cut,
    chance: result.chance,
    byHand: normalCdf((result.score - cut) / Math.sqrt(total)),
  };
}

function explainTopic(
  { posterior }: Outlook,
  section: SectionState,
  state: TopicState,
  { topics }: ReturnType<typeof summary>,
): TopicExplanation {
  const { p, day } = posterior;
  const gap = learnedGap(posterior);
  const counted = state.days.flatMap((entry) => {
    const minutes = countedMinutes(entry, day, 'now', p);
    return minutes === undefined ? [] : [{ day: entry.day, minutes }];
  });
  const stability = stabilityAfter(counted.length, p);
  const level = levelOf(topicLevels(section, state, posterior));
  const mastery = topics.find(({ id }) => id === state.topic.id);
  const spread = attenuation(level.sd ** 2 + gap.sd ** 2);
  return {
    id: state.topic.id,
    recommended: state.topic.recommended,
    stability,
    parts: counted.map((entry) => {
      const retained = retention(day - entry.day, stability, p);
      return { ...entry, retained, part: (entry.minutes * retained) / state.topic.recommended };
    }),
    dose: state.dose,
    studyEffect: studyEffect(state.dose, p),
    rating: state.rating,
    ratingEffect: ratingEffect(state.rating, state.questions, p),
    answers: state.answers,
    level,
    mean: mastery?.mean ?? 0,
    sd: mastery?.sd ?? 0,
    byHand: sigmoid((state.effect + gap.mean + level.mean) / spread),
  };
}

/** Mean and standard deviation of a distribution over the grid. */
function levelOf(curve: Curve): Level {
  const over = (value: (x: number) => number) =>
    curve.reduce((sum, weight, i) => sum + weight * value(GRID[i] as number), 0);
  const mean = over((x) => x);
  return {
    mean,
    sd: Math.sqrt(
      Math.max(
        over((x) => (x - mean) ** 2),
        0,
      ),
    ),
  };
}

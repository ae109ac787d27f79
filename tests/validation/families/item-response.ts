import { sigmoid } from '../../../src/domain/readiness/probability.ts';
import { type Family, perTopic } from './knowledge.ts';

/** Chance to guess one of four or five options. */
const GUESS = 0.22;
const MASTERY_GAIN = 3;

interface Mastery {
  /** 0 to 1. */
  level: number;
  /** Below this it is not forgotten. */
  floor: number;
  day: number;
  studied: number;
}

/**
 * Family A: a mastery of each topic that grows by 1 - exp(-time) at a personal pace and halves its distance to a floor in a personal
 * half-life; questions follow the three-parameter logistic model with guessing and spread of difficulty and discrimination.
 */
export const itemResponse: Family = ({ ability, experienced, pace }, topics, world, draw) => {
  const level = world.level ?? -1;
  const halfLife = draw.logNormal(world.halfLife ?? 45, 0.6);
  const difficulty = new Map(topics.map(({ id }) => [id, draw.normal(0, 0.35)]));
  const strength = new Map(topics.map(({ sectionId }) => [sectionId, draw.normal(0, 0.25)]));
  const masteryOf = perTopic((): Mastery => {
    const seen = experienced && draw.chance(0.6) ? draw.beta(2, 2.5) : draw.beta(1, 9);
    const start = Math.min(0.85, Math.max(0, seen + 0.05 * ability));
    return { level: start, floor: 0.8 * start, day: 0, studied: 0 };
  });

  function forget(mastery: Mastery, day: number): Mastery {
    const floor = Math.max(mastery.floor, 0.45 * mastery.level);
    const halvings = Math.max(0, day - mastery.day) / (halfLife * (1 + 0.5 * mastery.studied));
    if (mastery.level > floor) mastery.level = floor + (mastery.level - floor) * 0.5 ** halvings;
    mastery.day = day;
    return mastery;
  }

  return {
    study(topic, day, minutes) {
      const mastery = forget(masteryOf(topic), day);
      mastery.level += (1 - mastery.level) * (1 - Math.exp((-1.35 * pace * minutes) / topic.needed));
      mastery.floor = Math.max(mastery.floor, 0.4 * mastery.level);
      mastery.studied += 1;
    },
    question(topic, day, ease) {
      const theta =
        level +
        MASTERY_GAIN * forget(masteryOf(topic), day).level +
        0.55 * ability +
        (strength.get(topic.sectionId) ?? 0) -
        (difficulty.get(topic.id) ?? 0);
      const discrimination = draw.logNormal(1.15, 0.25);
      return GUESS + (1 - GUESS) * sigmoid(discrimination * (theta + ease - draw.normal(0, 0.8)));
    },
    feeling: (topic, day) => level + MASTERY_GAIN * forget(masteryOf(topic), day).level + 0.55 * ability,
  };
};

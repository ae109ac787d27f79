import { sigmoid } from '../../../src/domain/readiness/probability.ts';
import { type Family, perTopic } from './knowledge.ts';

interface Fact {
  /** Days its memory lasts, 0 while unknown. */
  stability: number;
  day: number;
}

const SLIP = 0.05;
/** Time to look at each fact of a topic once, as a share of the time the topic takes. */
const EXPOSURE = 0.3;
const LONGEST = 400;

/**
 * Family B: a topic is 12 to 40 facts, each with a stability of its own that grows when it is met again, the more the nearer it was to being
 * forgotten; a question needs one to three facts at once, or else elimination and luck.
 */
export const atomicFacts: Family = ({ ability, experienced, pace }, _topics, _world, draw) => {
  const noticed = sigmoid(0.9 + 0.6 * ability);
  const firstStability = draw.logNormal(25, 0.35) * Math.exp(0.25 * ability);
  const growth = draw.logNormal(1.3, 0.3);
  const factsOf = perTopic((): Fact[] => {
    const known = experienced ? Math.min(0.9, draw.beta(2, 2 / 0.35 - 2)) : draw.between(0, 0.14);
    return Array.from({ length: draw.whole(12, 40) }, () => ({
      stability: draw.chance(known) ? draw.logNormal(120, 0.6) : 0,
      day: 0,
    }));
  });
  const recall = (fact: Fact, day: number) =>
    fact.stability > 0 ? (1 + (0.9 * Math.max(0, day - fact.day)) / (fact.stability * 2.2)) ** -0.55 : 0;

  function meet(fact: Fact, day: number): void {
    if (fact.stability > 0) fact.stability *= 1 + growth * (1.15 - recall(fact, day));
    else if (draw.chance(noticed)) fact.stability = firstStability;
    else return;
    fact.stability = Math.min(fact.stability, LONGEST);
    fact.day = day;
  }

  return {
    study(topic, day, minutes) {
      const facts = factsOf(topic);
      const met = (minutes * pace * facts.length) / (EXPOSURE * topic.needed);
      const count = Math.min(Math.floor(met) + (draw.chance(met % 1) ? 1 : 0), 6 * facts.length);
      for (let i = 0; i < count; i++) {
        const [one, other] = [draw.pick(facts), draw.pick(facts)];
        const weaker = recall(other, day) < recall(one, day) ? other : one;
        meet(draw.chance(0.6) ? weaker : one, day);
      }
    },
    question(topic, day, ease) {
      const facts = factsOf(topic);
      const needed = draw.pick(ease < 0.3 ? [1, 1, 1, 2, 2, 3] : [1, 1, 1, 2, 2]);
      let known = 1;
      for (let i = 0; i < needed; i++) known *= recall(draw.pick(facts), day);
      const guess = draw.between(0.25, 0.37) + (ability > 0.5 ? 0.05 : 0) + 0.08 * ease;
      return known * (1 - SLIP) + (1 - known) * Math.min(0.9, guess);
    },
    feeling(topic, day) {
      const facts = factsOf(topic);
      const share = facts.reduce((sum, fact) => sum + recall(fact, day), 0) / facts.length;
      const bounded = Math.min(0.97, Math.max(0.03, share));
      return Math.log(bounded / (1 - bounded));
    },
  };
};

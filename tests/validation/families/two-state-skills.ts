import { sigmoid } from '../../../src/domain/readiness/probability.ts';
import { type Family, perTopic } from './knowledge.ts';

/** A skill is known until some day, which the learner cannot tell; `met` counts how often it came up while studying. */
interface Skill {
  knownUntil: number;
  met: number;
}

/** How often each skill of a topic comes up when the topic is studied for the time it takes. */
const OPPORTUNITIES = 5;

/**
 * Family C, written after the model and never used to choose anything in it: knowledge tracing. A topic is 3 to 8 skills, each known or not.
 * Every time a skill comes up it may click, all at once; a known skill is lost on a random day, later the more often it was met. Questions
 * ask one skill, or two at once, more often in the exam; who knows slips sometimes, who does not guesses.
 */
export const twoStateSkills: Family = ({ ability, experienced, pace }, _topics, world, draw) => {
  const clicks = sigmoid(-0.7 + 0.6 * ability);
  const lasts = draw.logNormal(world.halfLife ?? 90, 0.5);
  const slip = draw.beta(2, 24);
  const learned = (skill: Skill, day: number) => day + draw.exponential(lasts * (1 + 0.7 * skill.met));
  const skillsOf = perTopic((): Skill[] => {
    const known = experienced && draw.chance(0.7) ? draw.beta(3, 3) : draw.beta(1, 8);
    return Array.from({ length: draw.whole(3, 8) }, () => ({
      knownUntil: draw.chance(known) ? draw.exponential(600) : 0,
      met: 0,
    }));
  });

  return {
    study(topic, day, minutes) {
      const skills = skillsOf(topic);
      const due = (minutes * pace * skills.length * OPPORTUNITIES) / topic.needed;
      const count = Math.floor(due) + (draw.chance(due % 1) ? 1 : 0);
      for (let i = 0; i < count; i++) {
        const skill = draw.pick(skills);
        skill.met += 1;
        if (skill.knownUntil > day || draw.chance(clicks))
          skill.knownUntil = Math.max(skill.knownUntil, learned(skill, day));
      }
    },
    question(topic, day, ease) {
      const skills = skillsOf(topic);
      const asked = draw.chance(ease < 0.15 ? 0.35 : 0.15) ? 2 : 1;
      const guess = Math.min(0.6, Math.max(0.15, draw.between(0.2, 0.4) + 0.12 * ease));
      const right = Array.from({ length: asked }, () => draw.pick(skills)).every(({ knownUntil }) => knownUntil > day);
      return right ? 1 - slip : guess;
    },
    feeling(topic, day) {
      const skills = skillsOf(topic);
      const share = skills.filter(({ knownUntil }) => knownUntil > day).length / skills.length;
      return 4 * (share - 0.5);
    },
  };
};

import type { Preparation } from './logging.ts';

/** The share of right answers in a paper of the exam on a day, each section asked for its share of it. */
export function examScore({ exam, topics, knowledge, draw }: Preparation, day: number): number {
  const form = draw.normal(0, 0.15);
  const sections = exam.sections.flatMap((section) => Array(Math.floor(exam.questions * section.weight)).fill(section));
  while (sections.length < exam.questions) sections.push(draw.weighted(exam.sections, ({ weight }) => weight));
  const right = sections.filter(({ id }) => {
    const topic = draw.pick(topics.filter(({ sectionId }) => sectionId === id));
    return draw.chance(knowledge.question(topic, day, form));
  }).length;
  return right / exam.questions;
}

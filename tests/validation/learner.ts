import type { Evidence } from '../../src/domain/readiness/exam.ts';
import { evidenceFrom, type ReferenceLog } from '../domain/readiness/reference-log.ts';
import { type Draw, drawFrom } from './draw.ts';
import type { Person } from './families/knowledge.ts';
import { habitsOf, plannedSessions } from './habits.ts';
import { type Preparation, runThrough } from './logging.ts';
import { type SimulatedExam, simulatedExam } from './simulated-exam.ts';
import { WORLDS, type World, type WorldName } from './worlds.ts';

/** A learner as certtrack sees one, and what the exam brought. */
export interface Learner extends SimulatedExam {
  readonly log: Required<ReferenceLog>;
  readonly evidence: Evidence;
  /** The day of the exam. */
  readonly day: number;
  /** Share of right answers. */
  readonly score: number;
  readonly passed: boolean;
}

/** Learners to test on and learners to fit on come from separate streams. */
export type Purpose = 'test' | 'fit';

/** The learner of that number in a world; always the same one. */
export function learner(name: WorldName, purpose: Purpose, number: number): Learner {
  const world: World = WORLDS[name];
  const draw = drawFrom(`${name}/${purpose}/${number}`);
  const simulated = simulatedExam(draw);
  const person = personOf(draw);
  const preparation: Preparation = {
    ...simulated,
    world,
    draw,
    knowledge: world.family(person, simulated.topics, world, draw),
    habits: habitsOf(person, world, draw),
  };
  const { habits } = preparation;
  const log = runThrough(preparation, plannedSessions(simulated, habits, draw));
  const day = Math.floor(habits.horizon + habits.idle) + 1;
  return { ...simulated, log, evidence: evidenceFrom(log), day, ...sitExam(preparation, day) };
}

function personOf(draw: Draw): Person {
  return { ability: draw.normal(0, 0.75), experienced: draw.chance(0.45), pace: draw.logNormal(1, 0.45) };
}

/** A paper with each section's share of questions. certtrack is told the pass mark is 70 % give or take 5; nobody knows the true one. */
function sitExam({ exam, topics, knowledge, draw }: Preparation, day: number): Pick<Learner, 'score' | 'passed'> {
  const passMark = Math.min(0.82, Math.max(0.58, draw.normal(0.7, 0.035)));
  const form = draw.normal(0, 0.15);
  const sections = exam.sections.flatMap((section) => Array(Math.floor(exam.questions * section.weight)).fill(section));
  while (sections.length < exam.questions) sections.push(draw.weighted(exam.sections, ({ weight }) => weight));
  const right = sections.filter(({ id }) => {
    const topic = draw.pick(topics.filter(({ sectionId }) => sectionId === id));
    return draw.chance(knowledge.question(topic, day, form));
  }).length;
  return { score: right / exam.questions, passed: right >= Math.ceil(passMark * exam.questions) };
}

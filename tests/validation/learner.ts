import type { Evidence } from '../../src/domain/readiness/exam.ts';
import { evidenceFrom, type ReferenceLog } from '../domain/readiness/reference-log.ts';
import { type Draw, drawFrom } from './draw.ts';
import type { Person } from './families/knowledge.ts';
import { habitsOf, plannedSessions } from './habits.ts';
import { type Preparation, runThrough } from './logging.ts';
import { type SimulatedExam, simulatedExam } from './simulated-exam.ts';
import { examScore } from './sitting.ts';
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

/** The learner of that number in a world; always the same one. Who should have failed and passed is replaced by somebody else. */
export function learner(name: WorldName, purpose: Purpose, number: number): Learner {
  for (let again = 0; ; again++) {
    const found = attempt(WORLDS[name], drawFrom(`${name}/${purpose}/${number}${again === 0 ? '' : `/${again}`}`));
    if (found) return found;
  }
}

function attempt(world: World, draw: Draw): Learner | undefined {
  const simulated = simulatedExam(draw);
  const person = personOf(draw);
  const knowledge = world.family(person, simulated.topics, world, draw);
  const habits = habitsOf(person, world, draw);
  const plan = plannedSessions(simulated, habits, draw);
  const preparation: Preparation = { ...simulated, world, draw, knowledge, habits };
  const known = world.retake ? passMarkOf(draw) : undefined;
  const log = runThrough(preparation, plan, known);
  if (log === undefined) return undefined;
  const day = Math.floor(habits.horizon + habits.idle) + 1;
  const passMark = known ?? passMarkOf(draw);
  const score = examScore(preparation, day);
  return { ...simulated, log, evidence: evidenceFrom(log), day, score, passed: score >= passMark };
}

/** certtrack is told the pass mark is 70 % give or take 5; nobody knows the true one. */
function passMarkOf(draw: Draw): number {
  return Math.min(0.82, Math.max(0.58, draw.normal(0.7, 0.035)));
}

function personOf(draw: Draw): Person {
  return { ability: draw.normal(0, 0.75), experienced: draw.chance(0.45), pace: draw.logNormal(1, 0.45) };
}

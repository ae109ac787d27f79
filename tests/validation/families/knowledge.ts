import type { Draw } from '../draw.ts';
import type { SimulatedTopic } from '../simulated-exam.ts';
import type { World } from '../worlds.ts';

/** What a learner really knows. Days are asked in order. */
export interface Knowledge {
  /** Studies a topic for so many effective minutes. */
  study(topic: SimulatedTopic, day: number, minutes: number): void;
  /** Draws a question on a topic and returns the chance to answer it right. `ease` is 0 in the exam, above it where questions are easier. */
  question(topic: SimulatedTopic, day: number, ease: number): number;
  /** How sure the learner feels of a topic, about -2 to 2. */
  feeling(topic: SimulatedTopic, day: number): number;
}

/** Who learns: ability is standardised about 0, pace 1 is usual. */
export interface Person {
  readonly ability: number;
  /** Works in the field. */
  readonly experienced: boolean;
  readonly pace: number;
}

/** A theory of learning, none of them the model's. */
export type Family = (person: Person, topics: readonly SimulatedTopic[], world: World, draw: Draw) => Knowledge;

/** State of each topic, made when first needed. */
export function perTopic<State>(make: () => State): (topic: SimulatedTopic) => State {
  const states = new Map<string, State>();
  return ({ id }) => {
    const state = states.get(id) ?? make();
    states.set(id, state);
    return state;
  };
}

import { atomicFacts } from './families/atomic-facts.ts';
import { itemResponse } from './families/item-response.ts';
import type { Family } from './families/knowledge.ts';
import { twoStateSkills } from './families/two-state-skills.ts';

/** What a world is like where it differs from the usual one. */
export interface World {
  readonly family: Family;
  /** In a word or two, for tables. */
  readonly title: string;
  /** How easy the exam is for an untaught learner, logit (family A). */
  readonly level?: number;
  /** Days in which memory halves (A) or after which a skill is lost (C). */
  readonly halfLife?: number;
  /** Days between the last study and the exam, on average. */
  readonly idle?: number;
  /** How much easier practice questions are than the exam's, logit, on average. */
  readonly bankEase?: number;
  /** Share of learners who log no minutes, practise without questions, sit no mock. */
  readonly withoutMinutes?: number;
  readonly withoutQuestions?: number;
  readonly withoutMocks?: number;
  /** A quarter of the usual practice questions. */
  readonly sparse?: boolean;
  /** Everybody rates every session, too high, and the higher the less they know. */
  readonly misreported?: boolean;
  /** Everybody sits one or two of the vendor's own papers, never seen before and nearly as the exam is. */
  readonly papers?: boolean;
  /** Everybody has failed the exam once. */
  readonly retake?: boolean;
  /** Share of mocks of another kind than the usual third-party ones, and labelled so. */
  readonly mocks?: Partial<Record<'official' | 're-used', number>>;
}

const A = itemResponse;
const B = atomicFacts;
const C = twoStateSkills;
const NO_TESTS = { withoutQuestions: 1, withoutMocks: 1 };

/** Every simulated world by name; the letter is its family. */
export const WORLDS = {
  'A base': { family: A, title: 'usual' },
  'B facts': { family: B, title: 'usual' },
  'C skills': { family: C, title: 'usual' },
  'A no minutes': { family: A, title: 'nobody logs minutes', withoutMinutes: 1 },
  'A no tests': { family: A, title: 'no questions, no mocks', ...NO_TESTS },
  'B no tests': { family: B, title: 'no questions, no mocks', ...NO_TESTS },
  'C no tests': { family: C, title: 'no questions, no mocks', ...NO_TESTS },
  'A mocks only': { family: A, title: 'mocks, no other questions', withoutQuestions: 1, withoutMocks: 0 },
  'A forgetful': { family: A, title: 'forgets fast, long pause', halfLife: 20, idle: 25 },
  'C forgetful': { family: C, title: 'forgets fast, long pause', halfLife: 35, idle: 25 },
  'B sparse': { family: B, title: 'few questions', sparse: true },
  'A easy bank': { family: A, title: 'practice far too easy', bankEase: 0.8 },
  'A hard exam': { family: A, title: 'few pass', level: -1.6 },
  'A experts': { family: A, title: 'most pass', level: -0.4 },
  'A misreported': { family: A, title: 'confidence reversed', misreported: true },
  'A official': { family: A, title: 'half of the mocks official', withoutMocks: 0, mocks: { official: 0.5 } },
  'A papers': { family: A, title: "the vendor's own papers too", papers: true },
  'B papers': { family: B, title: "the vendor's own papers too", papers: true },
  'C papers': { family: C, title: "the vendor's own papers too", papers: true },
  'A retake': { family: A, title: 'failed once before', retake: true },
  'B retake': { family: B, title: 'failed once before', retake: true },
  'C retake': { family: C, title: 'failed once before', retake: true },
  'A repeats': { family: A, title: 'a third of the mocks repeated', withoutMocks: 0, mocks: { 're-used': 1 / 3 } },
} as const satisfies Record<string, World>;

export type WorldName = keyof typeof WORLDS;

export const WORLD_NAMES = Object.keys(WORLDS) as WorldName[];

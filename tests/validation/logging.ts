import type { Profile } from '../../src/domain/readiness/parameters.ts';
import type { ReferenceLog, ReferenceSession } from '../domain/readiness/reference-log.ts';
import type { Draw } from './draw.ts';
import type { Knowledge } from './families/knowledge.ts';
import { type Habits, type PlannedSession, STUDYING } from './habits.ts';
import type { SimulatedExam, SimulatedTopic } from './simulated-exam.ts';
import type { World } from './worlds.ts';

type Mock = Required<ReferenceLog>['exams'][number];

/** Chance to answer a question right that was met before. */
const MET_BEFORE = 0.9;

/** All that goes on in one learner's preparation. */
export interface Preparation extends SimulatedExam {
  readonly world: World;
  readonly knowledge: Knowledge;
  readonly habits: Habits;
  readonly draw: Draw;
}

/** Lives through the plan day by day and returns what the learner logs of it. */
export function runThrough(preparation: Preparation, plan: readonly PlannedSession[]): Required<ReferenceLog> {
  const { habits, draw } = preparation;
  const sessions: ReferenceSession[] = [];
  const exams: Mock[] = [];
  const ahead = mockDays(habits, draw);
  const quizzes = new Map<string, number>();
  for (const session of plan) {
    while ((ahead[0] ?? Number.POSITIVE_INFINITY) <= session.day)
      exams.push(sitMock(preparation, ahead.shift() as number));
    const done = studied(preparation, session, quizzes);
    const says = done.minutes !== 0 || done.n !== undefined || done.confidence !== undefined;
    if (!draw.chance(habits.forgotten) && says) sessions.push(done);
  }
  for (const day of ahead) exams.push(sitMock(preparation, day));
  return { sessions, exams };
}

/** In the last weeks before the exam. */
function mockDays({ horizon, mocks }: Habits, draw: Draw): number[] {
  return Array.from({ length: mocks }, () =>
    Math.max(1, Math.floor(horizon - draw.between(0, Math.min(25, horizon - 2)))),
  ).sort((a, b) => a - b);
}

/** Studies, perhaps answers questions afterwards, and says what is logged of it. */
function studied(
  preparation: Preparation,
  { topic, day, minutes }: PlannedSession,
  quizzes: Map<string, number>,
): ReferenceSession {
  const { knowledge, habits, draw } = preparation;
  const quiz = draw.chance(habits.practice);
  const way = draw.weighted(STUDYING, (activity) => habits.mix[activity]);
  const kind = quiz && draw.chance(0.4) ? 'practice' : way;
  knowledge.study(topic, day, minutes * habits.teaches[kind]);
  const logged = habits.logsMinutes ? 5 * Math.round((minutes * habits.inflation * draw.logNormal(1, 0.15)) / 5) : 0;
  const { share, bias, gain } = habits.rating;
  const rated = draw.chance(share);
  return {
    topic: topic.id,
    day,
    kind,
    minutes: logged,
    ...(quiz ? quizOn(preparation, topic, day, quizzes) : {}),
    ...(rated ? { confidence: ratingOf(3 + bias + gain * knowledge.feeling(topic, day) + draw.normal(0, 0.75)) } : {}),
  };
}

function ratingOf(feeling: number): number {
  return Math.min(5, Math.max(1, Math.round(feeling)));
}

/** The more quizzes there were on a topic, the more of its questions are known already. */
function quizOn(
  preparation: Preparation,
  topic: SimulatedTopic,
  day: number,
  quizzes: Map<string, number>,
): { k: number; n: number } {
  const { bankEase, repeated } = preparation.habits;
  const before = (quizzes.get(topic.id) ?? 0) + 1;
  quizzes.set(topic.id, before);
  const met = repeated * Math.min(1, before / 3);
  const n = preparation.draw.pick([5, 5, 8, 10, 10, 15, 20]);
  return { k: rightOf(preparation, Array(n).fill(topic), { day, ease: bankEase, met }), n };
}

function sitMock(preparation: Preparation, day: number): Mock {
  const { exam, topics, habits, world, draw } = preparation;
  const profile = profileOf(world, draw);
  const ease = draw.normal(profile === 'official' ? 0 : habits.bankEase, 0.1);
  const met = { official: 0, 'third-party': habits.repeated / 2, 're-used': 0.6 }[profile];
  const length = draw.pick([30, 50, 50, 60]);
  const sections = exam.sections.map(({ id, weight }) => {
    const own = topics.filter(({ sectionId }) => sectionId === id);
    const asked = Array.from({ length: Math.max(1, Math.round(length * weight)) }, () => draw.pick(own));
    return [id, [rightOf(preparation, asked, { day, ease, met }), asked.length]] as const;
  });
  return {
    day,
    k: sections.reduce((sum, [, [k]]) => sum + k, 0),
    n: sections.reduce((sum, [, [, n]]) => sum + n, 0),
    profile,
    ...(draw.chance(0.6) ? { sections: Object.fromEntries(sections) } : {}),
  };
}

function profileOf({ mocks = {} }: World, draw: Draw): Profile {
  const { official = 0, 're-used': reused = 0 } = mocks;
  const at = draw.between(0, 1);
  if (at < official) return 'official';
  return at < official + reused ? 're-used' : 'third-party';
}

/** Right answers to questions on these topics; `met` is the share of questions met before. */
function rightOf(
  { knowledge, draw }: Preparation,
  asked: readonly SimulatedTopic[],
  { day, ease, met }: { readonly day: number; readonly ease: number; readonly met: number },
): number {
  return asked.filter((topic) => {
    const chance = knowledge.question(topic, day, ease);
    return draw.chance(draw.chance(met) ? Math.max(chance, MET_BEFORE) : chance);
  }).length;
}

import type { ReferenceLog, ReferenceSession } from '../domain/readiness/reference-log.ts';
import type { Draw } from './draw.ts';
import type { Knowledge } from './families/knowledge.ts';
import { type Habits, type PlannedSession, STUDYING } from './habits.ts';
import type { SimulatedExam, SimulatedTopic } from './simulated-exam.ts';
import { examScore } from './sitting.ts';
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

/**
 * Lives through the plan day by day and returns what the learner logs of it. With a `passMark` the exam is sat on the way, to be failed:
 * undefined when it was passed.
 */
export function runThrough(
  preparation: Preparation,
  plan: readonly PlannedSession[],
  passMark?: number,
): Required<ReferenceLog> | undefined {
  const { habits, draw, world } = preparation;
  const sessions: ReferenceSession[] = [];
  const exams: Mock[] = [];
  const results: { readonly day: number; readonly passed: boolean }[] = [];
  const mocks = mockDays(habits.horizon, habits.mocks, 25, draw);
  const papers = world.papers ? mockDays(habits.horizon, draw.whole(1, 2), 15, draw) : [];
  const papersEase = world.papers ? draw.normal(0.05, 0.2) : 0;
  const attempts = passMark !== undefined ? [Math.floor(habits.horizon * draw.between(0.55, 0.9))] : [];
  const examsUpTo = (day: number) => {
    for (const at of due(mocks, day)) exams.push(sitMock(preparation, at));
    for (const at of due(papers, day)) exams.push(sitPaper(preparation, at, papersEase));
    for (const at of due(attempts, day))
      results.push({ day: at, passed: examScore(preparation, at) >= (passMark as number) });
  };
  const quizzes = new Map<string, number>();
  for (const session of plan) {
    examsUpTo(session.day);
    const done = studied(preparation, session, quizzes);
    const says = done.minutes !== 0 || done.n !== undefined || done.confidence !== undefined;
    if (!draw.chance(habits.forgotten) && says) sessions.push(done);
  }
  examsUpTo(Number.POSITIVE_INFINITY);
  return results.some(({ passed }) => passed) ? undefined : { sessions, exams, results };
}

/** Takes out the days that have come by `day`; they are in order. */
function due(days: number[], day: number): number[] {
  return days.splice(0, days.filter((at) => at <= day).length);
}

/** In the last weeks before the exam, at most so many days before the end of study. */
function mockDays(horizon: number, count: number, most: number, draw: Draw): number[] {
  return Array.from({ length: count }, () =>
    Math.max(1, Math.floor(horizon - draw.between(0, Math.min(most, horizon - 2)))),
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
  const { habits, world, draw } = preparation;
  const kind = kindOf(world, draw);
  const ease = draw.normal(kind === 'official' ? 0 : habits.bankEase, 0.1);
  const met = { official: 0, practice: habits.repeated / 2, 're-used': 0.6 }[kind];
  return { day, kind, ...paper(preparation, draw.pick([30, 50, 50, 60]), { day, ease, met }) };
}

/** One of the vendor's own papers, as long as the exam. */
function sitPaper(preparation: Preparation, day: number, ease: number): Mock {
  return { day, kind: 'official', ...paper(preparation, preparation.exam.questions, { day, ease, met: 0 }) };
}

/** Each section's share of the questions; some providers do not say how each section went. */
function paper(preparation: Preparation, length: number, how: Circumstances): Pick<Mock, 'k' | 'n' | 'sections'> {
  const { exam, topics, draw } = preparation;
  const sections = exam.sections.map(({ id, weight }) => {
    const own = topics.filter(({ sectionId }) => sectionId === id);
    const asked = Array.from({ length: Math.max(1, Math.round(length * weight)) }, () => draw.pick(own));
    return [id, [rightOf(preparation, asked, how), asked.length]] as const;
  });
  return {
    k: sections.reduce((sum, [, [k]]) => sum + k, 0),
    n: sections.reduce((sum, [, [, n]]) => sum + n, 0),
    ...(draw.chance(0.6) ? { sections: Object.fromEntries(sections) } : {}),
  };
}

function kindOf({ mocks = {} }: World, draw: Draw): Required<Mock>['kind'] {
  const { official = 0, 're-used': reused = 0 } = mocks;
  const at = draw.between(0, 1);
  if (at < official) return 'official';
  return at < official + reused ? 're-used' : 'practice';
}

/** When questions are answered, how much easier than the exam's they are (logit), and what share of them was met before. */
interface Circumstances {
  readonly day: number;
  readonly ease: number;
  readonly met: number;
}

/** Right answers to questions on these topics. */
function rightOf(
  { knowledge, draw }: Preparation,
  asked: readonly SimulatedTopic[],
  { day, ease, met }: Circumstances,
): number {
  return asked.filter((topic) => {
    const chance = knowledge.question(topic, day, ease);
    return draw.chance(draw.chance(met) ? Math.max(chance, MET_BEFORE) : chance);
  }).length;
}

import type { Activity } from '../../src/domain/activity.ts';
import type { Draw } from './draw.ts';
import type { Person } from './families/knowledge.ts';
import type { SimulatedExam, SimulatedTopic } from './simulated-exam.ts';
import type { World } from './worlds.ts';

export const STUDYING = ['reading', 'video', 'lab'] as const satisfies readonly Activity[];
const MOST_SESSIONS = 240;

/** How a learner studies, practises and logs. */
export interface Habits {
  /** Days of study, and of rest before the exam. */
  readonly horizon: number;
  readonly idle: number;
  readonly logsMinutes: boolean;
  /** Share of sessions that are never logged. */
  readonly forgotten: number;
  /** Factor on logged minutes. */
  readonly inflation: number;
  /** Chance that a session has practice questions. */
  readonly practice: number;
  readonly mocks: number;
  /** How much easier the questions practised on are than the exam's, logit. */
  readonly bankEase: number;
  /** Share of practice questions met before. */
  readonly repeated: number;
  readonly rating: { readonly share: number; readonly bias: number; readonly gain: number };
  /** How likely each way to study is, and how much a minute of it teaches this person. */
  readonly mix: Readonly<Record<(typeof STUDYING)[number], number>>;
  readonly teaches: Readonly<Record<(typeof STUDYING)[number] | 'practice', number>>;
}

/** One thing done: which topic, when, for how many real minutes. */
export interface PlannedSession {
  readonly topic: SimulatedTopic;
  readonly day: number;
  readonly minutes: number;
}

export function habitsOf({ ability }: Person, world: World, draw: Draw): Habits {
  const practises = !draw.chance(world.withoutQuestions ?? 0.22);
  const sitsMocks = !draw.chance(world.withoutMocks ?? 0.4);
  const practice = draw.beta(2, 2.5) * (world.sparse ? 0.25 : 1);
  const mocks = draw.pick([1, 1, 2, 2, 3]);
  return {
    horizon: draw.whole(20, 110),
    idle: Math.min(120, draw.exponential(world.idle ?? 6)),
    logsMinutes: !draw.chance(world.withoutMinutes ?? 0.12),
    forgotten: draw.beta(1, 7),
    inflation: draw.logNormal(1.05, 0.2),
    practice: practises ? practice : 0,
    mocks: sitsMocks ? mocks : 0,
    bankEase: draw.normal(world.bankEase ?? 0.25, 0.35),
    repeated: draw.beta(1, 6),
    rating: world.misreported
      ? { share: 1, bias: 1, gain: draw.normal(-0.35, 0.15) }
      : {
          share: draw.pick([0, 0.4, 1]),
          bias: draw.normal(0.5, 0.6) - 0.3 * ability,
          gain: draw.normal(0.35, 0.15),
        },
    mix: { reading: draw.gamma(1), video: draw.gamma(1), lab: draw.gamma(1) },
    teaches: {
      reading: draw.logNormal(1, 0.2),
      video: draw.logNormal(0.9, 0.25),
      lab: draw.logNormal(1.1, 0.2),
      practice: draw.logNormal(1.2, 0.2),
    },
  };
}

/** All sessions in order: through the chosen topics one after the other, with jumps, until this person's patience is used up. */
export function plannedSessions({ topics, hours }: SimulatedExam, { horizon }: Habits, draw: Draw): PlannedSession[] {
  const patience = 60 * hours * draw.logNormal(0.75, 0.55);
  const covered = Math.min(1, Math.max(0.35, draw.beta(6, 1.6)));
  const some = topics.filter(() => draw.chance(covered));
  const chosen = some.length > 0 ? some : [draw.pick(topics)];
  const order = draw.chance(0.6) ? chosen : draw.shuffled(chosen);
  const sessions: { topic: SimulatedTopic; minutes: number }[] = [];
  for (let at = 0, spent = 0; spent < patience && sessions.length < MOST_SESSIONS; ) {
    const topic = draw.chance(0.75) ? (order[at % order.length] as SimulatedTopic) : draw.pick(chosen);
    const minutes = Math.min(240, Math.max(8, draw.logNormal(45, 0.5)));
    sessions.push({ topic, minutes });
    spent += minutes;
    if (draw.chance(Math.min(1, (1.1 * minutes) / topic.recommended))) at += 1;
  }
  const rampsUp = draw.chance(0.5);
  const days = sessions
    .map(() => draw.between(0, 1))
    .map((part) => Math.floor(horizon * (rampsUp ? part ** 0.6 : part)))
    .sort((a, b) => a - b);
  return sessions.map((session, i) => ({ ...session, day: days[i] as number }));
}

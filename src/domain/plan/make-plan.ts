import type { Activity } from '../activity.ts';
import { dayNumber, type LocalDate } from '../local-date.ts';
import type { Evidence, Exam } from '../readiness/exam.ts';
import { EFFICIENCY } from '../readiness/parameters.ts';
import { type FinalWeek, finalWeek } from './final-week.ts';
import { learnerOn } from './learner.ts';
import { mockDays } from './mock-days.ts';
import type { PlanBlock, PlanSettings, Reason } from './plan.ts';
import { type StudyAhead, studyAhead } from './study-ahead.ts';
import { SHORTEST_BLOCK, STEP_MINUTES, type StudyTime, studyTimes } from './study-time.ts';

/** How long a topic is studied at a time, and how long a return takes. */
const LONG = 60;
const RETURN = 30;
/** A topic is returned to before less than this share of its study is left. */
const FADED = 0.8;
/** What part of the time before the final week the first pass may take. */
const FIRST_PASS_SHARE = 0.7;

/** All a plan is made from. `doneToday` minutes are taken off today; `mockMinutes` is how long a practice exam takes. */
export interface PlanInput {
  readonly exam: Exam;
  readonly evidence: Evidence;
  readonly today: LocalDate;
  readonly settings: PlanSettings;
  readonly mockMinutes: number;
  readonly doneToday: number;
}

/**
 * Blocks for every study day from `today` to the day before the exam: practice exams on their days, then the last looks of the final
 * week, topics about to fade, topics not studied yet by weight, and otherwise what raises the expected score on the exam day most.
 */
export function makePlan(input: PlanInput): PlanBlock[] {
  const { evidence, today, settings } = input;
  const ahead = studyAhead(learnerOn(input.exam, evidence, dayNumber(today)));
  const times = studyTimes(settings, today, input.doneToday);
  const mockMinutes = Math.ceil(input.mockMinutes / STEP_MINUTES) * STEP_MINUTES;
  const mocks = mockDays(
    times,
    today,
    settings.examDate,
    mockMinutes,
    evidence.mocks.map(({ day }) => day),
  );
  const free = times.map(({ date, minutes }) => ({ date, minutes: minutes - (mocks.has(date) ? mockMinutes : 0) }));
  const last = finalWeek(free, settings.examDate, ahead.topics.length);
  const untouched = new Set(
    ahead.topics
      .map(({ topic: { id } }) => id)
      .filter((id) => ahead.days(id).length === 0 || evidence.borrowed?.has(id) === true),
  );
  const planner = topicPlanner(ahead, settings.examDate, untouched, firstPassMinutes(untouched.size, free, last));
  const blocks: PlanBlock[] = [];
  let owed = 0;
  for (const { date, minutes } of times) {
    let left = minutes + owed;
    const put = (block: Omit<PlanBlock, 'date'>) => {
      blocks.push({ date, ...block });
      left -= block.minutes;
    };
    const mock = mocks.get(date);
    if (mock) put({ minutes: mockMinutes, topicId: null, activity: 'practice', reason: mock });
    for (const block of last.looksOn(date, left, ahead)) {
      put(block);
      untouched.delete(block.topicId ?? '');
    }
    planner.startDay(date);
    while (left >= SHORTEST_BLOCK) put(planner.next(left));
    owed = left;
  }
  return blocks;
}

/** How long each of `topics` gets in the first pass, so that all of them fit into the time before the final week. */
function firstPassMinutes(topics: number, free: readonly StudyTime[], last: FinalWeek): number {
  const time = free.filter(({ date }) => date < last.from).reduce((sum, { minutes }) => sum + minutes, 0);
  const even = (FIRST_PASS_SHARE * time) / Math.max(topics, 1);
  return Math.min(LONG, Math.max(SHORTEST_BLOCK, Math.floor(even / STEP_MINUTES) * STEP_MINUTES));
}

interface TopicPlanner {
  readonly startDay: (date: LocalDate) => void;
  readonly next: (left: number) => Omit<PlanBlock, 'date'>;
}

interface Valued {
  readonly topicId: string;
  readonly minutes: number;
  readonly reason: Reason;
  readonly value: number;
}

/**
 * Chooses topics for the time a day has left; what it chose counts as studied from then on. `untouched` topics, those that were only studied
 * for other certifications among them, come in the first pass and are taken out by it.
 */
function topicPlanner(ahead: StudyAhead, examDate: LocalDate, untouched: Set<string>, firstPass: number): TopicPlanner {
  const exam = dayNumber(examDate);
  const practised = new Set(ahead.topics.filter(({ questions }) => questions > 0).map(({ topic }) => topic.id));
  let day = 0;
  let today = new Set<string>();
  let returned = false;
  const best = (choices: readonly Valued[], not: ReadonlySet<string> = today): Valued | undefined =>
    choices
      .filter(({ topicId }) => !not.has(topicId))
      .reduce<Valued | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined);
  const fresh = () =>
    best(
      ahead.topics
        .filter(({ topic }) => untouched.has(topic.id))
        .map(({ topic, examWeight: weight }) => ({
          topicId: topic.id,
          minutes: firstPass,
          reason: { kind: 'first-pass', weight },
          value: weight,
        })),
    );
  const fading = () =>
    best(
      ahead.topics.flatMap(({ topic, examWeight }) => {
        if (untouched.has(topic.id)) return [];
        const left = ahead.left(topic.id, day);
        const days = day - (ahead.days(topic.id).at(-1)?.day ?? day);
        const reason = { kind: 'return', days, left } as const;
        return left < FADED ? [{ topicId: topic.id, minutes: RETURN, reason, value: examWeight * (1 - left) }] : [];
      }),
    );
  const rewarding = () => {
    const choices = ahead.topics.map(({ topic }) => {
      const points = ahead.gain(topic.id, day, LONG, exam);
      return { topicId: topic.id, minutes: LONG, reason: { kind: 'gain', points } as const, value: points };
    });
    return best(choices) ?? best(choices, new Set());
  };
  return {
    startDay(date) {
      day = dayNumber(date);
      today = new Set();
    },
    next(left) {
      const open = fresh();
      const due = open && returned ? undefined : fading();
      const { topicId, minutes: wanted, reason } = (due ?? open ?? rewarding()) as Valued;
      returned = due !== undefined;
      today.add(topicId);
      const minutes = left - wanted < SHORTEST_BLOCK ? left : wanted;
      const daysStudied = untouched.delete(topicId) ? 0 : ahead.days(topicId).length;
      const activity = activityFor(reason, daysStudied, practised.has(topicId));
      if (activity === 'practice') practised.add(topicId);
      ahead.add(topicId, day, minutes * EFFICIENCY[activity]);
      return { minutes, topicId, activity, reason };
    },
  };
}

/** First take it in, then answer questions on it; later do and answer in turn, and call up what is about to fade. */
function activityFor({ kind }: Reason, daysStudied: number, practised: boolean): Activity {
  if (daysStudied === 0) return 'reading';
  if (!practised) return 'practice';
  if (kind === 'return') return 'recall';
  return daysStudied % 2 === 0 ? 'lab' : 'practice';
}

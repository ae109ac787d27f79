import type { Activity } from '../activity.ts';
import type { Edition } from '../edition.ts';
import { type Outlook, summary } from './assess.ts';
import type { Gate } from './gate.ts';
import { valueOfMock, valueOfQuestions } from './information.ts';
import { type StudyGain, studyGains } from './study-gain.ts';
import type { TopicState } from './topic-state.ts';

/** Why something is worth the next hour. */
export type Reason = 'diagnosis' | 'untested' | 'untouched' | 'weak' | 'fading' | 'thin';

/** One suggestion. `chance` and `score` are gains per hour on the day of the exam, `removes` the share of the uncertainty a test takes away. */
export interface Advice {
  readonly kind: 'study' | 'questions' | 'mock';
  readonly topicId: string | null;
  readonly activity: Activity;
  readonly reason: Reason;
  readonly chance: number | null;
  readonly score: number | null;
  readonly removes: number | null;
}

/** What may be asked of the advice. `weak`: only topics with evidence, the poorest first. */
export interface AdviceWish {
  readonly today: number;
  readonly minutes: number;
  readonly weak?: boolean;
  /** Topics with study for other certifications alone. */
  readonly borrowed?: ReadonlySet<string> | undefined;
}

const QUIZ = 10;
const PAPER = 50;
/** A quiz is worth suggesting when it removes this share of the uncertainty. */
const WORTH_ASKING = 0.05;
/** A test tells little before this share of the recommended time was studied, by weight. */
const WORTH_TESTING = 0.3;
const FADING_DAYS = 21;
const ENOUGH_ANSWERS = 5;
const WEAK_SHARE = 0.65;
/** Below this share of right answers practice teaches little: back to the book. */
const LOST_SHARE = 0.4;

/**
 * What to do with the next hour, best first. Without enough evidence a test comes first: the mock or quiz that says most. Then topics by the
 * gain in chance of one more session.
 */
export function advise(seen: Outlook, gate: Gate, style: Edition['exam']['style'], wish: AdviceWish): Advice[] {
  const states = new Map(
    seen.posterior.sections.flatMap(({ topics }) => topics.map((state) => [state.topic.id, state])),
  );
  const study = studyGains(seen, wish.today, wish.minutes).map((gain): Advice => {
    const state = states.get(gain.topicId) as TopicState;
    return studyAdvice(gain, state, style, wish);
  });
  if (wish.weak) return weakest(study, states, seen);
  const test = gate.met ? undefined : testAdvice(seen, gate, wish.today);
  const tested = test?.kind === 'questions' ? test.topicId : undefined;
  return [...(test ? [test] : []), ...study.filter(({ topicId }) => topicId !== tested)];
}

function studyAdvice(gain: StudyGain, state: TopicState, style: Edition['exam']['style'], wish: AdviceWish): Advice {
  const begun = !wish.borrowed?.has(gain.topicId);
  const [reason, activity] = begun ? reasonFor(state, style, wish.today) : (['untouched', 'reading'] as const);
  return {
    kind: 'study',
    topicId: gain.topicId,
    activity,
    reason,
    chance: gain.chance,
    score: gain.score,
    removes: null,
  };
}

/** Why this topic, and how: hands-on exams want labs, conceptual ones questions on cases; what fades wants recall. */
function reasonFor(state: TopicState, style: Edition['exam']['style'], today: number): [Reason, Activity] {
  const handsOn: Activity = style === 'conceptual' ? 'practice' : 'lab';
  const last = state.days.at(-1)?.day;
  if (last === undefined) return ['untouched', 'reading'];
  const share = state.correct / state.questions;
  if (state.questions >= ENOUGH_ANSWERS && share < WEAK_SHARE)
    return ['weak', share < LOST_SHARE ? 'reading' : handsOn];
  if (today - last > FADING_DAYS) return ['fading', 'recall'];
  if (state.questions < ENOUGH_ANSWERS && state.dose >= 0.5) return ['untested', 'practice'];
  return ['thin', handsOn];
}

/** The test that removes most of the uncertainty for its length: a mock when most of the exam is untested, else a quiz where answers are missing. */
function testAdvice(seen: Outlook, gate: Gate, today: number): Advice | undefined {
  const { sections } = seen.posterior;
  const states = sections.flatMap(({ topics }) => topics);
  const studied = states.reduce((sum, { examWeight, dose }) => sum + examWeight * Math.min(dose, 1), 0);
  if (studied < WORTH_TESTING) return undefined;
  if (gate.untested.length === 0 || gate.weight < 0.5) return test('mock', null, 'diagnosis', valueOfMock(seen, PAPER));
  const quizzes = sections
    .filter(({ id }) => gate.untested.includes(id))
    .map(({ topics }) => topics.reduce((a, b) => (b.dose * b.examWeight > a.dose * a.examWeight ? b : a)).topic.id)
    .map((topicId) => ({ topicId, removes: valueOfQuestions(seen, topicId, today, QUIZ) }))
    .sort((a, b) => b.removes - a.removes);
  const [best] = quizzes;
  return best && best.removes >= WORTH_ASKING ? test('questions', best.topicId, 'untested', best.removes) : undefined;
}

function test(kind: 'mock' | 'questions', topicId: string | null, reason: Reason, removes: number): Advice {
  return { kind, topicId, activity: 'practice', reason, chance: null, score: null, removes };
}

/** Topics with study or answers, by what they would bring in the exam, poorest first. */
function weakest(study: readonly Advice[], states: ReadonlyMap<string, TopicState>, seen: Outlook): Advice[] {
  const means = new Map(summary(seen).topics.map(({ id, mean }) => [id, mean]));
  const mean = ({ topicId }: Advice) => means.get(topicId ?? '') ?? 1;
  return study
    .filter(({ topicId }) => (states.get(topicId ?? '')?.days.length ?? 0) > 0)
    .sort((a, b) => mean(a) - mean(b));
}

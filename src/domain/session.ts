import type { Activity } from './activity.ts';
import { durationText, LONGEST_SESSION } from './duration.ts';
import type { LocalDate } from './local-date.ts';
import { type Score, scoreProblem } from './score.ts';
import { wholeShares } from './shares.ts';
import type { Instant } from './zone.ts';

/** One topic's part of a session. Minutes and counts are whole numbers; both counts are null without practice questions. */
export interface Part {
  readonly topicId: string;
  readonly minutes: number;
  readonly correct: number | null;
  readonly questions: number | null;
}

/** One piece of study. `studyDate` and `timezone` are what was true there and then and are never recomputed. */
export interface Session {
  readonly id: string;
  readonly certId: string;
  readonly editionId: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly timezone: string;
  readonly studyDate: LocalDate;
  readonly activity: Activity | null;
  readonly confidence: number | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly resource: string | null;
  /** Where the row came from: `certtrack`, or the tool it was imported from. */
  readonly source: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
  readonly parts: readonly Part[];
}

/** A topic a session is about, with its own minutes when the person gave them. */
export interface TopicTime {
  readonly topicId: string;
  readonly minutes: number | null;
}

/** Minutes studied, the sum over the parts. */
export function sessionMinutes(session: Pick<Session, 'parts'>): number {
  return session.parts.reduce((sum, part) => sum + part.minutes, 0);
}

/** All practice questions of the session, or `null` when there were none. */
export function sessionScore(session: Pick<Session, 'parts'>): Score | null {
  const questions = session.parts.reduce((sum, part) => sum + (part.questions ?? 0), 0);
  const correct = session.parts.reduce((sum, part) => sum + (part.correct ?? 0), 0);
  return questions > 0 ? { correct, questions } : null;
}

/**
 * Shares a session over its topics: named minutes as named, the rest evenly, questions and right answers in proportion to minutes,
 * all in whole numbers that add up. A topic named twice gets both shares.
 */
export function shareParts(topics: readonly TopicTime[], minutes: number, score: Score | null): Part[] {
  const named = topics.reduce((sum, topic) => sum + (topic.minutes ?? 0), 0);
  const open = topics.filter((topic) => topic.minutes === null);
  const openShares = wholeShares(minutes - named, open.map(() => 1));
  const byTopic = new Map<string, number>();
  for (const topic of topics) {
    const share = topic.minutes ?? openShares.shift() ?? 0;
    byTopic.set(topic.topicId, (byTopic.get(topic.topicId) ?? 0) + share);
  }
  const shares = [...byTopic.values()];
  const questions = wholeShares(score?.questions ?? 0, shares);
  const correct = correctShares(score?.correct ?? 0, questions);
  return [...byTopic].map(([topicId, share], i) => {
    const asked = questions[i] ?? 0;
    return { topicId, minutes: share, correct: asked > 0 ? (correct[i] ?? 0) : null, questions: asked > 0 ? asked : null };
  });
}

/** Largest remainder over the questions never gives a part more right answers than it has questions. */
function correctShares(correct: number, questions: readonly number[]): number[] {
  return questions.some((asked) => asked > 0) ? wholeShares(correct, questions) : questions.map(() => 0);
}

/** A reason to refuse a session. `forcible` ones are unlikely rather than impossible, and a person may insist. */
export interface SessionProblem {
  readonly message: string;
  readonly hint?: string;
  readonly forcible: boolean;
}

/** Why a session must not be recorded, or `undefined` when it may. `now` is the present instant. */
export function sessionProblem(session: Session, now: Instant): SessionProblem | undefined {
  const impossible = (message: string, hint?: string): SessionProblem => ({
    message,
    forcible: false,
    ...(hint === undefined ? {} : { hint }),
  });
  const minutes = sessionMinutes(session);
  if (session.parts.length === 0) return impossible('a session needs a topic');
  if (session.parts.some((part) => part.minutes < 0)) return impossible('a session cannot have negative time');
  if (minutes < 1) return impossible('a session needs at least one minute');
  for (const { correct, questions } of session.parts) {
    if (questions === null && correct === null) continue;
    const problem = scoreProblem({ correct: correct ?? 0, questions: questions ?? 0 });
    if (problem) return impossible(problem, 'Write right answers of all questions: --score 14/20');
  }
  if (session.confidence !== null && !(Number.isInteger(session.confidence) && session.confidence >= 1 && session.confidence <= 5))
    return impossible(`confidence ${session.confidence} is not on the scale`, 'Write a whole number from 1 (lost) to 5 (could teach it)');
  const spaced = session.tags.find((tag) => tag === '' || /\s/.test(tag));
  if (spaced !== undefined) return impossible(`a tag cannot be empty or hold spaces: "${spaced}"`, 'Write one --tag for each');
  if (minutes > LONGEST_SESSION)
    return { message: `${durationText(minutes)} is more than a day`, hint: 'Add --force if that is what you mean', forcible: true };
  if (session.endedAt > now)
    return { message: 'the session would end in the future', hint: 'Check --date, --from and --to; --force records it anyway', forcible: true };
  return undefined;
}

/** Sessions of `others` whose time overlaps this one's; touching ends do not count. */
export function overlapping(session: Session, others: readonly Session[]): Session[] {
  return others.filter(
    (other) => other.id !== session.id && other.startedAt < session.endedAt && session.startedAt < other.endedAt,
  );
}

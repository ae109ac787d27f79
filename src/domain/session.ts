import type { Activity } from './activity.ts';
import { durationText, LONGEST_SESSION, LONGEST_SPAN } from './duration.ts';
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

/** What one typed word takes of a session: a topic, or all topics of a section, with its own minutes when the person gave them. */
export interface Share {
  readonly topicIds: readonly string[];
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
 * Shares a session out: named minutes as named, the rest evenly over the other words, a section's minutes evenly over its topics,
 * questions and right answers in proportion to minutes; all in whole numbers that add up. A topic named twice gets both shares.
 */
export function shareOut(shares: readonly Share[], minutes: number, score: Score | null): Part[] {
  const named = shares.reduce((sum, share) => sum + (share.minutes ?? 0), 0);
  const open = wholeShares(
    minutes - named,
    shares.filter((share) => share.minutes === null).map(() => 1),
  );
  const byTopic = new Map<string, number>();
  for (const share of shares) {
    const own = wholeShares(
      share.minutes ?? open.shift() ?? 0,
      share.topicIds.map(() => 1),
    );
    share.topicIds.forEach((id, i) => void byTopic.set(id, (byTopic.get(id) ?? 0) + (own[i] ?? 0)));
  }
  return withScore(
    [...byTopic].map(([topicId, share]) => ({ topicId, minutes: share, correct: null, questions: null })),
    score,
  );
}

/** The same parts with other total minutes, in the same proportion. */
export function withMinutes(parts: readonly Part[], minutes: number): Part[] {
  const shares = wholeShares(
    minutes,
    parts.map((part) => part.minutes),
  );
  return parts.map((part, i) => ({ ...part, minutes: shares[i] ?? 0 }));
}

/** The same parts with these practice answers, in proportion to minutes; a part left without a question has no answers either. */
export function withScore(parts: readonly Part[], score: Score | null): Part[] {
  const questions = wholeShares(
    score?.questions ?? 0,
    parts.map((part) => part.minutes),
  );
  // Sharing the right answers by largest remainder over the questions never gives a part more of them than it has questions.
  const correct = score === null ? [] : wholeShares(score.correct, questions);
  return parts.map((part, i) => {
    const asked = questions[i] ?? 0;
    return { ...part, correct: asked > 0 ? (correct[i] ?? 0) : null, questions: asked > 0 ? asked : null };
  });
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
  const span = Math.ceil((session.endedAt - session.startedAt) / 60_000);
  if (span > LONGEST_SPAN)
    return impossible(`${durationText(span)} from start to end are more than a month`, 'Check the dates');
  if (minutes > span)
    return impossible(`${durationText(minutes)} do not fit between start and end, ${durationText(span)} apart`);
  for (const { correct, questions } of session.parts) {
    if (questions === null && correct === null) continue;
    const problem = scoreProblem({ correct: correct ?? 0, questions: questions ?? 0 });
    if (problem) return impossible(problem);
  }
  if (
    session.confidence !== null &&
    !(Number.isInteger(session.confidence) && session.confidence >= 1 && session.confidence <= 5)
  )
    return impossible(
      `confidence ${session.confidence} is not on the scale`,
      'Write a whole number from 1 (lost) to 5 (could teach it)',
    );
  const spaced = session.tags.find((tag) => tag === '' || /\s/.test(tag));
  if (spaced !== undefined)
    return impossible(`a tag cannot be empty or hold spaces: "${spaced}"`, 'Write one --tag for each');
  if (minutes > LONGEST_SESSION)
    return {
      message: `${durationText(minutes)} is more than a day`,
      hint: 'Add --force if that is what you mean',
      forcible: true,
    };
  if (session.endedAt > now)
    return {
      message: 'the session would end in the future',
      hint: 'Check --date, --from and --to; --force records it anyway',
      forcible: true,
    };
  return undefined;
}

/** Sessions of `others` whose time overlaps this one's; touching ends do not count. */
export function overlapping(session: Session, others: readonly Session[]): Session[] {
  return others.filter(
    (other) => other.id !== session.id && other.startedAt < session.endedAt && session.startedAt < other.endedAt,
  );
}

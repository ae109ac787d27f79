import { ACTIVITIES, type Activity, parseActivity } from '../domain/activity.ts';
import { didYouMean } from '../domain/did-you-mean.ts';
import { parseDuration } from '../domain/duration.ts';
import { type Profile, TRANSFER_GAPS } from '../domain/readiness/parameters.ts';
import { RESOURCE_KINDS, type Resource, type ResourceKind } from '../domain/resource.ts';
import { parseScore, type Score, scoreProblem } from '../domain/score.ts';
import { CerttrackError } from '../errors.ts';

/** Minutes from a duration. @throws usage */
export function minutesArg(text: string): number {
  const minutes = parseDuration(text);
  if (minutes !== undefined) return minutes;
  if (text.startsWith('-'))
    throw new CerttrackError('usage', `a duration cannot be negative: "${text}"`, 'Write 45m, 1h30 or 1:30');
  throw new CerttrackError(
    'usage',
    `cannot read the duration "${text}"`,
    'Write 45m, 1h30, 1h30m, 1:30 or PT45M; a bare number is minutes',
  );
}

export function activityArg(text: string): Activity {
  const activity = parseActivity(text);
  if (activity) return activity;
  const [guess] = didYouMean(text, ACTIVITIES);
  throw new CerttrackError(
    'usage',
    `no activity "${text}"${guess ? `; did you mean ${guess}?` : ''}`,
    `Activities: ${ACTIVITIES.join(', ')}`,
  );
}

export function scoreArg(text: string): Score {
  const score = parseScore(text);
  const problem = score ? scoreProblem(score) : `cannot read the score "${text}"`;
  if (score && problem === undefined) return score;
  throw new CerttrackError('usage', String(problem), 'Write right answers of all questions: --score 14/20');
}

export function confidenceArg(text: string): number {
  if (/^[1-5]$/.test(text)) return Number(text);
  throw new CerttrackError(
    'usage',
    `confidence "${text}" is not on the scale`,
    'Write a whole number from 1 (lost) to 5 (could teach it)',
  );
}

/** Minutes a week from `6/week`, `6h/week`, `6h` or `6`: a bare number is hours here. */
export function weeklyArg(text: string): number {
  const amount = text.trim().replace(/\s?(\/|per |a )\s?(week|w)$/i, '');
  const minutes = /^\d{1,3}(\.\d+)?$/.test(amount) ? Math.round(Number(amount) * 60) : parseDuration(amount);
  if (minutes !== undefined && minutes > 0 && minutes <= 7 * 24 * 60) return minutes;
  throw new CerttrackError('usage', `cannot read the weekly goal "${text}"`, 'Write 6/week, 6h/week or 5h30/week');
}

/** A target in percent, 1..100. */
export function targetArg(text: string): number {
  return percentOf(text, 'the target');
}

/** A percentage, 1..100. */
export function percentArg(text: string): number {
  return percentOf(text, 'the percentage');
}

/** Below 1 it is a share, which must not be taken for less than one percent. */
function percentOf(text: string, what: string): number {
  const percent = Number(text.replace(/\s?%$/, ''));
  if (text.trim() !== '' && percent >= 1 && percent <= 100) return percent;
  const meant = percent > 0 && percent < 1 && !text.includes('%') ? Number((percent * 100).toPrecision(12)) : undefined;
  throw new CerttrackError(
    'usage',
    `cannot read ${what} "${text}"`,
    meant === undefined ? 'Write it in percent, 1 to 100: 75' : `Write it in percent, 1 to 100: ${meant}`,
  );
}

export function yesNoArg(text: string): boolean {
  if (/^(y|yes|on|n|no|off)$/i.test(text)) return /^(y|yes|on)$/i.test(text);
  throw new CerttrackError('usage', `"${text}" is neither yes nor no`, 'Write yes or no; on and off mean the same');
}

/** Collects a repeatable option. */
export function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

/** Reads a positive whole number. */
export function countArg(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new CerttrackError('usage', `"${text}" is not a positive whole number`);
}

/** Ten years are more than any screen shows. */
const MOST_WEEKS = 520;

export function weeksArg(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_WEEKS) return Number(text);
  throw new CerttrackError('usage', `cannot show "${text}" weeks`, `Write a whole number from 1 to ${MOST_WEEKS}`);
}

/** A field as edited: undefined when not named, null for `none` or empty text, else what `read` makes of it. */
export function cleared<T>(text: string | null | undefined, read: (text: string) => T): T | null | undefined {
  if (text === undefined || text === null) return text;
  return text === '' || text === 'none' ? null : read(text);
}

/** A kind of resource. @throws usage */
export function resourceKindArg(text: string): ResourceKind {
  return oneOf(text, RESOURCE_KINDS, 'kind of resource');
}

/** How far along a resource is. @throws usage */
export function statusArg(text: string): Resource['status'] {
  return oneOf(text, ['open', 'done', 'dropped'] as const, 'status');
}

/** One word of few, in any case. @throws usage, with the nearest */
export function oneOf<Word extends string>(text: string, words: readonly Word[], what: string): Word {
  const found = words.find((word) => word === text.toLowerCase());
  if (found) return found;
  const [guess] = didYouMean(text, words);
  throw new CerttrackError(
    'usage',
    `no ${what} "${text}"${guess ? `; did you mean ${guess}?` : ''}`,
    `Write one of: ${words.join(', ')}`,
  );
}

/** Whose questions a provider asks. @throws usage */
export function profileArg(text: string): Profile {
  if (Object.hasOwn(TRANSFER_GAPS, text)) return text as Profile;
  throw new CerttrackError(
    'usage',
    `no such kind of questions: "${text}"`,
    `Write ${Object.keys(TRANSFER_GAPS).join(', ')}`,
  );
}

import type { Activity } from './activity.ts';
import type { PlanBlock, Reason as PlanReason } from './plan/plan.ts';
import type { Advice, Reason } from './readiness/advice.ts';

/** One thing to do now. `topicId` is null for a practice exam on the whole guide. */
export type NowItem =
  | {
      readonly kind: 'test';
      readonly minutes: number;
      readonly topicId: string | null;
      readonly questions: number | null;
      readonly reason: Reason | PlanReason['kind'];
    }
  | { readonly kind: 'review'; readonly minutes: number; readonly cards: number }
  | {
      readonly kind: 'study';
      readonly minutes: number;
      readonly topicId: string;
      readonly activity: Activity;
      /** `planned` where it is today's plan, else why it raises the chance. */
      readonly reason: Reason | 'planned';
    };

/** All that the next hour is chosen from; each list is in its own order of worth. */
export interface NowInput {
  readonly minutes: number;
  /** What today's plan has left. */
  readonly planned: readonly PlanBlock[];
  /** Cards due for review. */
  readonly due: number;
  readonly advice: readonly Advice[];
  /** How long a practice exam takes. */
  readonly examMinutes: number;
}

/** How much time `next` fills where nobody says how much there is. */
export const NOW_MINUTES = 45;
const QUESTIONS = 10;
const QUESTION_MINUTES = 15;
const CARD_MINUTES = 2;
const SHORTEST = 10;
const LONGEST = 60;
const STEP = 5;

/**
 * What to do in the time there is, in one order: the test that would tell most, where that is not known; what is about to be forgotten; what
 * the plan has today; then what raises the chance. Minutes are whole fives and sum to the time, unless nothing is left to do.
 */
export function nowList({ minutes, planned, due, advice, examMinutes }: NowInput): NowItem[] {
  const items: NowItem[] = [];
  const topics = new Set<string>();
  let left = minutes;
  const put = (item: NowItem) => {
    items.push(item);
    left -= item.minutes;
    if (item.kind !== 'review' && item.topicId !== null) topics.add(item.topicId);
  };
  for (const { kind, topicId, reason } of advice) {
    if (kind === 'study') continue;
    const needs = kind === 'mock' ? examMinutes : QUESTION_MINUTES;
    const questions = kind === 'mock' ? null : QUESTIONS;
    if (needs <= left) put({ kind: 'test', minutes: needs, topicId, questions, reason });
  }
  if (due > 0 && left >= STEP) put({ kind: 'review', minutes: reviewMinutes(due, left), cards: due });
  for (const { minutes: wanted, topicId, activity, reason } of planned) {
    if (left < SHORTEST) break;
    if (topicId === null) {
      if (wanted <= left && !items.some((item) => item.kind === 'test' && item.topicId === null))
        put({ kind: 'test', minutes: wanted, topicId, questions: null, reason: reason.kind });
    } else if (!topics.has(topicId))
      put({ kind: 'study', minutes: fitting(wanted, left), topicId, activity, reason: 'planned' });
  }
  for (const { kind, topicId, activity, reason } of advice) {
    if (left < SHORTEST) break;
    if (kind === 'study' && topicId !== null && !topics.has(topicId))
      put({ kind: 'study', minutes: fitting(LONGEST, left), topicId, activity, reason });
  }
  return items;
}

/** A third of the time at most, so that something new is done too. */
function reviewMinutes(due: number, left: number): number {
  const wanted = Math.ceil((due * CARD_MINUTES) / STEP) * STEP;
  const most = left < 2 * SHORTEST ? left : Math.max(STEP, Math.floor(left / 3 / STEP) * STEP);
  return Math.min(wanted, most);
}

/** No more than there is; all of it where too little would be left for anything else. */
function fitting(wanted: number, left: number): number {
  return left - wanted < SHORTEST ? left : wanted;
}

import type { Activity } from '../activity.ts';
import type { LocalDate, Weekday } from '../local-date.ts';
import type { Instant } from '../zone.ts';

/** Days without study, both ends included. */
export interface SkipRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How the time of a week lies on its days: weights, such as minutes, of the weekdays with study. */
export type DayShares = Readonly<Partial<Record<Weekday, number>>>;

/** What a plan is made for: until when, how much a week, on which days, and when not. `days` is never empty. */
export interface PlanSettings {
  readonly examDate: LocalDate;
  readonly weeklyMinutes: number;
  readonly days: DayShares;
  readonly skips: readonly SkipRange[];
}

/** Why a block is there and why on that day. Shares (`weight`, `left`, `points` of a score) are in 0..1. */
export type Reason =
  | { readonly kind: 'first-pass'; readonly weight: number }
  | { readonly kind: 'return'; readonly days: number; readonly left: number }
  | { readonly kind: 'gain'; readonly points: number }
  | { readonly kind: 'last-look'; readonly daysLeft: number }
  | { readonly kind: 'first-mock' }
  | { readonly kind: 'mock'; readonly number: number; readonly of: number }
  | { readonly kind: 'last-mock'; readonly daysLeft: number };

/** One piece of planned study; `topicId` is null for a practice exam on the whole guide. */
export interface PlanBlock {
  readonly date: LocalDate;
  readonly minutes: number;
  readonly topicId: string | null;
  readonly activity: Activity;
  readonly reason: Reason;
}

/** A plan as it is today. It is never kept: it follows from the log, the exam date, the weekly goal and what a person said of days. */
export interface Plan {
  readonly certId: string;
  readonly editionId: string;
  readonly settings: PlanSettings;
  readonly blocks: readonly PlanBlock[];
}

/** The blocks of a day. */
export interface PlannedDay {
  readonly date: LocalDate;
  readonly blocks: readonly PlanBlock[];
}

/** The next day with study, `today` itself where it has some left. */
export function nextPlanned({ blocks }: Plan, today: LocalDate): PlannedDay | null {
  const date = blocks.find((block) => block.date >= today)?.date;
  return date === undefined ? null : { date, blocks: blocks.filter((block) => block.date === date) };
}

/**
 * What a person said of a plan, kept: on which days, and days off. No `days` at all means that no plan is wanted. Rows of 0.2.0 kept the
 * plan as it was made then beside it, which is no longer read.
 */
export interface PlanWishes {
  readonly certId: string;
  readonly editionId: string;
  readonly settings: {
    readonly examDate: LocalDate;
    readonly weeklyMinutes: number;
    readonly weekdays: DayShares | readonly Weekday[];
    readonly skips: readonly SkipRange[];
  };
  readonly blocks: readonly PlanBlock[];
  readonly retired: readonly LocalDate[];
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Every day alike. */
export const EVERY_DAY: DayShares = {
  monday: 1,
  tuesday: 1,
  wednesday: 1,
  thursday: 1,
  friday: 1,
  saturday: 1,
  sunday: 1,
};

/** The days of a person's wishes; every day without any. */
export function daysOf(wishes: PlanWishes | undefined): DayShares {
  const { weekdays = EVERY_DAY } = wishes?.settings ?? {};
  return Array.isArray(weekdays)
    ? Object.fromEntries((weekdays as Weekday[]).map((day) => [day, 1]))
    : (weekdays as DayShares);
}

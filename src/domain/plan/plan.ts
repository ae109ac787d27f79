import type { Activity } from '../activity.ts';
import type { LocalDate, Weekday } from '../local-date.ts';
import type { Instant } from '../zone.ts';

/** Days without study, both ends included. */
export interface SkipRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What a person says about a plan: until when, how much a week, on which weekdays, and when not. `weekdays` is never empty. */
export interface PlanSettings {
  readonly examDate: LocalDate;
  readonly weeklyMinutes: number;
  readonly weekdays: readonly Weekday[];
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

/**
 * A plan as it is kept. Blocks before the day it was last made stay as they were planned then. `revision` counts how often it was made;
 * `retired` are days an earlier version had study on and this one has not, so that calendars can be told.
 */
export interface Plan {
  readonly certId: string;
  readonly editionId: string;
  readonly settings: PlanSettings;
  readonly blocks: readonly PlanBlock[];
  readonly retired: readonly LocalDate[];
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

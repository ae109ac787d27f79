import { durationText } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import { longDate, shortWeekday, type Weekday } from '../domain/local-date.ts';
import type { DayShares, PlanBlock, PlanSettings, Reason, SkipRange } from '../domain/plan/plan.ts';
import { plural } from '../domain/words.ts';

/** What a block is about. */
export function blockTitle(edition: Edition, { topicId }: Pick<PlanBlock, 'topicId'>): string {
  return topicId === null ? 'Practice exam' : topicTitle(edition, topicId);
}

/** Why this, why now. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'first-pass':
      return `new, ${Math.round(reason.weight * 100)} % of the exam`;
    case 'return':
      return `${plural(reason.days, 'day')} since, ${Math.round(reason.left * 100)} % left`;
    case 'gain':
      return reason.points < 0.0005 ? 'keeps it fresh' : `adds ${(reason.points * 100).toFixed(1)} points`;
    case 'last-look':
      return 'last look';
    case 'first-mock':
      return 'shows where to begin';
    case 'mock':
      return `${reason.number} of ${reason.of}, shows progress`;
    case 'last-mock':
      return `rehearsal, ${plural(reason.daysLeft, 'day')} to mend`;
  }
}

/** `6 h a week (Mon 1 h, Sat 4 h)`, and days off. */
export function settingsText({
  weeklyMinutes,
  days,
  skips,
}: Pick<PlanSettings, 'weeklyMinutes' | 'days' | 'skips'>): string {
  const off = skips.map(rangeText);
  return `${durationText(weeklyMinutes)} a week${daysText(days)}${off.length === 0 ? '' : `, free ${off.join(', ')}`}`;
}

/** `Sun 20 Dec 2026 to Sun 3 Jan 2027`. */
export function rangeText({ from, to }: SkipRange): string {
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}

/** ` (Mon 1 h, Sat 4 h)`; nothing where every day is alike. */
function daysText(days: DayShares): string {
  const named = Object.entries(days) as [Weekday, number][];
  const alike = new Set(named.map(([, share]) => share)).size === 1;
  if (alike && named.length === 7) return '';
  const texts = named.map(([day, share]) =>
    alike ? shortWeekday(day) : `${shortWeekday(day)} ${durationText(share)}`,
  );
  return alike ? ` on ${texts.join(', ')}` : ` (${texts.join(', ')})`;
}

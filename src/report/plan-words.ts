import { durationText } from '../domain/duration.ts';
import { type Edition, topicTitle } from '../domain/edition.ts';
import { longDate, shortWeekday } from '../domain/local-date.ts';
import type { PlanBlock, PlanSettings, Reason } from '../domain/plan/plan.ts';
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

/** `6 h a week on Mon, Wed, Sat, free Sun 20 Dec 2026 to Sun 3 Jan 2027`. */
export function settingsText({ weeklyMinutes, weekdays, skips }: PlanSettings): string {
  const off = skips.map(({ from, to }) => (from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`));
  return `${durationText(weeklyMinutes)} a week${weekdays.length === 7 ? '' : ` on ${weekdays.map(shortWeekday).join(', ')}`}${off.length === 0 ? '' : `, free ${off.join(', ')}`}`;
}

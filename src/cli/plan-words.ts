import { today } from '../domain/day.ts';
import { didYouMean } from '../domain/did-you-mean.ts';
import { durationText } from '../domain/duration.ts';
import {
  daysBetween,
  type LocalDate,
  longDate,
  parseIsoDate,
  parseWeekday,
  type Weekday,
} from '../domain/local-date.ts';
import type { Plan, PlanSettings, SkipRange } from '../domain/plan/plan.ts';
import { dayShare, studyDates } from '../domain/plan/study-time.ts';
import type { Track } from '../domain/track.ts';
import { CerttrackError } from '../errors.ts';
import { examDateArg, weeklyArg } from './args.ts';
import type { Context } from './context.ts';

/** A plan's settings as typed. `hours` and `exam` are checked where they are used, because dates depend on today. */
export interface PlanWords {
  readonly exam?: string | undefined;
  readonly hours?: string | undefined;
  readonly days?: Weekday[] | undefined;
  readonly skip?: (SkipRange | null)[] | undefined;
}

const EVERY_DAY: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const LONGEST_DAY = 16 * 60;
const FURTHEST = 5 * 366;

/** Weekdays from `mon,wed,sat`, in the order of the week. @throws usage */
export function weekdaysArg(text: string): Weekday[] {
  const named = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => {
      const day = parseWeekday(word);
      if (day) return day;
      const [guess] = didYouMean(word, EVERY_DAY);
      throw new CerttrackError(
        'usage',
        `no weekday "${word}"${guess ? `; did you mean ${guess}?` : ''}`,
        'Write them with commas: --days mon,wed,sat',
      );
    });
  if (named.length === 0)
    throw new CerttrackError('usage', 'which weekdays?', 'Write them with commas: --days mon,wed,sat');
  return EVERY_DAY.filter((day) => named.includes(day));
}

/** Collects ranges of days without study: `2026-12-20..2027-01-03`, a single day, or `none` to have no range. @throws usage */
export function skipArg(text: string, earlier: (SkipRange | null)[] | undefined): (SkipRange | null)[] {
  if (text === 'none') return [...(earlier ?? []), null];
  const [first = '', last = first, ...rest] = text.split('..');
  const from = parseIsoDate(first.trim());
  const to = parseIsoDate(last.trim());
  if (!from || !to || rest.length > 0)
    throw new CerttrackError(
      'usage',
      `cannot read the days off "${text}"`,
      'Write --skip 2026-12-20..2027-01-03, one day, or none',
    );
  if (to < from)
    throw new CerttrackError('usage', `the days off end before they begin: "${text}"`, `Write --skip ${to}..${from}`);
  return [...(earlier ?? []), { from, to }];
}

/** Days off from the words, else those there are. Days off gone by stay: rest that was planned then breaks no streak now. */
function skipsFrom(words: PlanWords['skip'], before: PlanSettings['skips'], now: LocalDate): PlanSettings['skips'] {
  if (words === undefined) return before;
  return [...before.filter(({ to }) => to < now), ...words.filter((range) => range !== null)];
}

/** Settings from the words, then the plan there is, then the track. @throws usage when something is missing or cannot be */
export function settingsFrom(words: PlanWords, track: Track, plan: Plan | undefined, context: Context): PlanSettings {
  const now = today(context.now);
  const examDate =
    words.exam === undefined
      ? (track.examDate ?? plan?.settings.examDate ?? null)
      : examDateArg(words.exam, context.now);
  if (examDate === null)
    throw new CerttrackError('usage', 'a plan needs the date of the exam', 'Add --exam 2026-11-20');
  if (examDate <= now)
    throw new CerttrackError(
      'usage',
      `the exam on ${longDate(examDate)} does not lie ahead`,
      'Name a date to come: certtrack plan create --exam DATE',
    );
  if (daysBetween(now, examDate) > FURTHEST)
    throw new CerttrackError(
      'usage',
      `the exam on ${longDate(examDate)} is more than five years ahead`,
      'Check the year',
    );
  const weeklyMinutes =
    words.hours === undefined ? (track.weeklyMinutes ?? plan?.settings.weeklyMinutes ?? null) : weeklyArg(words.hours);
  if (weeklyMinutes === null) throw new CerttrackError('usage', 'how many hours a week?', 'Add --hours 6/week');
  const settings: PlanSettings = {
    examDate,
    weeklyMinutes,
    weekdays: words.days ?? plan?.settings.weekdays ?? EVERY_DAY,
    skips: skipsFrom(words.skip, plan?.settings.skips ?? [], now),
  };
  if (dayShare(settings) > LONGEST_DAY)
    throw new CerttrackError(
      'usage',
      `${durationText(weeklyMinutes)} a week on ${settings.weekdays.length === 1 ? 'one day' : `${settings.weekdays.length} days`} do not fit`,
      'Name more weekdays: --days mon,tue,wed,thu,fri,sat,sun',
    );
  if (studyDates(settings, now).length === 0)
    throw new CerttrackError(
      'usage',
      'the days off leave no day to study before the exam',
      'Shorten --skip, or --skip none',
    );
  return settings;
}

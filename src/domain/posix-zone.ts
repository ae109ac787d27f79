/** What `TZ` says by rule rather than by name (POSIX.1, chapter 8.3, and the signs and hours RFC 9636 adds to its times). */
export interface PosixZone {
  /** Minutes ahead of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
  /** The offset when it is the same all year. */
  readonly fixed: number | undefined;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const NAME = '(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
const OFFSET = String.raw`[+-]?(?:\d|[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?`;
const WHEN = String.raw`(?:J\d{1,3}|\d{1,3}|M\d{1,2}\.\d\.\d)(?:/[+-]?\d{1,3}(?::[0-5]\d(?::[0-5]\d)?)?)?`;
const ZONE = new RegExp(`^${NAME}(${OFFSET})(?:${NAME}(${OFFSET})?(?:,(${WHEN}),(${WHEN}))?)?$`);
/** Whether a second name follows: summer time. */
const HAS_SUMMER = new RegExp(`^${NAME}${OFFSET}${NAME}`);
/** When summer time begins and ends where the rule does not say, as C libraries have it. */
const [BEGINS, ENDS] = ['M3.2.0', 'M11.1.0'] as const;

/** Reads `JST-9`, `<+0330>-3:30` or `CET-1CEST,M3.5.0,M10.5.0/3`; `undefined` for anything else. */
export function posixZone(text: string): PosixZone | undefined {
  const [whole, west = '', summerWest, begins = BEGINS, ends = ENDS] = ZONE.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const winter = -minutesIn(west) + 0;
  if (!HAS_SUMMER.test(text)) return { offsetAt: () => winter, fixed: winter };
  const summer = summerWest === undefined ? winter + 60 : -minutesIn(summerWest) + 0;
  const [begin, end] = [yearlyAt(begins), yearlyAt(ends)];
  if (begin === undefined || end === undefined) return undefined;
  const offsetAt = (instant: number) => {
    const year = new Date(instant + winter * MINUTE).getUTCFullYear();
    const [from, to] = [begin(year) - winter * MINUTE, end(year) - summer * MINUTE];
    const inSummer = from < to ? instant >= from && instant < to : instant >= from || instant < to;
    return inSummer ? summer : winter;
  };
  return { offsetAt, fixed: undefined };
}

/** Minutes in `1`, `-3:30` or `5:30:00`. */
function minutesIn(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return (hours * 60 + minutes + seconds / 60) * (text.startsWith('-') ? -1 : 1);
}

/** When a rule comes true in a year, on a wall clock read as UTC: `M3.5.0` is the last Sunday of March, `J60` always 1 March, `59` the 60th day. */
function yearlyAt(rule: string): ((year: number) => number) | undefined {
  const [day = '', time = '2'] = rule.split('/');
  const clock = minutesIn(time) * MINUTE;
  const [month = 0, week = 0, weekday = 0] = day.slice(1).split('.').map(Number);
  if (day.startsWith('M')) {
    if (month < 1 || month > 12 || week < 1 || week > 5 || weekday > 6) return undefined;
    return (year) => weekdayOf(year, month, week, weekday) + clock;
  }
  const number = Number(day.replace('J', ''));
  if (day.startsWith('J'))
    return number < 1 || number > 365
      ? undefined
      : (year) => Date.UTC(year, 0, number + (number > 59 && isLeap(year) ? 1 : 0)) + clock;
  return number > 365 ? undefined : (year) => Date.UTC(year, 0, number + 1) + clock;
}

/** Midnight of the week-th such weekday of a month; the fifth is the last. */
function weekdayOf(year: number, month: number, week: number, weekday: number): number {
  const first = Date.UTC(year, month - 1, 1);
  const date = 1 + ((weekday - new Date(first).getUTCDay() + 7) % 7) + (week - 1) * 7;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return first + (date > last ? date - 8 : date - 1) * DAY;
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}

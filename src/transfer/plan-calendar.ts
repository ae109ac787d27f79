import { durationText } from '../domain/duration.ts';
import { addDays, daysBetween, type LocalDate } from '../domain/local-date.ts';
import type { Plan, PlanBlock } from '../domain/plan/plan.ts';
import { clockText, type Instant } from '../domain/zone.ts';

/** What a calendar says of a plan. `start` is when a study day's event begins, minutes after midnight in the zone. */
export interface CalendarWords {
  readonly title: string;
  /** The first day, and the moment of writing: a later calendar replaces what an earlier one said of a day. */
  readonly today: LocalDate;
  readonly written: Instant;
  readonly zone: string;
  readonly start: number;
  readonly about: (block: PlanBlock) => { readonly title: string; readonly reason: string };
}

/**
 * A plan as iCalendar (RFC 5545): one event for each day of study and one for the exam. A day's UID is the certification and its date, so
 * that importing a later version changes events instead of adding some; days without study are sent as cancelled, because an earlier one may
 * have had some.
 */
export async function planCalendar(
  plan: Plan,
  { title, today, written, zone, start, about }: CalendarWords,
): Promise<string> {
  const [{ default: ical, ICalEventStatus }, { tzlib_get_ical_block: timezoneBlock }] = await Promise.all([
    import('ical-generator'),
    import('timezones-ical-library'),
  ]);
  const block = [timezoneBlock(zone)].flat()[0] ?? '';
  // Old names of a zone are described under its present one, which the events must then use too.
  const timezone = /^TZID:(.+?)\r?$/m.exec(block)?.[1];
  const calendar = ical({
    name: `Study plan: ${title}`,
    prodId: { company: 'certtrack', product: 'study plan', language: 'EN' },
    timezone: { name: null, generator: () => block },
  });
  const sequence = Math.floor(written / 60_000);
  const stamps = { sequence, stamp: new Date(written), lastModified: new Date(written) };
  const timed = { ...stamps, ...(timezone === undefined ? { floating: true } : { timezone }) };
  const days = byDay(plan.blocks);
  for (const [date, blocks] of days) {
    const minutes = blocks.reduce((sum, one) => sum + one.minutes, 0);
    calendar.createEvent({
      ...timed,
      id: uid(plan, date),
      start: wallTime(date, start),
      end: wallTime(date, start + minutes),
      summary: `Study: ${blocks.map((one) => about(one).title).join(', ')}`,
      description: blocks
        .map((one) => `${durationText(one.minutes)} ${one.activity}: ${about(one).title} (${about(one).reason})`)
        .join('\n'),
      status: ICalEventStatus.CONFIRMED,
    });
  }
  const { examDate } = plan.settings;
  for (const date of datesUntil(today, examDate).filter((day) => !days.has(day)))
    calendar.createEvent({
      ...timed,
      id: uid(plan, date),
      start: wallTime(date, start),
      end: wallTime(date, start + 5),
      summary: 'Study: moved',
      status: ICalEventStatus.CANCELLED,
    });
  calendar.createEvent({
    ...stamps,
    id: uid(plan, 'exam'),
    start: examDate,
    allDay: true,
    summary: `Exam: ${title}`,
    status: ICalEventStatus.CONFIRMED,
  });
  return `${calendar.toString()}\r\n`;
}

function uid({ certId }: Plan, part: string): string {
  return `${certId}-${part}@certtrack`;
}

/** Every day from one up to, not with, another. */
function datesUntil(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) => addDays(from, i));
}

function byDay(blocks: readonly PlanBlock[]): Map<LocalDate, PlanBlock[]> {
  const days = new Map<LocalDate, PlanBlock[]>();
  for (const block of blocks) days.set(block.date, [...(days.get(block.date) ?? []), block]);
  return days;
}

/** Wall-clock time without an offset; what runs past midnight is on the next day. */
function wallTime(date: LocalDate, minutes: number): string {
  const day = 24 * 60;
  return `${addDays(date, Math.floor(minutes / day))}T${clockText(minutes % day)}:00`;
}

import { durationText } from '../domain/duration.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Plan, PlanBlock } from '../domain/plan/plan.ts';
import { clockText } from '../domain/zone.ts';

/** What a calendar says of a plan. `start` is when a study day's event begins, minutes after midnight in the zone. */
export interface CalendarWords {
  readonly title: string;
  readonly zone: string;
  readonly start: number;
  readonly about: (block: PlanBlock) => { readonly title: string; readonly reason: string };
}

/**
 * A plan as iCalendar (RFC 5545): one event for each day of study and one for the exam. A day's UID is the certification and its date, so
 * that importing a later version changes events instead of adding some; days that are no longer planned are sent as cancelled.
 */
export async function planCalendar(plan: Plan, { title, zone, start, about }: CalendarWords): Promise<string> {
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
  const stamps = { sequence: plan.revision, stamp: new Date(plan.updatedAt), lastModified: new Date(plan.updatedAt) };
  const timed = { ...stamps, ...(timezone === undefined ? { floating: true } : { timezone }) };
  for (const [date, blocks] of byDay(plan.blocks)) {
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
  for (const date of plan.retired)
    calendar.createEvent({
      ...timed,
      id: uid(plan, date),
      start: wallTime(date, start),
      end: wallTime(date, start + 5),
      summary: 'Study: moved',
      status: ICalEventStatus.CANCELLED,
    });
  const { examDate } = plan.settings;
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

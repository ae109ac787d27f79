import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Plan, PlanBlock } from '../../src/domain/plan/plan.ts';
import { planCalendar } from '../../src/transfer/plan-calendar.ts';

const block = (date: string, minutes: number, topicId: string | null = 'storage'): PlanBlock => ({
  date: date as LocalDate,
  minutes,
  topicId,
  activity: topicId === null ? 'practice' : 'reading',
  reason: topicId === null ? { kind: 'first-mock' } : { kind: 'first-pass', weight: 0.1 },
});

const PLAN: Plan = {
  certId: 'gcp-pde',
  editionId: 'gcp-pde@2025',
  settings: { examDate: '2026-11-20' as LocalDate, weeklyMinutes: 360, days: { monday: 1 }, skips: [] },
  blocks: [block('2026-10-19', 120, null), block('2026-10-26', 60), block('2026-10-26', 45, 'pipelines')],
};

const WORDS = {
  title: 'Data Engineer',
  today: '2026-10-19' as LocalDate,
  written: Date.UTC(2026, 8, 2, 10, 30),
  zone: 'Europe/Berlin',
  start: 19 * 60,
  about: ({ topicId }: PlanBlock) => ({ title: topicId ?? 'Practice exam', reason: 'because; of, "this"\nand that' }),
};

/** Read by a parser that is not the writer's. */
async function events(plan: Plan, words = WORDS) {
  const text = await planCalendar(plan, words);
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const all = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const isOff = ({ component }: ICAL.Event) => component.getFirstPropertyValue('status') === 'CANCELLED';
  return { text, calendar, events: all.filter((one) => !isOff(one)), off: all.filter(isOff) };
}

describe('as another program reads it', () => {
  test('one event a study day and one for the exam', async () => {
    const { calendar, events: found } = await events(PLAN);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('certtrack');
    expect(found.map(({ summary }) => summary)).toEqual([
      'Study: Practice exam',
      'Study: storage, pipelines',
      'Exam: Data Engineer',
    ]);
    expect(found[1]?.description).toBe(
      '1 h reading: storage (because; of, "this"\nand that)\n45 m reading: pipelines (because; of, "this"\nand that)',
    );
    expect(found[2]?.startDate.isDate).toBe(true);
    expect(found[2]?.startDate.toString()).toBe('2026-11-20');
  });

  test('the wall clock stays when daylight saving ends, and the zone is described', async () => {
    const { calendar, events: found } = await events(PLAN);
    expect(calendar.getAllSubcomponents('vtimezone').length).toBe(1);
    const [before, after] = found.map(({ startDate }) => startDate);
    expect([before?.toString(), after?.toString()]).toEqual(['2026-10-19T19:00:00', '2026-10-26T19:00:00']);
    expect(before?.toJSDate().toISOString()).toBe('2026-10-19T17:00:00.000Z');
    expect(after?.toJSDate().toISOString()).toBe('2026-10-26T18:00:00.000Z');
    expect(found[1]?.duration.toSeconds()).toBe(105 * 60);
  });

  test.each(['Asia/Calcutta', 'UTC', 'Pacific/Kiritimati', 'America/Buenos_Aires'])(
    'in %s every event names a zone that is described',
    async (zone) => {
      const { calendar, events: found } = await events(PLAN, { ...WORDS, zone });
      const known = calendar.getAllSubcomponents('vtimezone').map((one) => one.getFirstPropertyValue('tzid'));
      const used = found
        .slice(0, 2)
        .map(({ component }) => component.getFirstProperty('dtstart')?.getParameter('tzid'));
      expect(known.length).toBe(1);
      expect(used).toEqual([known[0], known[0]]);
    },
  );

  test('stamps are in UTC and say when the plan was made', async () => {
    const { text } = await events(PLAN);
    expect(text.match(/^(DTSTAMP|LAST-MODIFIED):20260902T103000Z\r$/gm)?.length).toBe(66);
  });

  test('a study day that runs past midnight ends on the next day', async () => {
    const { events: found } = await events(PLAN, { ...WORDS, start: 23 * 60 });
    expect(found[1]?.endDate.toString()).toBe('2026-10-27T00:45:00');
  });

  test('text that could break a line or start a property stays text', async () => {
    const hostile = 'x\r\nATTACH:https://example.com\r\nEND:VEVENT';
    const { events: found } = await events(PLAN, { ...WORDS, about: () => ({ title: hostile, reason: hostile }) });
    expect(found.length).toBe(3);
    expect(found[0]?.component.getFirstProperty('attach')).toBeNull();
  });
});

describe('importing again', () => {
  test('the same plan is the same file, byte for byte', async () => {
    expect(await planCalendar(PLAN, WORDS)).toBe(await planCalendar(PLAN, WORDS));
  });

  test('a later version has the same UIDs with a higher SEQUENCE, and cancels days that are free now', async () => {
    const later: Plan = { ...PLAN, blocks: [block('2026-10-26', 90)] };
    const state = ({ uid, component, sequence }: ICAL.Event) =>
      [uid, component.getFirstPropertyValue('status'), sequence] as const;
    const before = await events(PLAN);
    const after = await events(later, { ...WORDS, written: WORDS.written + 60_000 });
    const sequence = Math.floor(WORDS.written / 60_000) + 1;
    expect(after.events.map(state)).toEqual([
      ['gcp-pde-2026-10-26@certtrack', 'CONFIRMED', sequence],
      ['gcp-pde-exam@certtrack', 'CONFIRMED', sequence],
    ]);
    expect(after.off.map(state)).toContainEqual(['gcp-pde-2026-10-19@certtrack', 'CANCELLED', sequence]);
    const uids = ({ events: on, off }: typeof before) => [...on, ...off].map(({ uid }) => uid).sort();
    expect(uids(after)).toEqual(uids(before));
  });
});

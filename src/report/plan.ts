import type { Edition } from '../domain/edition.ts';
import { addDays, daysBetween, type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import type { Plan, PlanBlock } from '../domain/plan/plan.ts';
import type { JudgedBlock, PlanProgress } from '../domain/plan/plan-progress.ts';
import type { PlannedNow } from '../domain/plan/planned-now.ts';
import type { Prospects } from '../domain/plan/prospects.ts';
import type { Gate } from '../domain/readiness/gate.ts';
import { BLANK, type Block, type Cell, type Fact, type Json, line, muted, type Report, strong } from './doc.ts';
import { adviceLines, chanceFact, prospectsData, roughLine } from './plan-forecast.ts';
import { blockTitle, reasonText, settingsText } from './plan-words.ts';
import { plural, shortDuration } from './words.ts';

/** A plan with all that is said of it. */
export interface PlanView {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly progress: PlanProgress;
  readonly prospects: Prospects;
  readonly gate: Gate;
  readonly today: LocalDate;
  /** The track has another exam date or goal by now. */
  readonly outdated: boolean;
}

/** A plan: what it is for, where it leads, and its blocks up to `until`. */
export function planReport(view: PlanView, until: LocalDate | null): Report {
  const { edition, plan, progress, today } = view;
  const shown = progress.blocks.filter(({ date }) => date >= today && (until === null || date <= until));
  const later = progress.blocks.filter(({ date }) => until !== null && date > until);
  return {
    title: `Plan for ${edition.title}`,
    data: planData(view),
    blocks: [
      ...planHeading(view),
      BLANK,
      { kind: 'facts', facts: [chanceFact(view.prospects), ...doneFact(progress)] },
      ...adviceLines(view.prospects, plan.settings),
      ...roughLine(view.gate),
      ...(view.outdated ? [line({ text: OUTDATED, tone: 'warn' })] : []),
      BLANK,
      shown.length === 0
        ? line(`Nothing is planned ${until === null ? 'any more' : 'for these weeks'}.`)
        : blockTable(edition, shown),
      ...(later.length === 0
        ? []
        : [
            line(
              muted(
                `and ${plural(later.length, 'block')} until ${longDate(later.at(-1)?.date ?? plan.settings.examDate)}: certtrack plan show --all`,
              ),
            ),
          ]),
    ],
  };
}

const OUTDATED = 'The exam date or the weekly goal has changed since: certtrack plan reflow';

function planHeading({ edition, plan, today }: PlanView): Block[] {
  const { examDate } = plan.settings;
  const ahead = plan.blocks.filter(({ date }) => date >= today);
  const mocks = ahead.filter(({ topicId }) => topicId === null).length;
  const minutes = ahead.reduce((sum, block) => sum + block.minutes, 0);
  return [
    line(strong(`Plan for ${edition.title}`), muted(`  ${edition.id}`)),
    line(
      `Exam ${longDate(examDate)}, in ${plural(daysBetween(today, examDate), 'day')} · ${settingsText(plan.settings)}`,
    ),
    line(
      muted(
        `${shortDuration(minutes)} ahead in ${plural(ahead.length, 'block')}, ${mocks === 0 ? 'no practice exam' : plural(mocks, 'practice exam')}`,
      ),
    ),
  ];
}

/** Plan against done; nothing while nothing is due. */
function doneFact({ due, done, dueMinutes, doneMinutes, missed }: PlanProgress): Fact[] {
  if (due === 0) return [];
  const behind = missed.length === 0 ? '' : `; move the ${missed.length} missed: certtrack plan reflow`;
  return [
    {
      label: 'Done',
      cell: { text: `${done}/${due}`, bar: done / due, tone: missed.length === 0 ? 'good' : 'strong' },
      note: `blocks due so far, ${shortDuration(doneMinutes)} of ${shortDuration(dueMinutes)}${behind}`,
      spoken: `${done} of ${plural(due, 'block')} due so far${behind}`,
    },
  ];
}

function blockTable(edition: Edition, blocks: readonly JudgedBlock[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'date', header: 'Day' },
      { key: 'minutes', header: 'Time', align: 'right', spoken: '' },
      { key: 'activity', header: 'What', spoken: '' },
      { key: 'topic', header: 'Topic', flexible: true, spoken: 'on' },
      { key: 'reason', header: 'Why now', flexible: true, rank: 1, spoken: 'because' },
      { key: 'state', header: '', rank: 2, spoken: '' },
    ],
    rows: blocks.map((block, i): Cell[] => [
      {
        text: blocks[i - 1]?.date === block.date ? '' : shortDate(block.date),
        value: block.date,
        spoken: shortDate(block.date),
      },
      { text: shortDuration(block.minutes), value: block.minutes },
      { text: block.topicId === null ? 'mock' : block.activity, value: block.activity },
      {
        text: blockTitle(edition, block),
        value: block.topicId,
        ...(block.topicId === null ? { tone: 'strong' as const } : {}),
      },
      { text: reasonText(block.reason), value: block.reason.kind, tone: 'muted' },
      block.state === 'done' ? { text: 'done', tone: 'good' } : { text: '', value: block.state },
    ]),
  };
}

function planData(view: PlanView): Json {
  const { edition, plan, progress, prospects, gate } = view;
  const { examDate, weeklyMinutes, weekdays, skips } = plan.settings;
  return {
    cert_id: plan.certId,
    edition: plan.editionId,
    exam_date: examDate,
    weekly_minutes: weeklyMinutes,
    weekdays,
    skips: skips.map(({ from, to }) => ({ from, to })),
    revision: plan.revision,
    outdated: view.outdated,
    progress: progressData(progress),
    forecast: prospectsData(prospects, gate),
    blocks: progress.blocks.map((block) => blockData(edition, block)),
  };
}

function progressData({ due, done, dueMinutes, doneMinutes, missed }: PlanProgress): { readonly [key: string]: Json } {
  return {
    blocks_due: due,
    blocks_done: done,
    minutes_due: dueMinutes,
    minutes_done: doneMinutes,
    missed: missed.map(({ date, topicId, minutes }) => ({ date, topic_id: topicId, minutes })),
  };
}

function blockData(edition: Edition, block: JudgedBlock | (PlanBlock & { state?: undefined })): Json {
  const { kind, ...facts } = block.reason;
  return {
    date: block.date,
    minutes: block.minutes,
    topic_id: block.topicId,
    topic: blockTitle(edition, block),
    activity: block.activity,
    reason: { kind, ...facts, text: reasonText(block.reason) },
    ...(block.state === undefined ? {} : { state: block.state }),
  };
}

/** Plan against done, for `status`: to be put among its facts. */
export function planFacts(progress: PlanProgress): Fact[] {
  return doneFact(progress).map((fact) => ({ ...fact, label: 'Plan' }));
}

/** What the plan says for now, for `next`; and its JSON. */
export function plannedNowBlocks(edition: Edition, { date, blocks }: PlannedNow, today: LocalDate): Block[] {
  if (date === null) return [];
  const when = date === today ? 'today' : date === addDays(today, 1) ? 'tomorrow' : `on ${shortDate(date)}`;
  return [
    line(`Your plan for ${when}:`),
    {
      kind: 'table',
      columns: [
        { key: 'topic', header: '', flexible: true },
        { key: 'minutes', header: '', align: 'right', spoken: '' },
        { key: 'activity', header: '', spoken: '' },
        { key: 'reason', header: '', flexible: true, rank: 1, spoken: 'because' },
      ],
      rows: blocks.map((block): Cell[] => [
        { text: `  ${blockTitle(edition, block)}`, value: block.topicId, tone: 'strong' },
        { text: shortDuration(block.minutes), value: block.minutes },
        { text: block.topicId === null ? 'mock' : block.activity },
        { text: reasonText(block.reason), tone: 'muted' },
      ]),
    },
  ];
}

export function plannedNowData(edition: Edition, { date, blocks, missed }: PlannedNow): Json {
  return { date, missed, blocks: blocks.map((block) => blockData(edition, block)) };
}

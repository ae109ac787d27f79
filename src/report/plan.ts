import type { Edition } from '../domain/edition.ts';
import { type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import type { Plan, PlanBlock } from '../domain/plan/plan.ts';
import type { JudgedBlock, PlanProgress } from '../domain/plan/plan-progress.ts';
import type { Prospects } from '../domain/plan/prospects.ts';
import type { Gate } from '../domain/readiness/gate.ts';
import { plural } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Fact, line, muted, type Report, strong } from './doc.ts';
import { planData } from './plan-data.ts';
import { adviceLines, chanceFact, roughLine } from './plan-forecast.ts';
import { blockTitle, reasonText, settingsText } from './plan-words.ts';
import { daysAgo, shortDuration } from './words.ts';

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
  const over = view.plan.settings.examDate <= view.today;
  return {
    title: `Plan for ${view.edition.title}`,
    data: planData(view),
    blocks: over ? pastPlan(view) : presentPlan(view, until),
  };
}

function presentPlan(view: PlanView, until: LocalDate | null): Block[] {
  const { edition, plan, progress, today } = view;
  const shown = progress.blocks.filter(({ date }) => date >= today && (until === null || date <= until));
  return [
    ...planHeading(view),
    line(muted(aheadText(progress.blocks.filter(({ date }) => date >= today)))),
    BLANK,
    { kind: 'facts', facts: [chanceFact(view.prospects), ...doneFact(progress, 'move')] },
    ...adviceLines(view.prospects, plan.settings),
    ...roughLine(view.gate),
    ...(view.outdated ? [line({ text: OUTDATED, tone: 'warn' })] : []),
    BLANK,
    shown.length === 0
      ? line(`Nothing is planned ${until === null ? 'any more' : 'for these weeks'}.`)
      : blockTable(edition, shown),
    ...laterLine(progress.blocks.filter(({ date }) => until !== null && date > until)),
  ];
}

/** The exam has been: what came of the plan. */
function pastPlan(view: PlanView): Block[] {
  return [
    ...planHeading(view),
    BLANK,
    { kind: 'facts', facts: doneFact(view.progress, 'over') },
    line('This plan is over. Another one: certtrack plan create --exam DATE'),
  ];
}

const OUTDATED = 'The exam date, the weekly goal or the guide has changed since: certtrack plan reflow';

function planHeading({ edition, plan, today }: PlanView): Block[] {
  const { examDate } = plan.settings;
  return [
    line(strong(`Plan for ${edition.title}`), muted(`  ${edition.id}`)),
    line(`Exam ${longDate(examDate)}, ${daysAgo(examDate, today)} · ${settingsText(plan.settings)}`),
  ];
}

function aheadText(blocks: readonly PlanBlock[]): string {
  const mocks = blocks.filter(({ topicId }) => topicId === null).length;
  const minutes = blocks.reduce((sum, block) => sum + block.minutes, 0);
  return `${shortDuration(minutes)} ahead in ${plural(blocks.length, 'block')}, ${mocks === 0 ? 'no practice exam' : plural(mocks, 'practice exam')}`;
}

function laterLine(later: readonly PlanBlock[]): Block[] {
  const last = later.at(-1);
  if (last === undefined) return [];
  return [line(muted(`and ${plural(later.length, 'block')} until ${longDate(last.date)}: certtrack plan show --all`))];
}

/** Plan against done, or when it begins while nothing is due. */
export function doneFact(
  { blocks, due, done, dueMinutes, doneMinutes, missed }: PlanProgress,
  missedAre: 'move' | 'over',
): Fact[] {
  const [first] = blocks;
  if (first === undefined) return [];
  if (due === 0) {
    const minutes = blocks.filter(({ date }) => date === first.date).reduce((sum, block) => sum + block.minutes, 0);
    return [
      {
        label: 'Done',
        cell: { text: '–', tone: 'muted' },
        note: `nothing is due yet; the plan begins on ${shortDate(first.date)} with ${shortDuration(minutes)}`,
      },
    ];
  }
  const behind =
    missed.length === 0 || missedAre === 'over' ? '' : `; move the ${missed.length} missed: certtrack plan reflow`;
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

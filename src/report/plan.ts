import type { ClearedPlan, SkippedDays } from '../app/plan/change-plan.ts';
import type { PlanView } from '../app/plan/plan.ts';
import { shortDuration } from '../domain/duration.ts';
import type { Edition } from '../domain/edition.ts';
import { addDays, type LocalDate, longDate, shortDate } from '../domain/local-date.ts';
import type { PlanBlock, PlannedDay } from '../domain/plan/plan.ts';
import { plural } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Json, line, muted, type Report, strong } from './doc.ts';
import { blockData, planData } from './plan-data.ts';
import { adviceLines, chanceFact, roughLine } from './plan-forecast.ts';
import { blockTitle, rangeText, reasonText, settingsText } from './plan-words.ts';
import { daysAgo } from './words.ts';

/** A plan: what it is for, where it leads, and its blocks up to `until`. */
export function planReport(view: PlanView, until: LocalDate | null): Report {
  const { edition, plan, today } = view;
  const { examDate } = plan.settings;
  const shown = plan.blocks.filter(({ date }) => until === null || date <= until);
  return {
    title: `Plan for ${edition.title}`,
    data: planData(view),
    blocks: [
      line(strong(`Plan for ${edition.title}`), muted(`  ${edition.id}`)),
      line(`Exam ${longDate(examDate)}, ${daysAgo(examDate, today)} · ${settingsText(plan.settings)}`),
      line(muted(aheadText(plan.blocks))),
      BLANK,
      { kind: 'facts', facts: [chanceFact(view.prospects)] },
      ...adviceLines(view.prospects, plan.settings),
      ...roughLine(view.gate),
      BLANK,
      shown.length === 0
        ? line(`Nothing is planned ${until === null ? 'any more' : 'for these weeks'}.`)
        : blockTable(edition, shown),
      ...laterLine(plan.blocks.filter(({ date }) => until !== null && date > until)),
    ],
  };
}

/** Days off to come. */
export function skippedReport({ track, skips, changed }: SkippedDays): Report {
  const said = skips.length === 0 ? 'no days off to come' : `free ${skips.map(rangeText).join(', ')}`;
  return {
    title: 'Days off',
    data: { cert_id: track.certId, skips: skips.map(({ from, to }) => ({ from, to })) },
    blocks: [
      line(`${track.certId}: ${said}${changed ? '' : ', as before'}.`),
      ...(changed ? [line(muted('The plan goes round them: certtrack plan. Wrong? certtrack undo'))] : []),
    ],
  };
}

/** A plan that is wanted no more. */
export function planClearedReport({ track, changed }: ClearedPlan): Report {
  return {
    title: 'Plan cleared',
    data: { cert_id: track.certId, cleared: changed },
    blocks: [
      line(
        changed ? `${track.certId} has no plan now.` : `${track.certId} has no plan already.`,
        muted(
          changed ? ' Bring it back: certtrack undo' : ` Have one: certtrack cert set ${track.certId} --days every`,
        ),
      ),
    ],
  };
}

function aheadText(blocks: readonly PlanBlock[]): string {
  const mocks = blocks.filter(({ topicId }) => topicId === null).length;
  const minutes = blocks.reduce((sum, block) => sum + block.minutes, 0);
  return `${shortDuration(minutes)} ahead in ${plural(blocks.length, 'block')}, ${mocks === 0 ? 'no practice exam' : plural(mocks, 'practice exam')}`;
}

function laterLine(later: readonly PlanBlock[]): Block[] {
  const last = later.at(-1);
  if (last === undefined) return [];
  return [line(muted(`and ${plural(later.length, 'block')} until ${longDate(last.date)}: certtrack plan --all`))];
}

function blockTable(edition: Edition, blocks: readonly PlanBlock[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'date', header: 'Day' },
      { key: 'minutes', header: 'Time', align: 'right', spoken: '' },
      { key: 'activity', header: 'What', spoken: '' },
      { key: 'topic', header: 'Topic', flexible: true, spoken: 'on' },
      { key: 'reason', header: 'Why now', flexible: true, rank: 1, spoken: 'because' },
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
    ]),
  };
}

/** What the plan says for now, for `next`; and its JSON. */
export function plannedBlocks(edition: Edition, { date, blocks }: PlannedDay, today: LocalDate): Block[] {
  const when = date === today ? 'today' : date === addDays(today, 1) ? 'tomorrow' : shortDate(date);
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
        { text: block.topicId === null ? 'practice exam' : block.activity },
        { text: reasonText(block.reason), tone: 'muted' },
      ]),
    },
  ];
}

export function plannedData(edition: Edition, { date, blocks }: PlannedDay): Json {
  return { date, blocks: blocks.map((block) => blockData(edition, block)) };
}

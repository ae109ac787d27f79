import type { Edition } from '../domain/edition.ts';
import { addDays, type LocalDate, shortDate } from '../domain/local-date.ts';
import type { PlanProgress } from '../domain/plan/plan-progress.ts';
import type { PlannedNow } from '../domain/plan/planned-now.ts';
import { type Block, type Cell, type Fact, type Json, line } from './doc.ts';
import { doneFact } from './plan.ts';
import { blockData } from './plan-data.ts';
import { blockTitle, reasonText } from './plan-words.ts';
import { shortDuration } from './words.ts';

/** Plan against done, for `status`: to be put among its facts. */
export function planFacts(progress: PlanProgress): Fact[] {
  return doneFact(progress, 'move').map((fact) => ({ ...fact, label: 'Plan' }));
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

import type { PlanView } from '../app/plan/plan.ts';
import type { Edition } from '../domain/edition.ts';
import type { PlanBlock } from '../domain/plan/plan.ts';
import type { Json } from './doc.ts';
import { prospectsData } from './plan-forecast.ts';
import { blockTitle, reasonText } from './plan-words.ts';

/** The JSON of a plan. */
export function planData({ edition, plan, prospects, gate }: PlanView): Json {
  const { examDate, weeklyMinutes, days, skips } = plan.settings;
  return {
    cert_id: plan.certId,
    edition: plan.editionId,
    exam_date: examDate,
    weekly_minutes: weeklyMinutes,
    weekdays: Object.keys(days),
    days,
    skips: skips.map(({ from, to }) => ({ from, to })),
    forecast: prospectsData(prospects, gate),
    blocks: plan.blocks.map((block) => blockData(edition, block)),
  };
}

export function blockData(edition: Edition, block: PlanBlock): Json {
  const { kind, ...facts } = block.reason;
  return {
    date: block.date,
    minutes: block.minutes,
    topic_id: block.topicId,
    topic: blockTitle(edition, block),
    activity: block.activity,
    reason: { kind, ...facts, text: reasonText(block.reason) },
  };
}

import type { Edition } from '../domain/edition.ts';
import type { PlanBlock } from '../domain/plan/plan.ts';
import type { JudgedBlock, PlanProgress } from '../domain/plan/plan-progress.ts';
import type { Json } from './doc.ts';
import type { PlanView } from './plan.ts';
import { prospectsData } from './plan-forecast.ts';
import { blockTitle, reasonText } from './plan-words.ts';

/** The JSON of a plan. */
export function planData(view: PlanView): Json {
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

export function blockData(edition: Edition, block: JudgedBlock | (PlanBlock & { state?: undefined })): Json {
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

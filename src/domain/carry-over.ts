import { type Edition, OTHER_TOPIC, placedTopics } from './edition.ts';
import { chain, type EditionMapping, sharesByTopic, type TopicShare } from './edition-mapping.ts';
import type { TopicTotal } from './progress.ts';
import type { ActivityDay } from './readiness/study-days.ts';

/** Where study of a topic, logged against an edition, counts in the present one; shares sum to at most 1, none where it counts nowhere. */
export type CarryOver = (editionId: string, topicId: string) => readonly TopicShare[];

/** Something logged against an edition. */
interface Logged {
  readonly editionId: string;
}

/**
 * How history is seen from an edition: by the mappings a person moved along, each once, or by the same topic ids where there is no way from
 * one edition to the other. Nothing logged is ever rewritten.
 */
export function carryOver(mappings: readonly EditionMapping[], to: Edition): CarryOver {
  const own = new Set([OTHER_TOPIC, ...placedTopics(to).map(({ topic }) => topic.id)]);
  const ways = new Map<string, Map<string, readonly TopicShare[]> | undefined>();
  return (editionId, topicId) => {
    if (!ways.has(editionId)) {
      const way = editionId === to.id ? undefined : chain(mappings, editionId, to.id);
      ways.set(editionId, way && sharesByTopic(way));
    }
    const way = ways.get(editionId);
    if (way) return (way.get(topicId) ?? []).filter((target) => own.has(target.topicId));
    return own.has(topicId) ? [{ topicId, share: 1 }] : [];
  };
}

/** Days as they count in the present edition. */
export function carriedDays(rows: readonly (ActivityDay & Logged)[], carry: CarryOver): ActivityDay[] {
  return rows.flatMap(({ editionId, ...row }) =>
    carry(editionId, row.topicId).map(({ topicId, share }) => scaledDay({ ...row, topicId }, share)),
  );
}

/** A part of a day; confidence is nothing that could be shared out, only its weight is. */
export function scaledDay(row: ActivityDay, share: number): ActivityDay {
  return {
    ...row,
    minutes: row.minutes * share,
    testedMinutes: row.testedMinutes * share,
    correct: row.correct * share,
    questions: row.questions * share,
    ratingSum: row.ratingSum * share,
    ratingWeight: row.ratingWeight * share,
  };
}

/** Totals as they count in the present edition, in whole minutes and answers; what does not carry over stays in the totals as time outside the guide. */
export function carriedTotals(rows: readonly (TopicTotal & Logged)[], carry: CarryOver): TopicTotal[] {
  const sums = new Map<string, TopicTotal>();
  for (const { editionId, ...row } of rows) {
    const targets = carry(editionId, row.topicId);
    const left = 1 - targets.reduce((sum, { share }) => sum + share, 0);
    for (const { topicId, share } of [...targets, { topicId: OTHER_TOPIC, share: left }]) {
      if (share < 1e-9) continue;
      const known = sums.get(topicId) ?? { ...row, topicId, minutes: 0, weekMinutes: 0, correct: 0, questions: 0 };
      sums.set(topicId, {
        topicId,
        minutes: known.minutes + row.minutes * share,
        weekMinutes: known.weekMinutes + row.weekMinutes * share,
        correct: known.correct + row.correct * share,
        questions: known.questions + row.questions * share,
        lastDate: known.lastDate > row.lastDate ? known.lastDate : row.lastDate,
      });
    }
  }
  return [...sums.values()].map((total) => ({
    ...total,
    minutes: Math.round(total.minutes),
    weekMinutes: Math.round(total.weekMinutes),
    correct: Math.round(total.correct),
    questions: Math.round(total.questions),
  }));
}

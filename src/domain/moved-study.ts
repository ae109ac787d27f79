import { type Edition, OTHER_TOPIC } from './edition.ts';
import { type EditionMapping, type MappingRow, newTopics } from './edition-mapping.ts';
import type { TopicTotal } from './progress.ts';

/** What happens to the study of one old topic. Minutes and answers, whole numbers; carried and dropped add up to what was there. */
export interface MovedRow {
  readonly row: MappingRow;
  readonly minutes: number;
  readonly questions: number;
  readonly carried: number;
  readonly dropped: number;
}

/** A move between editions, as it would count. */
export interface MovedStudy {
  readonly rows: readonly MovedRow[];
  /** Topics of the new edition that nothing becomes. */
  readonly fresh: readonly string[];
  readonly minutes: number;
  readonly carried: number;
  readonly dropped: number;
  /** Minutes outside the guide, which stay there. */
  readonly outside: number;
}

/** What a mapping makes of the study of the old edition's topics. */
export function movedStudy(mapping: EditionMapping, to: Edition, totals: readonly TopicTotal[]): MovedStudy {
  const byTopic = new Map(totals.map((total) => [total.topicId, total]));
  const rows = mapping.rows.map((row): MovedRow => {
    const { minutes = 0, questions = 0 } = byTopic.get(row.old) ?? {};
    const carried = Math.round(minutes * row.targets.reduce((sum, { share }) => sum + share, 0));
    return { row, minutes, questions, carried, dropped: minutes - carried };
  });
  const sum = (pick: (row: MovedRow) => number) => rows.reduce((all, row) => all + pick(row), 0);
  return {
    rows,
    fresh: newTopics(mapping, to),
    minutes: sum(({ minutes }) => minutes),
    carried: sum(({ carried }) => carried),
    dropped: sum(({ dropped }) => dropped),
    outside: byTopic.get(OTHER_TOPIC)?.minutes ?? 0,
  };
}

/** Whether a row needs no look: it is the same topic, or one that only changed its name or number. */
export function isPlain({ kind, carry, targets }: MappingRow): boolean {
  return (kind === 'same' || kind === 'renamed' || kind === 'moved') && carry === 'full' && targets.length === 1;
}

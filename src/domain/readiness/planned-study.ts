import type { Evidence } from './exam.ts';
import type { StudyDay } from './packed-days.ts';
import { withStudy } from './study-gain.ts';

/** Study on a topic that is still to come; minutes are effective ones (see EFFICIENCY). */
export interface PlannedStudy {
  readonly topicId: string;
  readonly day: number;
  readonly minutes: number;
}

/** The evidence as it will be when this study was done, `share` of each piece of it. It teaches, but says nothing new of the learner. */
export function withPlanned(evidence: Evidence, planned: readonly PlannedStudy[], share = 1): Evidence {
  const topics = new Map<string, readonly StudyDay[]>(evidence.topics);
  for (const { topicId, day, minutes } of planned)
    if (minutes * share > 0) topics.set(topicId, withStudy(topics.get(topicId) ?? [], day, minutes * share));
  return { ...evidence, topics };
}

import { type Edition, OTHER_TOPIC } from '../../domain/edition.ts';
import { dayNumber } from '../../domain/local-date.ts';
import { outlook } from '../../domain/readiness/assess.ts';
import type { Exam } from '../../domain/readiness/exam.ts';
import { type Explanation, explain } from '../../domain/readiness/explain.ts';
import { infer } from '../../domain/readiness/infer.ts';
import { CerttrackError } from '../../errors.ts';
import type { Env } from '../env.ts';
import { topicsFor } from '../topic/find-topics.ts';
import { currentTrack } from '../track/current-track.ts';
import { evidenceOn } from './evidence.ts';
import { type JudgeInput, judge } from './judge.ts';
import type { JudgedStanding } from './standing.ts';

/** Every step behind the chance; `topicIds` where only these are asked about. */
export interface Explained {
  readonly standing: JudgedStanding;
  readonly edition: Edition;
  readonly exam: Exam;
  readonly explanation: Explanation;
  readonly topicIds: readonly string[] | null;
}

/** The mathematics behind the answer, or behind the score of a section or topic. @throws usage for time outside the guide, not_found */
export async function explainStanding(env: Env, input: JudgeInput, topic?: string): Promise<Explained> {
  const db = await env.open();
  const { track, edition } = currentTrack(env, db, input.cert);
  const topicIds = topic === undefined ? null : topicsFor(edition, topic);
  if (topicIds?.includes(OTHER_TOPIC))
    throw new CerttrackError('usage', 'time outside the guide counts for nothing in the exam', 'Name a topic of it');
  const standing = await judge(env, input);
  const evidence = { ...evidenceOn(db, track, edition, standing.today), kept: undefined };
  const seen = outlook(infer(standing.exam, evidence, dayNumber(standing.today)));
  return { standing, edition, exam: standing.exam, explanation: explain(seen), topicIds };
}

import type { JudgedStanding } from '../app/readiness/standing.ts';
import type { Advice } from '../domain/readiness/advice.ts';
import type { Interval, Mastery } from '../domain/readiness/assess.ts';
import { adviceTitle, reasonText } from './advice.ts';
import type { Json } from './doc.ts';
import { turnText, uncertainty } from './verdict.ts';
import { rounded } from './words.ts';

/** The JSON contract of the answer to "am I ready". */
export function readinessData(standing: JudgedStanding): Json {
  const { readiness, exam } = standing;
  const { assessment, gate, answer, turn } = readiness;
  return {
    answer,
    what_would_change_it: { kind: turn.kind, text: turnText(standing) },
    enough_evidence: gate.met,
    evidence: {
      recent_answers: gate.answers,
      tested_weight: rounded(gate.weight),
      untested_sections: gate.untested,
      mocks: readiness.mocks,
      level: rounded(assessment.evidenceLevel),
    },
    target: exam.target,
    target_sd: exam.targetSd,
    questions: exam.questions,
    chance: gate.met ? rounded(assessment.chance) : null,
    chance_range: gate.met ? intervalData(assessment.chanceRange) : null,
    chance_on_exam_day: readiness.chanceOnExamDay === null || !gate.met ? null : rounded(readiness.chanceOnExamDay),
    score: rounded(assessment.score),
    score_sd: rounded(assessment.scoreSd),
    score_80: intervalData(assessment.score80),
    uncertainty: Object.fromEntries(
      uncertainty(assessment.variance).map(({ source, share }) => [
        source === 'passMark' ? 'pass_mark' : source,
        rounded(share),
      ]),
    ),
    sections: assessment.sections.map((section) => ({
      ...masteryData(section),
      share_of_uncertainty: rounded(section.share),
    })),
    topics: assessment.topics.map((topic) => ({
      ...masteryData(topic),
      dose: rounded(topic.dose),
      effect: rounded(topic.effect),
      freshness: topic.id in readiness.freshness ? rounded(readiness.freshness[topic.id] ?? 0) : null,
    })),
    next: readiness.next.map((advice) => adviceData(advice, standing)),
  };
}

/** The JSON contract of one suggestion. */
function adviceData(advice: Advice, standing: JudgedStanding): { readonly [key: string]: Json } {
  const { kind, topicId, activity, reason, chance, score, removes } = advice;
  return {
    kind,
    topic_id: topicId,
    activity,
    title: adviceTitle(advice, standing.edition),
    reason,
    why: reasonText(advice, standing),
    chance_per_hour: chance === null ? null : rounded(chance),
    score_per_hour: score === null ? null : rounded(score),
    uncertainty_removed: removes === null ? null : rounded(removes),
  };
}

export function intervalData({ low, high }: Interval): Json {
  return { low: rounded(low), high: rounded(high) };
}

function masteryData({ id, mean, sd }: Mastery): { readonly [key: string]: Json } {
  return { id, score: rounded(mean), sd: rounded(sd) };
}

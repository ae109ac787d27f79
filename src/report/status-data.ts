import type { Judged } from '../app/readiness/judge.ts';
import type { Facts, TopicFacts } from '../domain/progress.ts';
import { accuracy } from '../domain/score.ts';
import { weightPercent } from '../domain/weight.ts';
import type { Json } from './doc.ts';
import { lifeData } from './life.ts';
import { nowData } from './now.ts';
import { plannedData } from './plan.ts';
import { intervalData, readinessData } from './readiness-data.ts';
import { whyData } from './why.ts';
import { rounded } from './words.ts';

/** The JSON contract of `status`. */
export function statusData(standing: Judged): Json {
  const { edition, track, progress, today, related, life, newer, renewal } = standing;
  const ids = (topics: readonly TopicFacts[]) => topics.map(({ topic }) => topic.id);
  return {
    cert_id: track.certId,
    edition: edition.id,
    title: edition.title,
    as_of: today,
    exam_date: track.examDate,
    days_to_exam: progress.daysToExam,
    life: lifeData(life),
    newer_edition: newer,
    renewal_edition: renewal,
    target_percent: track.target,
    target_is_assumed: edition.exam.passMark.kind === 'unpublished',
    readiness: readinessData(standing),
    expected: expectedData(standing),
    why: whyData(standing),
    ...factsData(progress.total),
    now:
      standing.now === null ? null : { minutes: standing.now.minutes, items: nowData({ standing, now: standing.now }) },
    plan: standing.plan === null ? null : plannedData(edition, standing.plan),
    streak_weeks: standing.streak?.weeks ?? null,
    other_minutes: progress.otherMinutes,
    related: related.map(({ from, to, share, minutes }) => ({
      cert_id: from.certId,
      topic_id: from.topicId,
      counts_for: to.topicId,
      share: rounded(share),
      minutes: Math.round(minutes),
    })),
    days_studied: progress.daysStudied,
    week: {
      from: progress.week.from,
      to: progress.week.to,
      minutes: progress.week.minutes,
      goal_minutes: progress.week.goal,
    },
    sections: progress.sections.map((section) => ({
      id: section.section.id,
      label: section.section.label,
      title: section.section.title,
      printed_weight: weightPercent(section.section.weight),
      ...factsData(section),
      topics: section.topics.map((facts) => ({
        id: facts.topic.id,
        label: facts.topic.label,
        title: facts.topic.title,
        ...factsData(facts),
      })),
    })),
    weakest: ids(progress.weakest),
    untouched: ids(progress.untouched),
  };
}

function factsData({ minutes, recommended, weight, coverage, score, lastDate }: Facts): {
  readonly [key: string]: Json;
} {
  const interval = score === null ? null : accuracy(score);
  return {
    weight: rounded(weight),
    coverage: rounded(coverage),
    minutes,
    recommended_minutes: recommended,
    practice:
      score === null || interval === null
        ? null
        : {
            correct: score.correct,
            questions: score.questions,
            share: rounded(interval.share),
            low_95: rounded(interval.low),
            high_95: rounded(interval.high),
          },
    last_study_date: lastDate,
  };
}

/** What is to be expected on the day of the exam; null where another day is looked at. No chance before the answer names one. */
function expectedData({ expected, readiness }: Judged): Json {
  if (expected === null) return null;
  const { date, chances, idle, score, score80, asked } = expected;
  const named = (chance: number | null | undefined) => (readiness.gate.met && chance != null ? rounded(chance) : null);
  return {
    date,
    rests_on: chances?.rests ?? null,
    chance_as_planned: named(chances?.planned),
    chance_with_half: named(chances?.half),
    chance_with_half_more: named(chances?.more),
    chance_if_idle: named(idle),
    score: rounded(score),
    score_80: intervalData(score80),
    asked: { topics: asked.topics, correct: rounded(asked.correct), questions: rounded(asked.questions) },
  };
}

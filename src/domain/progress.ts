import { type Edition, type Section, type Topic, topicWeights } from './edition.ts';
import { addDays, daysBetween, type LocalDate, onOrBefore, type Weekday } from './local-date.ts';
import { accuracy, type Score } from './score.ts';
import type { Track } from './track.ts';

/** All that was studied on one topic; `weekMinutes` are those of the week asked for. */
export interface TopicTotal {
  readonly topicId: string;
  readonly minutes: number;
  readonly weekMinutes: number;
  readonly correct: number;
  readonly questions: number;
  readonly lastDate: LocalDate;
}

/** What the facts of a track are computed from. */
export interface StudyTotals {
  readonly topics: readonly TopicTotal[];
  readonly daysStudied: number;
}

/** Facts about a topic, a section or the whole guide. Minutes; `coverage` and `weight` in 0..1, weights sum to 1 over the topics. */
export interface Facts {
  readonly minutes: number;
  readonly recommended: number;
  readonly weight: number;
  readonly coverage: number;
  /** Practice answers; `null` when there are none. */
  readonly score: Score | null;
  readonly lastDate: LocalDate | null;
}

export interface TopicFacts extends Facts {
  readonly topic: Topic;
}

interface SectionFacts extends Facts {
  readonly section: Section;
  readonly topics: readonly TopicFacts[];
}

interface Week {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly minutes: number;
  readonly goal: number | null;
}

/** Where a track stands, as facts only. */
export interface Progress {
  readonly total: Facts;
  readonly sections: readonly SectionFacts[];
  /** Minutes logged outside the guide. */
  readonly otherMinutes: number;
  readonly daysStudied: number;
  readonly week: Week;
  readonly daysToExam: number | null;
  readonly weakest: readonly TopicFacts[];
  readonly untouched: readonly TopicFacts[];
}

/** A topic joins the weakest only with this many answers: below that, one lucky guess decides. */
const ENOUGH_QUESTIONS = 5;

/** The seven days from the latest `weekStart` on. */
export function weekOf(today: LocalDate, weekStart: Weekday): { readonly from: LocalDate; readonly to: LocalDate } {
  const from = onOrBefore(today, weekStart);
  return { from, to: addDays(from, 6) };
}

/**
 * Computes the facts of a track from its totals, whose week is `week`. Coverage is studied over recommended time, at most 1 per
 * topic, weighted by exam weight.
 */
export function progressOf(
  edition: Edition,
  track: Track,
  studied: StudyTotals,
  today: LocalDate,
  week: { readonly from: LocalDate; readonly to: LocalDate },
): Progress {
  const weights = topicWeights(edition);
  const totals = new Map(studied.topics.map((total) => [total.topicId, total]));
  const sections = edition.sections.map((section): SectionFacts => {
    const topics = section.topics.map((topic) => topicFacts(topic, weights.get(topic.id) ?? 0, totals.get(topic.id)));
    return { section, topics, ...summed(topics) };
  });
  const all = sections.flatMap((section) => section.topics);
  const known = new Set(all.map(({ topic }) => topic.id));
  return {
    total: summed(all),
    sections,
    otherMinutes: studied.topics.reduce((sum, { topicId, minutes }) => sum + (known.has(topicId) ? 0 : minutes), 0),
    daysStudied: studied.daysStudied,
    week: {
      ...week,
      minutes: studied.topics.reduce((sum, { weekMinutes }) => sum + weekMinutes, 0),
      goal: track.weeklyMinutes,
    },
    daysToExam: track.examDate === null ? null : daysBetween(today, track.examDate),
    weakest: weakest(all),
    untouched: all.filter(({ minutes }) => minutes === 0).sort((a, b) => b.weight - a.weight),
  };
}

function topicFacts(topic: Topic, weight: number, total: TopicTotal | undefined): TopicFacts {
  const minutes = total?.minutes ?? 0;
  return {
    topic,
    weight,
    minutes,
    recommended: topic.studyMinutes,
    coverage: Math.min(1, minutes / topic.studyMinutes),
    score: total ? scoreOf([total]) : null,
    lastDate: total?.lastDate ?? null,
  };
}

function summed(topics: readonly Facts[]): Facts {
  const sum = (pick: (facts: Facts) => number) => topics.reduce((total, facts) => total + pick(facts), 0);
  const weight = sum((facts) => facts.weight);
  return {
    minutes: sum((facts) => facts.minutes),
    recommended: sum((facts) => facts.recommended),
    weight,
    coverage: weight > 0 ? sum((facts) => facts.weight * facts.coverage) / weight : 0,
    score: scoreOf(topics.flatMap(({ score }) => score ?? [])),
    lastDate: latest(topics.flatMap(({ lastDate }) => lastDate ?? [])),
  };
}

function scoreOf(rows: readonly Score[]): Score | null {
  const questions = rows.reduce((sum, row) => sum + row.questions, 0);
  return questions > 0 ? { correct: rows.reduce((sum, row) => sum + row.correct, 0), questions } : null;
}

function latest(dates: readonly LocalDate[]): LocalDate | null {
  return dates.reduce<LocalDate | null>((last, date) => (last === null || date > last ? date : last), null);
}

/** Up to three topics with the lowest share of right answers. */
function weakest(topics: readonly TopicFacts[]): TopicFacts[] {
  const share = ({ score }: TopicFacts) => (score ? accuracy(score).share : 1);
  return topics
    .filter(({ score }) => (score?.questions ?? 0) >= ENOUGH_QUESTIONS)
    .filter((facts) => share(facts) < 1)
    .sort((a, b) => share(a) - share(b))
    .slice(0, 3);
}

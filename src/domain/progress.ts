import type { Activity } from './activity.ts';
import { type Edition, type Section, type Topic, topicWeights } from './edition.ts';
import { addDays, daysBetween, type LocalDate, onOrBefore, type Weekday } from './local-date.ts';
import { accuracy, type Score } from './score.ts';
import type { Track } from './track.ts';

/** What was studied on one topic on one study date with one activity: the unit of evidence every report is computed from. */
export interface TopicDay {
  readonly topicId: string;
  readonly studyDate: LocalDate;
  readonly activity: Activity | null;
  readonly minutes: number;
  readonly correct: number;
  readonly questions: number;
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

export interface SectionFacts extends Facts {
  readonly section: Section;
  readonly topics: readonly TopicFacts[];
}

export interface Week {
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

/** Computes the facts of a track from its evidence. Coverage is studied over recommended time, at most 1 per topic, weighted by exam weight. */
export function progressOf(edition: Edition, track: Track, days: readonly TopicDay[], today: LocalDate, weekStart: Weekday): Progress {
  const weights = topicWeights(edition);
  const sections = edition.sections.map((section): SectionFacts => {
    const topics = section.topics.map((topic) => topicFacts(topic, weights.get(topic.id) ?? 0, days));
    return { section, topics, ...summed(topics) };
  });
  const all = sections.flatMap((section) => section.topics);
  const known = new Set(all.map(({ topic }) => topic.id));
  const from = onOrBefore(today, weekStart);
  const minutesOf = (rows: readonly TopicDay[]) => rows.reduce((sum, day) => sum + day.minutes, 0);
  return {
    total: summed(all),
    sections,
    otherMinutes: minutesOf(days.filter((day) => !known.has(day.topicId))),
    daysStudied: new Set(days.map((day) => day.studyDate)).size,
    week: {
      from,
      to: addDays(from, 6),
      minutes: minutesOf(days.filter((day) => day.studyDate >= from && day.studyDate <= addDays(from, 6))),
      goal: track.weeklyMinutes,
    },
    daysToExam: track.examDate === null ? null : daysBetween(today, track.examDate),
    weakest: weakest(all),
    untouched: all.filter(({ minutes }) => minutes === 0).sort((a, b) => b.weight - a.weight),
  };
}

function topicFacts(topic: Topic, weight: number, days: readonly TopicDay[]): TopicFacts {
  const own = days.filter((day) => day.topicId === topic.id);
  const minutes = own.reduce((sum, day) => sum + day.minutes, 0);
  return {
    topic,
    weight,
    minutes,
    recommended: topic.studyMinutes,
    coverage: Math.min(1, minutes / topic.studyMinutes),
    score: scoreOf(own),
    lastDate: latest(own.map((day) => day.studyDate)),
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

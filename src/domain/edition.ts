import type { LocalDate } from './local-date.ts';
import { normalisedWeights, type Weight } from './weight.ts';

/** The id of time spent outside the guide; every edition accepts it. */
export const OTHER_TOPIC = 'other';
export const OTHER_TITLE = 'Outside the guide';

/** What the exam asks about, in certtrack's words. */
export interface Objective {
  readonly id: string;
  readonly text: string;
  readonly objectives: readonly Objective[];
}

/** `id` is stable and the key of everything logged; `label` is what the guide prints and may be reused by the next edition. */
export interface Topic {
  readonly id: string;
  readonly label: string | null;
  readonly title: string;
  /** Recommended study time in minutes. */
  readonly studyMinutes: number;
  readonly aliases: readonly string[];
  readonly objectives: readonly Objective[];
}

export interface Section {
  readonly id: string;
  readonly label: string | null;
  readonly title: string;
  readonly weight: Weight;
  readonly topics: readonly Topic[];
}

export type PassMark =
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'scaled'; readonly pass: number; readonly min: number; readonly max: number };

/** Counts of questions; each `null` where the vendor does not say. */
interface QuestionCount {
  readonly min: number | null;
  readonly max: number | null;
  readonly scored: number | null;
  readonly unscored: number | null;
}

interface Renewal {
  readonly kind: 'exam' | 'courses' | 'free_assessment';
  readonly windowDays: number | null;
  readonly extendsYears: number | null;
}

export interface ExamFacts {
  readonly code: string | null;
  readonly questions: QuestionCount | null;
  readonly formats: readonly string[];
  readonly minutes: number | null;
  readonly fee: { readonly amount: number; readonly currency: string; readonly note: string | null } | null;
  readonly languages: readonly string[];
  readonly passMark: PassMark;
  readonly validityYears: number | null;
  readonly renewal: readonly Renewal[];
  readonly retake: {
    readonly waitDays: readonly number[];
    readonly maxAttempts: number | null;
    readonly withinYears: number | null;
  } | null;
  /** How the exam asks: commands and settings, or designs and reasons. */
  readonly style: 'concrete' | 'conceptual' | 'hands_on' | null;
  readonly styleNote: string | null;
}

/** The last day an exam is given on this guide; `language` is null where it holds for all. */
interface Retirement {
  readonly language: string | null;
  readonly date: LocalDate;
}

/** One version of an exam guide. `id` is `certification@edition`. */
export interface Edition {
  readonly id: string;
  readonly certId: string;
  readonly title: string;
  readonly vendor: string;
  readonly guideVersion: string | null;
  /** The version of the product the exam is about, such as Kubernetes v1.35. */
  readonly productVersion: string | null;
  readonly status: 'current' | 'superseded' | 'variant';
  readonly asOf: LocalDate | null;
  readonly retiresOn: readonly Retirement[];
  readonly sourceUrl: string | null;
  /** What else a person should know, in sentences. */
  readonly notes: readonly string[];
  readonly exam: ExamFacts;
  /** Why the recommended times are what they are. */
  readonly studyReason: string | null;
  readonly sections: readonly Section[];
}

/** The last day of an edition in a language: its own date, or the one for all languages; null where none is known. */
export function lastDay({ retiresOn }: Edition, language: string): LocalDate | null {
  const named = (wanted: string | null) => retiresOn.find((retirement) => retirement.language === wanted)?.date;
  return named(language) ?? named(null) ?? null;
}

/** The edition to start on: the current one seen last, otherwise the first there is. */
export function currentOf(editions: readonly Edition[]): Edition | undefined {
  const current = editions.filter(({ status }) => status === 'current');
  return [...current].sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))[0] ?? editions[0];
}

/** A topic with the section it stands in. */
export interface PlacedTopic {
  readonly topic: Topic;
  readonly section: Section;
}

export function placedTopics(edition: Edition): PlacedTopic[] {
  return edition.sections.flatMap((section) => section.topics.map((topic) => ({ section, topic })));
}

/** All objectives below a topic, nested ones too, as they are worded. */
export function objectiveTexts(objectives: readonly Objective[]): string[] {
  return objectives.flatMap((objective) => [objective.text, ...objectiveTexts(objective.objectives)]);
}

/** Each topic's share of the exam, summing to 1: its section's normalised weight, shared equally inside the section. */
export function topicWeights(edition: Edition): Map<string, number> {
  const shares = normalisedWeights(edition.sections.map((section) => section.weight));
  return new Map(
    edition.sections.flatMap((section, i) =>
      section.topics.map((topic) => [topic.id, (shares[i] ?? 0) / section.topics.length] as const),
    ),
  );
}

/** `4.3 Sharing data`, or the title alone where the guide prints no label. */
export function labelled(item: { readonly label: string | null; readonly title: string }): string {
  return item.label === null ? item.title : `${item.label} ${item.title}`;
}

/** A topic's label and title; its id where the edition or the topic is not known. */
export function topicTitle(edition: Edition | undefined, topicId: string): string {
  if (topicId === OTHER_TOPIC) return OTHER_TITLE;
  for (const { topics } of edition?.sections ?? []) {
    const topic = topics.find(({ id }) => id === topicId);
    if (topic) return labelled(topic);
  }
  return topicId;
}

/** Minutes recommended for the whole exam. */
export function recommendedMinutes(edition: Edition): number {
  return placedTopics(edition).reduce((sum, { topic }) => sum + topic.studyMinutes, 0);
}

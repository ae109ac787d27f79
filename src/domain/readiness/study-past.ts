import { type Edition, placedTopics } from '../edition.ts';
import { dayNumber, type LocalDate } from '../local-date.ts';
import { kernels } from './grid.ts';
import { type PackedDays, packed, type StudyDay } from './packed-days.ts';
import { DEFAULTS, EFFICIENCY } from './parameters.ts';
import { type AnswersSoFar, readAnswers } from './topic-answers.ts';

/** What is made of a topic's study up to and with a day. `own` is false where all of it is lent by other certifications. */
export interface TopicPast {
  readonly own: boolean;
  readonly days: PackedDays;
  readonly answers: AnswersSoFar;
}

/** Study long past, by topic id: its days, and what its answers said by the end of `until`, to go on from. */
export interface StudyPast {
  readonly until: LocalDate;
  readonly topics: ReadonlyMap<string, TopicPast>;
}

/** Cuts the past off what was studied; `known` answers of an earlier past are gone on from, and give the very same. */
export function pastOf(
  edition: Edition,
  topics: ReadonlyMap<string, readonly StudyDay[]>,
  own: ReadonlySet<string>,
  until: LocalDate,
  known?: ReadonlyMap<string, AnswersSoFar>,
): StudyPast {
  const at = dayNumber(until);
  const read = readAnswers(kernels(), DEFAULTS, known);
  const pasts = placedTopics(edition).flatMap(({ topic: { id, studyMinutes } }): [string, TopicPast][] => {
    const days = (topics.get(id) ?? []).filter(({ day }) => day <= at);
    if (days.length === 0) return [];
    const { answers: _, ...answers } = read({ id, recommended: studyMinutes }, days, at);
    return [[id, { own: own.has(id), days: packed(days), answers }]];
  });
  return { until, topics: new Map(pasts) };
}

/** All that a past depends on but the log, as text: the model's constants, the guide, and `more`. */
export function pastBasis(edition: Edition, ...more: readonly unknown[]): string {
  const times = placedTopics(edition).map(({ topic: { id, studyMinutes } }) => [id, studyMinutes]);
  return JSON.stringify([DEFAULTS, EFFICIENCY, edition.id, times, ...more]);
}

import type { Evidence, Exam } from './exam.ts';
import type { StudyDay } from './packed-days.ts';
import { countUpTo } from './study-curve.ts';

/** What it takes before certtrack names a chance: enough answers, recent ones, in sections that make up enough of the exam. */
export const GATE = {
  /** Practice and mock questions answered; repeats, open-book and untimed mocks do not count. */
  answers: 40,
  /** How many days a result counts as recent. */
  days: 90,
  /** A section is tested with this many recent answers. */
  sectionAnswers: 5,
  /** The tested sections' share of the exam. */
  weight: 0.6,
} as const;

/** Whether there is enough evidence to answer, and what is missing. `weight` in 0..1, `lastResult` a day. */
export interface Gate {
  readonly met: boolean;
  readonly answers: number;
  readonly weight: number;
  readonly untested: readonly string[];
  readonly lastResult: number | null;
}

/** Counts the results of the last GATE.days before `day`; what a mock does not report by section is spread over all by weight. */
export function gateOf(exam: Exam, { topics, mocks, kept }: Evidence, day: number): Gate {
  const papers = mocks.filter(({ profile, day: at }) => profile !== 're-used' && at <= day);
  const recentPapers = papers.filter(({ day: at }) => at > day - GATE.days);
  const rest = recentPapers.reduce(
    (sum, mock) => sum + mock.questions - mock.sections.reduce((all, { questions }) => all + questions, 0),
    0,
  );
  const answersOf = ({ id, weight, topics: own }: Exam['sections'][number]) => {
    const practice = own
      .flatMap((topic) => between(topics.get(topic.id) ?? [], day - GATE.days, day))
      .reduce((sum, entry) => sum + entry.questions, 0);
    const reported = recentPapers
      .flatMap((mock) => mock.sections.filter(({ sectionId }) => sectionId === id))
      .reduce((sum, { questions }) => sum + questions, 0);
    return practice + reported + Math.max(rest, 0) * weight;
  };
  const counted = exam.sections.map((section) => ({ ...section, answers: answersOf(section) }));
  const answers = Math.round(counted.reduce((sum, section) => sum + section.answers, 0));
  const untested = counted.filter((section) => section.answers < GATE.sectionAnswers);
  const tested = counted.filter((section) => section.answers >= GATE.sectionAnswers);
  // Rounded, so that weights which make up exactly enough are enough in whatever order they are added.
  const weight = Number(tested.reduce((sum, section) => sum + section.weight, 0).toFixed(9));
  const results = [
    ...[...topics.values()].flatMap(
      (days) => between(days, Number.NEGATIVE_INFINITY, day).findLast(({ questions }) => questions > 0) ?? [],
    ),
    ...papers,
  ].map(({ day: at }) => at);
  for (const { last } of kept?.values() ?? []) if (last !== null && last <= day) results.push(last);
  return {
    met: answers >= GATE.answers && weight >= GATE.weight,
    answers,
    weight,
    untested: untested.map(({ id }) => id),
    lastResult: results.length > 0 ? Math.max(...results) : null,
  };
}

/** The days after one day, up to another. */
function between(days: readonly StudyDay[], after: number, upTo: number): readonly StudyDay[] {
  return days.slice(countUpTo(days, after), countUpTo(days, upTo));
}

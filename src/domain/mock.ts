import { durationText, LONGEST_SESSION } from './duration.ts';
import type { Edition } from './edition.ts';
import type { LocalDate } from './local-date.ts';
import type { Interval } from './readiness/assess.ts';
import type { Profile } from './readiness/parameters.ts';
import type { Instant } from './zone.ts';

/** Right answers of questions. Fractions are allowed: some providers give a percentage only. */
export interface MockScore {
  readonly correct: number;
  readonly questions: number;
}

export interface MockSection extends MockScore {
  readonly sectionId: string;
}

/** What certtrack expected of a result from all that came before it: the chance of reaching the target, and the score with its 80 % interval. */
export interface Prediction {
  readonly chance: number;
  readonly target: number;
  readonly score: number;
  readonly score80: Interval;
}

/** One practice exam, from any provider. `studyDate` and `timezone` are what was true there and then. */
export interface Mock extends MockScore {
  readonly id: string;
  readonly certId: string;
  readonly editionId: string;
  readonly provider: string;
  readonly takenAt: Instant;
  readonly timezone: string;
  readonly studyDate: LocalDate;
  /** Sections the provider reports; they need not account for every question. */
  readonly sections: readonly MockSection[];
  readonly minutes: number | null;
  readonly timed: boolean;
  readonly firstAttempt: boolean;
  readonly openBook: boolean;
  readonly note: string | null;
  readonly prediction: Prediction | null;
  readonly source: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
}

/** Whose questions a provider asks. */
export interface Provider {
  readonly name: string;
  readonly profile: Profile;
}

/** No paper has more questions than this. */
const LONGEST_PAPER = 1000;

/** Profile of a provider nobody has said anything about. */
export const USUAL_PROFILE: Profile = 'third-party';
export const UNKNOWN_PROVIDER = 'unknown';

/** How a result counts. Repeats, open-book and untimed results say less about the exam than what the provider's questions can. */
export function profileOf(mock: Pick<Mock, 'timed' | 'firstAttempt' | 'openBook'>, provider: Profile): Profile {
  return countsLess(mock).length > 0 ? 're-used' : provider;
}

/** Why a result counts less, in words; empty when it does not. */
export function countsLess({
  timed,
  firstAttempt,
  openBook,
}: Pick<Mock, 'timed' | 'firstAttempt' | 'openBook'>): string[] {
  return [firstAttempt ? '' : 'repeat', openBook ? 'open book' : '', timed ? '' : 'untimed'].filter(Boolean);
}

/** Why a mock must not be recorded, or undefined when it may. */
export function mockProblem(
  mock: Mock,
  edition: Edition,
  now: Instant,
): { message: string; hint?: string } | undefined {
  const scores = [
    ...mock.sections.map((one) => ({ name: `section ${one.sectionId}`, ...one })),
    { name: 'the score', ...mock },
  ];
  for (const { name, correct, questions } of scores) {
    if (!(questions > 0)) return { message: `${name} needs at least one question` };
    if (!(correct >= 0 && correct <= questions && Number.isFinite(questions)))
      return { message: `${name}: ${correct} right of ${questions} questions is more than there were` };
  }
  if (mock.questions > LONGEST_PAPER)
    return { message: `${mock.questions} questions are more than a practice exam has`, hint: 'Check the score' };
  const sum = (pick: (score: MockScore) => number) => mock.sections.reduce((all, section) => all + pick(section), 0);
  if (sum(({ questions }) => questions) > mock.questions + 1e-9)
    return {
      message: `the sections have ${sum(({ questions }) => questions)} questions, the whole only ${mock.questions}`,
    };
  const rest = mock.questions - sum(({ questions }) => questions);
  const right = mock.correct - sum(({ correct }) => correct);
  if (mock.sections.length > 0 && (right < -1e-9 || right > rest + 1e-9))
    return {
      message: 'the right answers of the sections do not fit the whole score',
      hint: 'Leave --score out to add the sections up, or check the numbers',
    };
  const unknown = mock.sections.find(({ sectionId }) => edition.sections.every(({ id }) => id !== sectionId));
  if (unknown) return { message: `${edition.id} has no section ${unknown.sectionId}` };
  const twice = mock.sections.find(
    ({ sectionId }, i) => mock.sections.findIndex((one) => one.sectionId === sectionId) < i,
  );
  if (twice) return { message: `section ${twice.sectionId} is there twice`, hint: 'Add its answers up' };
  if (mock.provider === '')
    return { message: 'a mock needs a provider', hint: `Write ${UNKNOWN_PROVIDER} if nobody knows` };
  if (mock.minutes !== null && !(Number.isInteger(mock.minutes) && mock.minutes > 0))
    return { message: 'the minutes of a mock are a whole number above 0', hint: 'Check --minutes' };
  if (mock.minutes !== null && mock.minutes > LONGEST_SESSION)
    return { message: `${durationText(mock.minutes)} is more than a day`, hint: 'Check --minutes' };
  if (mock.takenAt > now) return { message: 'the mock would lie in the future', hint: 'Check --date' };
  return undefined;
}

/** The share of right answers, in 0..1. */
export function shareOf({ correct, questions }: MockScore): number {
  return correct / questions;
}
